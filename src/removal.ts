/** Removes pages from the archive, selected by files, issues or publication. */
import { normalize, sep } from 'node:path';
import { defaultReadOptions, readText } from './files/page-file.ts';
import type { Database } from './store/database.ts';
import { removeFiles } from './store/removal.ts';
import type { RemovalOptions, RemovalResult } from './store/removal.ts';
import { selectFiles } from './store/page-selection.ts';
import type { FileSelector } from './store/page-selection.ts';
import type { StoredFile } from './store/stored-file.ts';

/**
 * What to remove: the pages of the files, or without files all pages of the publication or its issues. With both, only
 * pages that match both.
 */
export interface RemovalSelection {
  readonly files: readonly FileSelector[];
  readonly publication?: string | undefined;
  /** Days or numbers of issues of the publication. */
  readonly issues: readonly string[];
}

/** The same, with files by their paths as given to an import, or as in the archive. They need not exist any more. */
export interface RemovalRequest extends Omit<RemovalSelection, 'files'> {
  readonly paths: readonly string[];
}

/**
 * Removes all of it or nothing. Where several stored files have the name of a path, the text of the file there decides.
 * @throws SelectionError for what matches no page, or for a path that matches several files
 */
export async function removeFrom(
  database: Database,
  { paths, ...rest }: RemovalRequest,
  options: RemovalOptions = {},
): Promise<RemovalResult> {
  return removeSelected(database, { ...rest, files: await Promise.all(paths.map(chosenFile)) }, options);
}

/** As `removeFrom`, for files that are stored, wherever they came from: reads no file. */
export function removeSelected(
  database: Database,
  { files, publication, issues }: RemovalSelection,
  options: RemovalOptions = {},
): Promise<RemovalResult> {
  return removeFiles(
    database,
    async (tx) => {
      const chosen = new Map<string, StoredFile>();
      for (const file of files.length > 0 ? files : [undefined]) {
        for (const issue of issues.length > 0 ? issues : [undefined]) {
          for (const one of await selectFiles(tx, { publication, issue, ...(file && { file }) })) add(chosen, one);
        }
      }
      return [...chosen.values()];
    },
    options,
  );
}

/** A path as the archive would have it, if it names a file below the folder that was imported. */
export function storedPathOf(path: string): string {
  return normalize(path)
    .replaceAll(sep, '/')
    .replace(/^(?:\.\.?\/|\/)+/, '');
}

async function chosenFile(path: string): Promise<FileSelector> {
  const name = storedPathOf(path);
  const read = await readText({ path, file: name }, { ...defaultReadOptions, force: true }).catch(() => null);
  return { path: name, text: read?.raw ?? null };
}

/** Two issues may select different pages of one file. */
function add(chosen: Map<string, StoredFile>, file: StoredFile): void {
  const key = `${file.contentHash} ${file.file}`;
  const known = chosen.get(key);
  const [first, ...others] = file.pages;
  const more = [first, ...others].filter(({ id }) => !known?.pages.some((page) => page.id === id));
  chosen.set(key, known === undefined ? file : { ...known, pages: [...known.pages, ...more] });
}
