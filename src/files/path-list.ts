const MAX_LIST_BYTES = 64 * 1024 * 1024;
/** The limit of Linux. */
const MAX_PATH_BYTES = 4_096;

/** A list of paths that cannot be used; the message names the entry. */
export class PathListError extends Error {
  override readonly name = 'PathListError';
}

/**
 * Reads a list of paths, one a line; or each ended by NUL (`find -print0`), so that names may contain line breaks.
 * @throws PathListError
 */
export async function readPathList(input: AsyncIterable<Uint8Array>): Promise<readonly string[]> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of input) {
    size += chunk.length;
    if (size > MAX_LIST_BYTES)
      throw new PathListError(`The list of paths is longer than ${MAX_LIST_BYTES / (1024 * 1024)} MB.`);
    chunks.push(chunk);
  }
  const text = decode(Buffer.concat(chunks));
  const paths = text.split(text.includes('\0') ? '\0' : /\r?\n/);
  const tooLong = paths.findIndex((path) => Buffer.byteLength(path) > MAX_PATH_BYTES);
  if (tooLong >= 0)
    throw new PathListError(`Entry ${tooLong + 1} of the list of paths is longer than ${MAX_PATH_BYTES} bytes.`);
  return paths.filter((path) => path !== '');
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new PathListError('The list of paths is not UTF-8.', { cause });
  }
}
