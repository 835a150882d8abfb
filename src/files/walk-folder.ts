import { readdir, realpath, stat } from 'node:fs/promises';
import type { Dirent } from 'node:fs';
import { join } from 'node:path';
import { FileError } from '../text/file-error.ts';

const MAX_DEPTH = 32;

/** A file or folder inside a folder; a folder that could not be entered has the reason. */
export interface Walked {
  readonly path: string;
  readonly isFolder: boolean;
  readonly error?: FileError;
}

export interface WalkOptions {
  readonly followLinks: boolean;
  /** How many folders deep to look, the first one being 1; all when left out. */
  readonly maxDepth?: number;
}

/**
 * What is in a folder and in all folders in it, each folder before its contents, but nothing whose name begins with a
 * dot. A link is like a file, whatever it leads to; where links are followed, each folder is entered once, so that no
 * circle is walked twice.
 */
export async function* walkFolder(folder: string, options: WalkOptions): AsyncGenerator<Walked> {
  yield* walk(folder, options, 1, new Set());
}

async function* walk(
  folder: string,
  options: WalkOptions,
  depth: number,
  entered: Set<string>,
): AsyncGenerator<Walked> {
  const entries = await open(folder, options, depth, entered);
  if (entries instanceof FileError) return yield { path: folder, isFolder: true, error: entries };
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    const isFolder = entry.isDirectory() || (options.followLinks && entry.isSymbolicLink() && (await isFolderAt(path)));
    yield { path, isFolder };
    if (isFolder && depth < (options.maxDepth ?? Infinity)) yield* walk(path, options, depth + 1, entered);
  }
}

async function open(
  folder: string,
  { followLinks }: WalkOptions,
  depth: number,
  entered: Set<string>,
): Promise<readonly Dirent[] | FileError> {
  if (depth > MAX_DEPTH) return new FileError(folder, `it is more than ${MAX_DEPTH} folders deep.`);
  try {
    if (followLinks) {
      const place = await realpath(folder);
      if (entered.has(place)) return [];
      entered.add(place);
    }
    return await readdir(folder, { withFileTypes: true });
  } catch (cause) {
    return new FileError(folder, `it cannot be opened (${(cause as NodeJS.ErrnoException).code ?? String(cause)}).`, {
      cause,
    });
  }
}

/** Whether a path is a folder, or a link to one. */
export async function isFolderAt(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
