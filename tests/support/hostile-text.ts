/** Texts that a parser, a database or a terminal somewhere takes for something else than text. */
export const HOSTILE_TEXTS: readonly string[] = [
  // Nothing, and what looks like nothing.
  '', ' ', '\t\r\n', '\u00a0', '\u3000', '\u200b', '\ufeff', '\u2028\u2029', '\0', 'a\0b', '\u0001\u001b[31m', '\u007f', '\u0085',
  // Halves of characters, and characters of many halves.
  '\ud800', '\udc00', '区\ud83d', '\udfff长', '𠀀', '👩‍👩‍👧‍👦', 'e\u0301\u0301\u0301', '\u202e長區', '\u2066a\u2069', 'ﷺ', 'İ', 'ß', '㍿', '區\u{e0100}长',
  // SQL.
  "'", "''", '"', "' or '1'='1", "'; drop table articles; --", '/*', '*/', '--', '$$', '$1', '?', ';', '\\', "\\'", "E'\\x00'", '{', '}', '{a,"b', '%', '_', '%%%',
  // Text search, patterns and paths.
  '&', '|', '!', ':*', '<->', "a & (b", '!!!', '"', '""""', '-', '- -', '-"', '(((((((((', '[', '(?<=', '(a+)+$', '.*', '../../etc/passwd', '\\x', '%00', '${1+1}', '{{7*7}}',
  // Values of other types.
  'null', 'undefined', 'true', 'NaN', 'Infinity', '-0', '1e309', '0x10', '99999999999999999999', '2023-02-30', 'infinity', 'now', '[]', '{}', '__proto__', 'constructor', 'toString',
];
