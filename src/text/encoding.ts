import iconv from 'iconv-lite';

/** The encodings that files are read in, in the words of the GraphQL schema. GB18030 holds all of GBK and GB2312. */
export const encodings = ['UTF_8', 'UTF_16LE', 'UTF_16BE', 'GB18030', 'BIG5'] as const;
export type Encoding = (typeof encodings)[number];

/** A file that is not text in its encoding; the message says why and where. */
export class EncodingError extends Error {
  override readonly name = 'EncodingError';
}

const otherNames: ReadonlyMap<string, Encoding> = new Map([
  ...encodings.map((encoding) => [plain(encoding), encoding] as const),
  ['gbk', 'GB18030'],
  ['gb2312', 'GB18030'],
  ['cp936', 'GB18030'],
  ['big5hkscs', 'BIG5'],
  ['cp950', 'BIG5'],
]);

/** The encoding of that name, in any case and with or without hyphens; null for one that is not read. */
export function encodingNamed(name: string): Encoding | null {
  return otherNames.get(plain(name)) ?? null;
}

/** As everybody writes it: `UTF-8`. */
export function nameOf(encoding: Encoding): string {
  return encoding.replace('_', '-');
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[-_ ]/g, '');
}

/** The encoding named by a byte order mark at the beginning; null without one. */
export function markedEncoding([first, second, third]: Uint8Array): Encoding | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'UTF_8';
  if (first === 0xff && second === 0xfe) return 'UTF_16LE';
  return first === 0xfe && second === 0xff ? 'UTF_16BE' : null;
}

/**
 * Decodes a text and drops its byte order mark, if any. Throws an EncodingError for a byte that is not valid in the
 * encoding, and for NUL, which no text contains.
 */
export function decodeAs(bytes: Uint8Array, encoding: Encoding): string {
  const text =
    encoding === 'GB18030' || encoding === 'BIG5' ? decodeLegacy(bytes, encoding) : decodeUnicode(bytes, encoding);
  if (text.includes('\0')) throw new EncodingError('it is not text: it holds NUL.');
  return text;
}

/** As `decodeAs`; null where that throws. */
export function tryDecode(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return decodeAs(bytes, encoding);
  } catch {
    return null;
  }
}

function decodeUnicode(bytes: Uint8Array, encoding: Encoding): string {
  try {
    return new TextDecoder(nameOf(encoding), { fatal: true }).decode(bytes);
  } catch {
    throw invalid(encoding, firstInvalidByte(bytes, encoding));
  }
}

/** Invalid bytes come out as U+FFFD. Only GB18030 could encode that character itself, and no text does. */
function decodeLegacy(bytes: Uint8Array, encoding: Encoding): string {
  const text = iconv.decode(bytes, encoding, { stripBOM: false });
  const at = text.indexOf('\ufffd');
  if (at >= 0) throw invalid(encoding, iconv.encode(text.slice(0, at), encoding).length);
  return text;
}

function invalid(encoding: Encoding, byte: number): EncodingError {
  return new EncodingError(`it is not valid ${nameOf(encoding)} at byte ${byte}.`);
}

/** The decoder does not say where: the shortest beginning that it rejects ends with the invalid byte. */
function firstInvalidByte(bytes: Uint8Array, encoding: Encoding): number {
  let valid = 0;
  let refused = bytes.length + 1;
  while (refused - valid > 1) {
    const middle = (valid + refused) >> 1;
    try {
      new TextDecoder(nameOf(encoding), { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      valid = middle;
    } catch {
      refused = middle;
    }
  }
  return valid;
}
