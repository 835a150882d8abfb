import { GivenPageError, readGivenPage } from '../../ingest/given-page.ts';
import { importText } from '../../ingest/page-import.ts';
import { MetadataError } from '../../parse/metadata.ts';
import type { ArchiveWriter, PageImportRecord } from '../../schema/archive-writer.ts';
import { MAX_PAGES_SHOWN } from '../../schema/stored-page.ts';
import { invalidInput, type InvalidInput, type PageRefused } from '../../schema/refusal.ts';
import { contentHash } from '../../store/content-hash.ts';
import type { Database } from '../../store/database.ts';
import { PageConflictError } from '../../store/page-conflict.ts';
import type { StoredFile } from '../../store/stored-file.ts';
import { findByHash } from '../../store/stored-lookup.ts';
import { FileError } from '../../text/file-error.ts';
import { pagesShown } from './stored-page.ts';

/** Imports pages for a caller. */
export function importPage(database: Database): ArchiveWriter['importPage'] {
  return async ({ replace, ...given }) => {
    try {
      const text = readGivenPage(given);
      const report = await importText(database, text, { replace });
      if (report.outcome === 'refused' || report.outcome === 'failed') throw report.error;
      if (report.outcome === 'duplicate') return imported('DUPLICATE', report.by);
      const file = { file: text.file, contentHash: contentHash(text.raw, text.stated) };
      const stored = (await findByHash(database.drizzle, [file])).get(file)?.by;
      if (report.outcome === 'unchanged') return imported('UNCHANGED', stored, { file: stored?.file ?? text.file });
      const { replaces, beside, resembles, counts: found } = report;
      return imported(replaces.length > 0 ? 'REPLACED' : 'NEW', stored, {
        file: report.file,
        found,
        replaced: pagesShown(replaces),
        beside: pagesShown(beside),
        resembling: pagesShown(resembles),
      });
    } catch (error) {
      return refusalBy(error);
    }
  };
}

/** `stored`: where the page is now; undefined when it has been removed since. */
function imported(
  outcome: PageImportRecord['outcome'],
  stored: StoredFile | undefined,
  told: Partial<PageImportRecord> = {},
): PageImportRecord {
  const issueIds = [...new Set(stored?.pages.map(({ issueId }) => issueId))].slice(0, MAX_PAGES_SHOWN);
  const nothing = { found: null, replaced: [], beside: [], resembling: [] };
  return { __typename: 'PageImported', outcome, file: stored?.file ?? '', issueIds, ...nothing, ...told };
}

/** @throws the error, if no caller could have expected it */
function refusalBy(error: unknown): PageRefused | InvalidInput {
  if (error instanceof GivenPageError) return invalidInput(error.message, error.field);
  if (!(error instanceof FileError)) throw error;
  return {
    __typename: 'PageRefusedError',
    code: error instanceof PageConflictError ? 'PAGE_CONFLICT' : 'PAGE_REFUSED',
    message: error.message,
    keys: error instanceof MetadataError ? error.keys : [],
  };
}
