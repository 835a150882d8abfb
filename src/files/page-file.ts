import { dirname, join, parse } from 'node:path';
import { parseMetadata } from '../parse/metadata.ts';
import type { StatedIssue } from '../parse/metadata.ts';
import type { Encoding } from '../text/encoding.ts';
import { FileError } from '../text/file-error.ts';
import { isChineseText } from '../text/running-text.ts';
import { decodeSidecar, decodeFile } from './decoded-file.ts';
import { readRegularFile } from './regular-file.ts';

/** 8 MB: no printed page comes near it, and what is read takes time in proportion. */
export const MAX_TEXT_BYTES = 8 * 1024 * 1024;
const MAX_METADATA_BYTES = 64 * 1024;

/** Where a page is read from, and what the archive calls it. */
export interface PageFile {
  /** As the file system knows it. */
  readonly path: string;
  /**
   * Relative to the folder that was to be imported, with `/` between folders; a file that was named itself has only its
   * name.
   */
  readonly file: string;
  /** Why it cannot be read, when that was found before. */
  readonly error?: FileError;
}

/** How files are to be found and read. */
export interface ReadOptions {
  /** Whether symbolic links are followed, to files and to folders. */
  readonly followLinks: boolean;
  /** null: the one that each file shows. */
  readonly encoding: Encoding | null;
  /** Whether a file is a page though it holds no Chinese running text. */
  readonly force: boolean;
}

export const defaultReadOptions: ReadOptions = { followLinks: false, encoding: null, force: false };

/** A page as received: its text, its name, and what is stated of it. */
export interface PageText {
  /** Decoded; every offset of the archive counts in it, whatever the file's encoding. */
  readonly raw: string;
  /** Of the file; UTF-8 when left out. */
  readonly encoding?: Encoding;
  /** See {@link PageFile}. */
  readonly file: string;
  readonly stated: StatedIssue | null;
}

/** Reads a page's text. Throws a FileError for a file that is no page. */
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
    throw new FileError(path, `${reason}; --force takes it all the same.`);
  }
  return { raw: decoded.text, encoding: decoded.encoding };
}

/**
 * Reads a page's text and the metadata beside it, if there is any. Throws a FileError that names the file that is wrong.
 */
export async function readPage(page: PageFile, options: ReadOptions): Promise<PageText> {
  const text = await readText(page, options);
  return { ...text, file: page.file, stated: await readMetadata(page.path, text.encoding, options) };
}

/** What is stated of the page at `path`, whose encoding is given; null when nothing is. */
export async function readMetadata(
  path: string,
  encoding: Encoding,
  { followLinks }: Pick<ReadOptions, 'followLinks'>,
): Promise<StatedIssue | null> {
  const beside = join(dirname(path), `${parse(path).name}.issue.json`);
  const bytes = await readRegularFile(beside, { maxBytes: MAX_METADATA_BYTES, followLinks });
  return bytes === null ? null : parseMetadata(decodeSidecar(bytes, beside, encoding), beside);
}
