import { dirname, join, parse } from 'node:path';
import { parseMetadata } from '../parse/metadata.ts';
import type { StatedIssue } from '../parse/metadata.ts';
import type { Encoding } from '../text/encoding.ts';
import { FileError } from '../text/file-error.ts';
import { isChineseText } from '../text/running-text.ts';
import { decodeSidecar, decodeFile } from './decoded-file.ts';
import { readRegularFile } from './regular-file.ts';

/** No printed page comes near 8 MB, and reading takes time in proportion. */
export const MAX_TEXT_BYTES = 8 * 1024 * 1024;
const MAX_METADATA_BYTES = 64 * 1024;

/** A page's file, and its name in the archive. */
export interface PageFile {
  /** The path in the file system. */
  readonly path: string;
  /** Relative to the imported folder, with `/` between folders. A file that was named itself has only its name. */
  readonly file: string;
  /** Why it cannot be read, if that is known already. */
  readonly error?: FileError;
}

/** How files are found and read. */
export interface ReadOptions {
  /** Whether symbolic links are followed, to files and to folders. */
  readonly followLinks: boolean;
  /** null: the one that each file shows. */
  readonly encoding: Encoding | null;
  /** Whether to accept files without Chinese running text. */
  readonly force: boolean;
}

export const defaultReadOptions: ReadOptions = { followLinks: false, encoding: null, force: false };

/** A page as received: its text, its name and its metadata. */
export interface PageText {
  /** The decoded text. All offsets in the archive count in it, whatever the encoding of the file. */
  readonly raw: string;
  /** The encoding of the file; UTF-8 if left out. */
  readonly encoding?: Encoding;
  /** See {@link PageFile}. */
  readonly file: string;
  readonly stated: StatedIssue | null;
}

/** Reads the text of a page. @throws FileError for a file that is not a page */
export async function readText(
  { path, error }: PageFile,
  { followLinks, encoding, force }: ReadOptions,
): Promise<{ raw: string; encoding: Encoding }> {
  if (error !== undefined) throw error;
  const bytes = await readRegularFile(path, { maxBytes: MAX_TEXT_BYTES, followLinks });
  if (bytes === null)
    throw new FileError(
      path,
      path.includes('\ufffd') ? 'its name is not UTF-8; give it another.' : 'it does not exist.',
    );
  const decoded = decodeFile(bytes, path, encoding);
  if (!force && !isChineseText(decoded.text)) {
    const reason = /\S/.test(decoded.text) ? 'it holds no Chinese running text' : 'it is empty';
    throw new FileError(path, `${reason}; --force reads it all the same.`);
  }
  return { raw: decoded.text, encoding: decoded.encoding };
}

/** Reads the text of a page, and the metadata beside it if there is any. @throws FileError for either file */
export async function readPage(page: PageFile, options: ReadOptions): Promise<PageText> {
  const text = await readText(page, options);
  return { ...text, file: page.file, stated: await readMetadata(page.path, text.encoding, options) };
}

/** The metadata beside the page at `path`, whose encoding is given; null when there is none. @throws FileError */
export async function readMetadata(
  path: string,
  encoding: Encoding,
  { followLinks }: Pick<ReadOptions, 'followLinks'>,
): Promise<StatedIssue | null> {
  const beside = join(dirname(path), `${parse(path).name}.issue.json`);
  const bytes = await readRegularFile(beside, { maxBytes: MAX_METADATA_BYTES, followLinks });
  return bytes === null ? null : parseMetadata(decodeSidecar(bytes, beside, encoding), beside);
}
