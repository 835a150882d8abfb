import { readdir, realpath, stat } from 'node:fs/promises';
import type { Dirent } from 'node:fs';
import { join } from 'node:path';
import { FileError } from '../text/file-error.ts';

const MAX_DEPTH = 32;

/** An entry of a folder. A folder that cannot be opened has the error. */
export interface Walked {
  readonly path: string;
  readonly isFolder: boolean;
  readonly error?: FileError;
}

export interface WalkOptions {
  readonly followLinks: boolean;
  /** How many levels of folders to walk, 1 for the folder itself; without limit if left out. */
  readonly maxDepth?: number;
}

/**
 * Walks a folder and all folders in it, each folder before its entries, without entries whose names begin with a dot. A
 * link counts as a file, whatever it leads to. Where links are followed, each folder is entered once, so that a circle
 * of links ends.
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

/** Whether a path is a folder or a link to one. */
export async function isFolderAt(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
