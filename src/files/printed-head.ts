import { readLines } from '../parse/line.ts';
import { mastheadStrength, readMasthead } from '../parse/masthead.ts';
import type { Masthead } from '../parse/parsed-issue.ts';
import { decodeFile } from './decoded-file.ts';
import { MAX_TEXT_BYTES } from './page-file.ts';
import type { ReadOptions } from './page-file.ts';
import { readRegularFile } from './regular-file.ts';

const HEAD_BYTES = 4096;
const HEAD_LINES = 12;

/** What the first lines of a page print of its issue; null for a file that cannot be read. */
export async function readPrintedHead(path: string, { followLinks, encoding }: ReadOptions): Promise<Masthead | null> {
  try {
    const bytes = await readRegularFile(path, { maxBytes: MAX_TEXT_BYTES, followLinks });
    if (bytes === null) return null;
    const { text } = decodeFile(wholeLines(bytes), path, encoding);
    return readMasthead(
      readLines(text)
        .slice(0, HEAD_LINES)
        .filter(({ folded }) => mastheadStrength(folded) > 0),
    );
  } catch {
    return null; // The error is reported when the page is read.
  }
}

/** Cuts at the end of a line, so that no character is cut in two. */
function wholeLines(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= HEAD_BYTES) return bytes;
  const end = bytes.lastIndexOf(0x0a, HEAD_BYTES);
  return bytes.subarray(0, end > 0 && bytes[end - 1] === 0 ? end - 1 : end); // Big-endian UTF-16 has a byte before it.
}
