import { removeSelected, storedPathOf } from '../../removal.ts';
import type { ArchiveWriter } from '../../schema/archive-writer.ts';
import { invalidInput, notFound } from '../../schema/refusal.ts';
import type { Database } from '../../store/database.ts';
import { SelectionError } from '../../store/page-selection.ts';
import { pagesShown } from './stored-page.ts';

/** Removes pages for a caller. Their paths are of the archive: no file of this machine is looked at. */
export function removePages(database: Database): ArchiveWriter['removePages'] {
  return async ({ files: paths, publication, issues, dryRun }) => {
    const selected = paths.map((path) => ({ path: storedPathOf(storable(path)), text: null }));
    try {
      const { files, counts } = await removeSelected(database, { files: selected, publication, issues }, { dryRun });
      return { __typename: 'PagesRemoved', isDryRun: dryRun, pages: pagesShown(files), counts };
    } catch (error) {
      if (!(error instanceof SelectionError)) throw error;
      return error.isAmbiguous ? invalidInput(error.message) : notFound(error.message);
    }
  };
}

/** No path in the archive has a NUL, which Postgres would not take: what stands in for it here matches nothing either. */
function storable(path: string): string {
  return path.replaceAll('\0', '\ufffd');
}
