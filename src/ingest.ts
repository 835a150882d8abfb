/** From raw files to rows: parse → extract → store, one transaction a file. */
import { findPages } from './files/find-pages.ts';
import { defaultReadOptions, type PageFile, type PageText, type ReadOptions } from './files/page-file.ts';
import { extractNewPage, importAgain, readNewPage, storeNewPage } from './ingest/page-import.ts';
import type { ImportOptions, NewPage } from './ingest/page-import.ts';
import { countsOf, storedReport } from './ingest/page-report.ts';
import type { ImportSummary, PageCounts, PageReport } from './ingest/page-report.ts';
import { findStoredPages, forgetReplaced } from './ingest/stored-page.ts';
import { analyze } from './store/analyze.ts';
import type { Database } from './store/database.ts';
import type { GivenFacts } from './store/given-facts.ts';
import { createKnownNames } from './store/known-names.ts';
import { savePage } from './store/page-writer.ts';
import { permanentFailure } from './store/permanent-failure.ts';

/** How many files are looked up by their hashes at once. Only one file's text is in memory at a time. */
const BATCH_SIZE = 500;
/**
 * After this many new pages the tables are analyzed, and again whenever there are four times as many: until autovacuum
 * comes round to it, the import's own statements are planned for an archive as small as it was before.
 */
const ANALYZE_AFTER_PAGES = 100;

/** Called for each file when it is done, with how many are done and how many there are. */
export type IngestProgress = (report: PageReport, done: number, total: number) => void;

export interface IngestOptions extends Partial<ReadOptions> {
  readonly progress?: IngestProgress;
  /** See `identifyPage`. */
  readonly replace?: boolean;
  /** The facts that another reader gives of a file, if any: see `readGivenFacts`. */
  readonly givenFacts?: (file: string) => GivenFacts | null;
}

/** The import had to stop, because no page could be stored any more. The message says why, and how far it came. */
export class IngestStoppedError extends Error {
  override readonly name = 'IngestStoppedError';
}

/**
 * Imports the pages that the paths name (see `findPages`) in the order in which they appeared. A file that cannot be
 * imported is reported, and the others are still imported. Files that are stored already are passed over quickly, so
 * that an interrupted import goes on where it stopped when it is started again.
 *
 * A page is read while the one before is being stored. Its names are known by then, so that the archive is the same as
 * if each page had waited for the one before.
 * @throws IngestStoppedError when the disk is full or the database gone; the remaining files are not tried
 */
export async function ingestPaths(
  database: Database,
  paths: readonly string[],
  { progress, ...rest }: IngestOptions = {},
): Promise<ImportSummary> {
  const options: ImportOptions = { ...defaultReadOptions, replace: false, ...rest };
  const files = await findPages(paths, options);
  const summary = { imported: 0, unchanged: 0, duplicate: 0, refused: 0, failed: 0 };
  let analyzeAt = ANALYZE_AFTER_PAGES;
  let done = 0;
  try {
    for await (const report of ingestFiles(database, files, options)) {
      done += 1;
      summary[report.outcome] += 1;
      if (summary.imported === analyzeAt) {
        await analyze(database.drizzle);
        analyzeAt *= 4;
      }
      progress?.(report, done, files.length);
    }
    if (summary.imported >= ANALYZE_AFTER_PAGES) await analyze(database.drizzle);
    return summary;
  } catch (cause) {
    const reason = permanentFailure(cause);
    if (reason === null) throw cause;
    throw new IngestStoppedError(
      `${reason} The import stopped: ${summary.imported} imported, ` +
        `${files.length - done} of ${files.length} files not tried.`,
      { cause },
    );
  }
}

/**
 * Imports the files one after the other and yields their reports.
 * @throws errors that all other files would meet too
 */
async function* ingestFiles(
  database: Database,
  files: readonly PageFile[],
  options: ImportOptions,
): AsyncGenerator<PageReport> {
  let knownNames = createKnownNames(database);
  for (let at = 0; at < files.length; at += BATCH_SIZE) {
    const batch = files.slice(at, at + BATCH_SIZE);
    const stored = await findStoredPages(database, batch, options);
    let readAhead: Promise<NewPage | PageReport> | null = null;
    for (const [i, file] of batch.entries()) {
      const known = stored.get(file);
      let report: NewPage | PageReport =
        known === undefined
          ? await (readAhead ?? readNewPage(database, file, knownNames, options))
          : storedReport(file, known);
      readAhead = null;
      if (!('outcome' in report)) {
        const storing = storeNewPage(database, file, report, options);
        const next = batch[i + 1];
        if (next !== undefined && !stored.has(next) && report.identity.replaces.length === 0)
          readAhead = readNewPage(database, next, knownNames, options, { page: report.page, stored: storing });
        const result = await storing;
        if (result.outcome !== 'imported') {
          // Its names were learnt too early, and the page that was read ahead relied on them.
          await readAhead;
          readAhead = null;
          knownNames = createKnownNames(database);
        }
        report = result.outcome === 'outdated' ? await importAgain(database, file, options) : result;
        if (report.outcome === 'imported') forgetReplaced(stored, report.replaces);
      }
      if (report.outcome === 'failed' && permanentFailure(report.error) !== null) throw report.error;
      yield report;
    }
  }
}

/** Imports one page. Returns what was found in it, or null when it is stored already and nothing was written. */
export async function ingestPage(
  database: Database,
  text: PageText,
  { replace = false } = {},
): Promise<PageCounts | null> {
  const read = await extractNewPage(database, text, createKnownNames(database), { replace });
  if ('kind' in read) return null;
  return (await savePage(database, read.page, { replace })).kind === 'NEW' ? countsOf(read.page.facts) : null;
}
