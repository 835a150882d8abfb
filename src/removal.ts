/** Removes pages from the archive, selected by files, issues or publication. */
import { normalize, sep } from 'node:path';
import { defaultReadOptions, readText } from './files/page-file.ts';
import type { Database } from './store/database.ts';
import { removeFiles } from './store/removal.ts';
import type { RemovalOptions, RemovedCounts } from './store/removal.ts';
import { selectFiles } from './store/page-selection.ts';
import type { FileSelector } from './store/page-selection.ts';
import type { StoredFile } from './store/stored-file.ts';

/**
 * What to remove: the pages of the files, or without files all pages of the publication or its issues. With both, only
 * pages that match both.
 */
export interface RemovalRequest {
  /** Paths as given to an import, or as in the archive. The files need not exist any more. */
  readonly paths: readonly string[];
  readonly publication?: string | undefined;
  /** Days or numbers of issues of the publication. */
  readonly issues: readonly string[];
}

/**
 * Removes all of it or nothing.
 * @throws SelectionError for what matches no page, or for a path that matches several files
 */
export async function removeFrom(
  database: Database,
  { paths, publication, issues }: RemovalRequest,
  options: RemovalOptions = {},
): Promise<{ readonly files: readonly StoredFile[]; readonly counts: RemovedCounts }> {
  const files = await Promise.all(paths.map(chosenFile));
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

async function chosenFile(path: string): Promise<FileSelector> {
  const name = normalize(path)
    .replaceAll(sep, '/')
    .replace(/^(?:\.\.?\/|\/)+/, '');
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
