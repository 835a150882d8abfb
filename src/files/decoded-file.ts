import { detectText, readUtf8 } from '../text/detect-encoding.ts';
import type { DecodedText } from '../text/detect-encoding.ts';
import { decodeAs, EncodingError, encodings, markedEncoding, nameOf } from '../text/encoding.ts';
import type { Encoding } from '../text/encoding.ts';
import { FileError } from '../text/file-error.ts';

/**
 * Decodes a file in the given encoding, or with null in the one that its bytes show.
 * @throws FileError when it is not text, or does not clearly show an encoding
 */
export function decodeFile(bytes: Uint8Array, path: string, encoding: Encoding | null): DecodedText {
  const decoded = refusing(path, () =>
    encoding === null ? detectText(bytes) : { text: decodeAs(bytes, encoding), encoding },
  );
  if (decoded !== null) return decoded;
  if (/[\0-\x08\x0e-\x19\x1c-\x1f]/.test(Buffer.from(bytes.subarray(0, 4096)).toString('latin1')))
    throw new FileError(path, 'it is not text.');
  throw new FileError(
    path,
    `its encoding is not clear; name it with --encoding NAME (${encodings.map(nameOf).join(', ')}).`,
  );
}

/**
 * Decodes a metadata file beside a page, which is usually too short to show its encoding: as UTF-8 if it can be, else
 * in the encoding of the page.
 * @throws FileError when it is neither
 */
export function decodeSidecar(bytes: Uint8Array, path: string, page: Encoding): string {
  const utf8 = markedEncoding(bytes) === null ? readUtf8(bytes) : null;
  if (utf8?.isSure) return utf8.text;
  return decodeFile(bytes, path, page === 'UTF_8' || markedEncoding(bytes) !== null ? null : page).text;
}

function refusing<T>(path: string, decode: () => T): T {
  try {
    return decode();
  } catch (cause) {
    throw cause instanceof EncodingError ? new FileError(path, cause.message, { cause }) : cause;
  }
}
