/** A file that is no readable text; the message says why, and where. */
export class EncodingError extends Error {
  override readonly name = 'EncodingError';
}

/** 8 MB: no printed page comes near it, and what is read takes time in proportion. */
export const LARGEST_TEXT_BYTES = 8 * 1024 * 1024;

/**
 * Decodes a text file: UTF-8, or UTF-16 when it begins with a byte order mark, which is dropped.
 * `file` is its name for messages. Throws an EncodingError for other encodings, binary files and files above 8 MB.
 */
export function decodeText(bytes: Uint8Array, file: string): string {
  if (bytes.length > LARGEST_TEXT_BYTES) throw new EncodingError(`${file} is larger than 8 MB.`);
  const encoding = encodingOf(bytes);
  if (encoding === 'utf-8' && bytes.includes(0)) throw new EncodingError(`${file} is not text: it has a NUL byte.`);
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    if (text.includes('\0')) throw new EncodingError(`${file} is not text: it has a NUL character.`);
    return text;
  } catch (error) {
    if (error instanceof EncodingError) throw error;
    const hint = encoding === 'utf-8' ? ' Convert it to UTF-8 first; it may be GB18030.' : '';
    throw new EncodingError(`${file} is not valid ${encoding.toUpperCase()} at byte ${firstInvalidByte(bytes, encoding)}.${hint}`);
  }
}

function encodingOf([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

/** The decoder does not tell: the shortest beginning that it refuses does. */
function firstInvalidByte(bytes: Uint8Array, encoding: string): number {
  let valid = 0;
  let refused = bytes.length + 1;
  while (refused - valid > 1) {
    const middle = (valid + refused) >> 1;
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      valid = middle;
    } catch {
      refused = middle;
    }
  }
  return valid;
}
