import { readFile, readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, parse, relative, sep } from 'node:path';
import { parseMetadata } from './parse/metadata.ts';
import type { StatedIssue } from './parse/metadata.ts';
import type { PageText } from './read.ts';
import { decodeText, LARGEST_TEXT_BYTES } from './text/encoding.ts';

/** A path that leads to no page; the message names it. */
export class PageFileError extends Error {
  override readonly name = 'PageFileError';
}

/** Where a page is read from, and what the archive calls it. */
export interface PageFile {
  /** As the file system knows it. */
  readonly path: string;
  /** Relative to the folder that was to be imported, with `/` between folders; a file that was named itself has only its name. */
  readonly file: string;
}

/** Reads a page's text and the metadata beside it, if there is any. Throws an error that names the file that is wrong. */
export async function readPage({ path, file }: PageFile): Promise<PageText> {
  const raw = decodeText(await readPageFile(path), path);
  return { raw, file, stated: await readMetadata(path) };
}

/** The `.txt` files of a folder by name; of what is no folder, itself. */
export async function pagesAt(path: string): Promise<PageFile[]> {
  const found = await stat(path).catch(() => null);
  if (!found?.isDirectory()) return [{ path, file: basename(path) }]; // What does not exist is reported like any broken file.
  const names = (await readdir(path)).filter((name) => name.endsWith('.txt')).sort();
  return names.map((name) => pageIn(path, join(path, name)));
}

function pageIn(folder: string, path: string): PageFile {
  return { path, file: relative(folder, path).replaceAll(sep, '/') };
}

async function readPageFile(path: string): Promise<Uint8Array> {
  const found = await stat(path).catch((cause: unknown) => { throw new PageFileError(`${path} cannot be opened.`, { cause }); });
  if (!found.isFile()) throw new PageFileError(`${path} is no file.`);
  if (found.size > LARGEST_TEXT_BYTES) throw new PageFileError(`${path} is larger than 8 MB.`);
  return readFile(path);
}

async function readMetadata(path: string): Promise<StatedIssue | null> {
  const file = join(dirname(path), `${parse(path).name}.issue.json`);
  if (await stat(file).catch(() => null) === null) return null;
  return parseMetadata(decodeText(await readFile(file), file), file);
}
