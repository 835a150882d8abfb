/**
 * The text with full-width letters, digits and punctuation made half-width and every kind of blank made a plain one,
 * unit for unit: an offset into the result is an offset into the text. Chinese marks without a half-width twin
 * (。、“”《》) stay.
 */
export function foldWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e\u3000\u00a0\u2000-\u200f\u202f\u2060\ufeff\t\v\r]/gu, (c) =>
    c >= '\uff01' && c <= '\uff5e' ? String.fromCharCode(c.charCodeAt(0) - 0xfee0) : ' ',
  );
}

/** The text without any blank. Offsets are lost. */
export function squeeze(text: string): string {
  return text.replace(/[\s\u200b-\u200f\u2060\ufeff]+/gu, '');
}
