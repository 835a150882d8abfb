import { lstat } from 'node:fs/promises';
import { basename, normalize, relative, sep } from 'node:path';
import picomatch from 'picomatch';
import { FileError } from '../text/file-error.ts';
import type { PageFile, ReadOptions } from './page-file.ts';
import { sortPages } from './page-order.ts';
import { nullIfAbsent } from './regular-file.ts';
import { isFolderAt, walkFolder } from './walk-folder.ts';

/** A century of a daily newspaper of twelve pages. */
const MAX_FILES = 500_000;
/** The archive stores the path and finds pages by it. */
const MAX_PATH_BYTES = 1_000;

/** More files than can be imported at once. */
export class TooManyFilesError extends Error {
  override readonly name = 'TooManyFilesError';
}

/**
 * The page files at the paths, each once, in the order of publication, day and page as far as these are known. A path
 * may be a file, a folder, of which it means all files that end in `.txt` in any case, however deep, or a pattern
 * (`arch/2025-*`) that matches what it matches in a shell. Files that cannot be read are included with the error.
 * @throws TooManyFilesError
 */
export async function findPages(paths: readonly string[], options: ReadOptions): Promise<PageFile[]> {
  const found = new Map<string, PageFile>();
  for (const path of paths) {
    for await (const page of pagesAt(path, options.followLinks)) {
      const name = normalize(page.path);
      if (!found.has(name)) found.set(name, bounded(page));
      if (found.size > MAX_FILES)
        throw new TooManyFilesError(`There are more than ${MAX_FILES} files; import them in parts.`);
    }
  }
  return sortPages([...found.values()], options);
}

async function* pagesAt(path: string, followLinks: boolean): AsyncGenerator<PageFile> {
  const named = await lstat(path).catch(nullIfAbsent);
  if (named === null && picomatch.scan(path).isGlob) yield* pagesLike(path.replace(/\/+$/, ''), followLinks);
  else if (named?.isDirectory() || (followLinks && (await isFolderAt(path)))) yield* pagesIn(path, followLinks);
  else if (!path.endsWith('.issue.json')) yield { path, file: basename(path) }; // Metadata is read with its page.
}

async function* pagesIn(folder: string, followLinks: boolean): AsyncGenerator<PageFile> {
  for await (const { path, isFolder, error } of walkFolder(folder, { followLinks })) {
    const file = relative(folder, path).replaceAll(sep, '/');
    if (error !== undefined) yield { path, file, error };
    else if (!isFolder && /\.txt$/i.test(path)) yield { path, file };
  }
}

async function* pagesLike(pattern: string, followLinks: boolean): AsyncGenerator<PageFile> {
  const { base, glob } = picomatch.scan(pattern);
  const matches = picomatch(pattern);
  const maxDepth = /\*\*|[{(]/.test(glob) ? Infinity : glob.split('/').length;
  let isFound = false;
  for await (const { path } of walkFolder(base || '.', { followLinks, maxDepth })) {
    if (!matches(path)) continue;
    isFound = true;
    yield* pagesAt(path, followLinks);
  }
  if (!isFound) yield { path: pattern, file: basename(pattern), error: new FileError(pattern, 'no file matches it.') };
}

function bounded(page: PageFile): PageFile {
  if (Buffer.byteLength(page.file) <= MAX_PATH_BYTES) return page;
  return { ...page, error: new FileError(page.path, `its path is longer than ${MAX_PATH_BYTES} bytes.`) };
}
