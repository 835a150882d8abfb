import { readdir, realpath, stat } from 'node:fs/promises';
import type { Dirent } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../text/refusal.ts';

const DEEPEST_FOLDER = 32;

/** A file or folder inside a folder; a folder that could not be entered has the reason. */
export interface Walked {
  readonly path: string;
  readonly isFolder: boolean;
  readonly fault?: Refusal;
}

export interface WalkOptions {
  readonly followLinks: boolean;
  /** How many folders deep to look, the first one being 1; all when left out. */
  readonly reach?: number;
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
  if (entries instanceof Refusal) return yield { path: folder, isFolder: true, fault: entries };
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    const isFolder =
      entry.isDirectory() || (options.followLinks && entry.isSymbolicLink() && (await leadsToFolder(path)));
    yield { path, isFolder };
    if (isFolder && depth < (options.reach ?? Infinity)) yield* walk(path, options, depth + 1, entered);
  }
}

async function open(
  folder: string,
  { followLinks }: WalkOptions,
  depth: number,
  entered: Set<string>,
): Promise<readonly Dirent[] | Refusal> {
  if (depth > DEEPEST_FOLDER) return new Refusal(folder, `it is more than ${DEEPEST_FOLDER} folders deep.`);
  try {
    if (followLinks) {
      const place = await realpath(folder);
      if (entered.has(place)) return [];
      entered.add(place);
    }
    return await readdir(folder, { withFileTypes: true });
  } catch (cause) {
    return new Refusal(folder, `it cannot be opened (${(cause as NodeJS.ErrnoException).code ?? String(cause)}).`, {
      cause,
    });
  }
}

/** Whether a path is a folder, or a link to one. */
export async function leadsToFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
