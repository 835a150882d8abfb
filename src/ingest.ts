/** From a raw file to rows: parse → extract → store, one transaction a file. */
import { basename } from 'node:path';
import type { ArticleFacts } from './extract/facts.ts';
import { pagesAt, readPage } from './page-file.ts';
import type { PageFile } from './page-file.ts';
import type { PageText } from './read.ts';
import { contentHash } from './store/content-hash.ts';
import type { Database } from './store/database.ts';
import { saveIssue } from './store/issue.ts';
import type { IssueReading } from './store/issue-reading.ts';
import { createLexicon } from './store/lexicon.ts';
import type { Lexicon, PageLexicon } from './store/lexicon.ts';
import { isStored, storedPages } from './store/page.ts';
import { renewStatistics } from './store/statistics.ts';

/** Files whose hashes are looked up together: one file's text is in memory at a time, and of the others the hash. */
const FILES_A_STEP = 500;
/**
 * After this many new pages the statistics are renewed at once, and whenever there are four times as many: the import's
 * own statements are planned for an archive as small as it found it, until Postgres comes round to it.
 */
const MANY_PAGES = 100;

/** What was found in a page. */
export interface PageCounts {
  readonly articles: number;
  readonly people: number;
  readonly organisations: number;
  readonly agreements: number;
  /** What was seen but not resolved. */
  readonly doubts: number;
}

export type PageReport =
  | { readonly path: string; readonly outcome: 'imported'; readonly counts: PageCounts }
  | { readonly path: string; readonly outcome: 'unchanged' }
  | { readonly path: string; readonly outcome: 'failed'; readonly error: unknown };

/** Told of each file as it is done: how many are done, and how many there are. */
export type IngestProgress = (report: PageReport, done: number, total: number) => void;

/** How many pages an import left how. */
export type Tally = Readonly<Record<PageReport['outcome'], number>>;

/**
 * Imports files, and of folders (not of folders in them) every `.txt`, in the given order and by name. A file that cannot
 * be imported is reported and the others still go in. Files that are stored already are passed over quickly, so that an
 * import that was cut off goes on where it stopped when it is started again.
 *
 * A page is read while the one before is being stored. What was read of that one is learnt by then, so that the archive is
 * the same as if each page had waited.
 */
export async function ingestPaths(database: Database, paths: readonly string[], { progress }: { progress?: IngestProgress } = {}): Promise<Tally> {
  const files = (await Promise.all(paths.map(pagesAt))).flat();
  const tally = { imported: 0, unchanged: 0, failed: 0 };
  let lexicon = createLexicon(database);
  let renewedNext = MANY_PAGES;
  let done = 0;
  for (let at = 0; at < files.length; at += FILES_A_STEP) {
    const step = files.slice(at, at + FILES_A_STEP);
    const unchanged = await unchangedFiles(database, step);
    let ahead: Promise<ReadPage | PageReport> | null = null;
    for (const [i, page] of step.entries()) {
      const { path } = page;
      const read: ReadPage | PageReport = unchanged.has(path) ? { path, outcome: 'unchanged' } : await (ahead ?? readFileAt(database, page, lexicon));
      ahead = null;
      let report = read;
      if (!('outcome' in report)) {
        const storing = storeFile(database, path, report);
        const next = step[i + 1];
        if (next !== undefined && !unchanged.has(next.path) && !report.known.replaces && basename(next.path) !== basename(path)) {
          ahead = readFileAt(database, next, lexicon, storing);
        }
        report = await storing;
        if (report.outcome === 'imported') {
          forgetNamesakes(unchanged, path);
        } else {
          // What was learnt of it is not so, nor what was read ahead.
          await ahead;
          ahead = null;
          lexicon = createLexicon(database);
        }
      }
      tally[report.outcome] += 1;
      if (tally.imported === renewedNext) {
        await renewStatistics(database.drizzle);
        renewedNext *= 4;
      }
      progress?.(report, done += 1, files.length);
    }
  }
  if (tally.imported >= MANY_PAGES) await renewStatistics(database.drizzle);
  return tally;
}

/** Imports one page. Returns what was found in it, or null when it is stored already; then nothing is written. */
export async function ingestPage(database: Database, page: PageText): Promise<PageCounts | null> {
  const read = await readForStore(database, page, createLexicon(database));
  if (read === null || !await saveIssue(database, read.reading)) return null;
  return countsOf(read.reading.facts);
}

/** A page about to be stored. */
interface ReadPage {
  readonly reading: IssueReading;
  readonly known: PageLexicon;
}

/** null when the page is stored already. `earlier`: see {@link Lexicon}. */
async function readForStore(database: Database, page: PageText, lexicon: Lexicon, earlier?: Promise<unknown>): Promise<ReadPage | null> {
  const hash = contentHash(page.raw, page.stated);
  if (await isStored(database.drizzle, page.file, hash)) return null;
  const { openPage, readIssue } = await import('./read.ts'); // parse, extract and their dictionaries: not for a start that finds all stored
  const opened = openPage(page);
  const known = await lexicon.forPage(opened.head, page.file, page.raw, earlier);
  return { known, reading: await readIssue(opened, known.archive, { raw: page.raw, contentHash: hash }) };
}

async function readFileAt(database: Database, file: PageFile, lexicon: Lexicon, earlier?: Promise<unknown>): Promise<ReadPage | PageReport> {
  try {
    return await readForStore(database, await readPage(file), lexicon, earlier) ?? { path: file.path, outcome: 'unchanged' };
  } catch (error) {
    return { path: file.path, outcome: 'failed', error };
  }
}

async function storeFile(database: Database, path: string, { reading, known }: ReadPage): Promise<PageReport> {
  known.learn(reading.facts);
  try {
    return await saveIssue(database, reading) ? { path, outcome: 'imported', counts: countsOf(reading.facts) } : { path, outcome: 'unchanged' };
  } catch (error) {
    return { path, outcome: 'failed', error };
  }
}

/** Those of the files that are stored just as they are. What cannot be read is none of them, and is told of in its turn. */
async function unchangedFiles({ drizzle }: Database, files: readonly PageFile[]): Promise<Set<string>> {
  const pages: (PageFile & { readonly contentHash: string })[] = [];
  for (const file of files) {
    const page = await readPage(file).catch(() => null);
    if (page !== null) pages.push({ ...file, contentHash: contentHash(page.raw, page.stated) });
  }
  const stored = await storedPages(drizzle, pages);
  return new Set(pages.filter((page) => stored.has(page)).map(({ path }) => path));
}

/** A page may take the place of one of the same name, so that whether that one is stored has to be looked up again. */
function forgetNamesakes(unchanged: Set<string>, path: string): void {
  for (const other of unchanged) if (basename(other) === basename(path)) unchanged.delete(other);
}

function countsOf(facts: readonly ArticleFacts[]): PageCounts {
  const distinct = (keys: readonly string[]) => new Set(keys).size;
  return {
    articles: facts.length,
    people: distinct(facts.flatMap((article) => article.people.map((person) => person.name))),
    organisations: distinct(facts.flatMap((article) => article.organisations.map((organisation) => organisation.key))),
    agreements: facts.flatMap((article) => article.agreements).length,
    doubts: facts.flatMap((article) => article.doubts).length,
  };
}
