/** From a raw file to rows: parse → extract → store, one transaction a file. */
import type { ArticleFacts } from './extract/facts.ts';
import { findPages } from './files/find-pages.ts';
import { defaultReadOptions, readPage } from './files/page-file.ts';
import type { PageFile, PageText, ReadOptions } from './files/page-file.ts';
import { contentHash } from './store/content-hash.ts';
import type { Database } from './store/database.ts';
import { saveIssue } from './store/issue.ts';
import type { ExtractedPage, ParsedPage } from './store/extracted-page.ts';
import { createKnownNames } from './store/known-names.ts';
import type { KnownNames, KnownPageNames } from './store/known-names.ts';
import { permanentFailure } from './store/permanent-failure.ts';
import { retryOnce } from './store/retry-once.ts';
import { areRelated, identifyPage, PageConflictError, storedFiles } from './store/page-identity.ts';
import type { NewIdentity, StoredIdentity } from './store/page-identity.ts';
import type { StoredFile } from './store/stored-file.ts';
import { analyze } from './store/analyze.ts';
import { FileError } from './text/file-error.ts';

/** Files whose hashes are looked up together: one file's text is in memory at a time, and of the others the hash. */
const BATCH_SIZE = 500;
/**
 * After this many new pages the statistics are renewed at once, and whenever there are four times as many: the import's
 * own statements are planned for an archive as small as it found it, until Postgres comes round to it.
 */
const ANALYZE_AFTER_PAGES = 100;
/** How often a page is read again because another import changed what it replaces. */
const MAX_ATTEMPTS = 3;

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
  /** It took the place of some files, and stands beside others: see `identifyPage`. */
  | ({ readonly path: string; readonly outcome: 'imported'; readonly counts: PageCounts } & Pick<
      NewIdentity,
      'file' | 'replaces' | 'beside' | 'resembles'
    >)
  | { readonly path: string; readonly outcome: 'unchanged' }
  /** Another file has its page: of the same text, or one that has taken its place. */
  | { readonly path: string; readonly outcome: 'duplicate'; readonly by: StoredFile; readonly isSuperseded: boolean }
  | { readonly path: string; readonly outcome: 'refused'; readonly error: FileError }
  | { readonly path: string; readonly outcome: 'failed'; readonly error: unknown };

/** Told of each file as it is done: how many are done, and how many there are. */
export type IngestProgress = (report: PageReport, done: number, total: number) => void;

/** How many pages an import left how. */
export type Tally = Readonly<Record<PageReport['outcome'], number>>;

export interface IngestOptions extends Partial<ReadOptions> {
  readonly progress?: IngestProgress;
  /** See `identifyPage`. */
  readonly replace?: boolean;
}

/** What holds for every file of one import. */
interface ImportOptions extends ReadOptions {
  readonly replace: boolean;
}

/** The import had to stop, because no page could be stored any more. The message says why, and how far it came. */
export class IngestStoppedError extends Error {
  override readonly name = 'IngestStoppedError';
}

/**
 * Imports the pages that the paths name (see `findPages`), in the order in which they appeared. A file that cannot be
 * imported is reported and the others still go in. Files that are stored already are passed over quickly, so that an
 * import that was cut off goes on where it stopped when it is started again. Throws an IngestStoppedError when the disk
 * is full or the database gone: nothing is tried then of what is left.
 *
 * A page is read while the one before is being stored. What was read of that one is learnt by then, so that the archive
 * is the same as if each page had waited.
 */
export async function ingestPaths(
  database: Database,
  paths: readonly string[],
  { progress, ...rest }: IngestOptions = {},
): Promise<Tally> {
  const options: ImportOptions = { ...defaultReadOptions, replace: false, ...rest };
  const files = await findPages(paths, options);
  const tally = { imported: 0, unchanged: 0, duplicate: 0, refused: 0, failed: 0 };
  try {
    await ingestFiles(database, files, options, tally, progress);
    return tally;
  } catch (cause) {
    const fault = permanentFailure(cause);
    if (fault === null) throw cause;
    const done = Object.values(tally).reduce((sum, pages) => sum + pages, 0);
    throw new IngestStoppedError(
      `${fault} The import stopped: ${tally.imported} imported, ${files.length - done} of ${files.length} files not tried.`,
      { cause },
    );
  }
}

async function ingestFiles(
  database: Database,
  files: readonly PageFile[],
  options: ImportOptions,
  tally: Record<PageReport['outcome'], number>,
  progress?: IngestProgress,
): Promise<void> {
  let knownNames = createKnownNames(database);
  let analyzeAt = ANALYZE_AFTER_PAGES;
  let done = 0;
  for (let at = 0; at < files.length; at += BATCH_SIZE) {
    const step = files.slice(at, at + BATCH_SIZE);
    const stored = await storedFilesOf(database, step, options);
    let ahead: Promise<ReadPage | PageReport> | null = null;
    for (const [i, file] of step.entries()) {
      const known = stored.get(file);
      let report =
        known === undefined
          ? await (ahead ?? readFileAt(database, file, knownNames, options))
          : reportStored(file, known);
      ahead = null;
      if (!('outcome' in report)) {
        const storing = storeFile(database, file, report, options);
        const next = step[i + 1];
        if (next !== undefined && !stored.has(next) && report.identity.replaces.length === 0) {
          ahead = readFileAt(database, next, knownNames, {
            ...options,
            earlier: { page: report.reading, stored: storing },
          });
        }
        const result = await storing;
        if (result.outcome !== 'imported') {
          // What was learnt of it is not so, nor what was read ahead.
          await ahead;
          ahead = null;
          knownNames = createKnownNames(database);
        }
        report = result.outcome === 'outdated' ? await ingestAnew(database, file, options) : result;
        if (report.outcome === 'imported') forgetReplaced(stored, report.replaces);
      }
      if (report.outcome === 'failed' && permanentFailure(report.error) !== null) throw report.error;
      tally[report.outcome] += 1;
      if (tally.imported === analyzeAt) {
        await analyze(database.drizzle);
        analyzeAt *= 4;
      }
      progress?.(report, (done += 1), files.length);
    }
  }
  if (tally.imported >= ANALYZE_AFTER_PAGES) await analyze(database.drizzle);
}

/** Imports one page. Returns what was found in it, or null when it is stored already; then nothing is written. */
export async function ingestPage(
  database: Database,
  page: PageText,
  { replace = false } = {},
): Promise<PageCounts | null> {
  const read = await readForStore(database, page, createKnownNames(database), { replace });
  if ('as' in read) return null;
  return (await saveIssue(database, read.reading, { replace })).kind === 'NEW' ? countsOf(read.reading.facts) : null;
}

/** A page about to be stored. */
interface ReadPage {
  readonly reading: ExtractedPage;
  readonly identity: NewIdentity;
  readonly known: KnownPageNames;
}

interface PageReadOptions extends Pick<ImportOptions, 'replace'> {
  /** A page that is being stored meanwhile. */
  readonly earlier?: { readonly page: ParsedPage; readonly stored: Promise<unknown> };
}

async function readForStore(
  database: Database,
  page: PageText,
  knownNames: KnownNames,
  { replace, earlier }: PageReadOptions,
): Promise<ReadPage | StoredIdentity> {
  const { parseRawPage, extractPage } = await import('./read.ts'); // parse, extract and their dictionaries: not for a start that finds all stored
  const opened = parseRawPage(page);
  if (earlier !== undefined && areRelated(earlier.page, opened)) await earlier.stored;
  const identity = await identifyPage(database.drizzle, opened, { replace });
  if (identity.kind === 'STORED') return identity;
  const known = await knownNames.forPage(opened, identity.replaces, earlier?.stored);
  return { identity, known, reading: await extractPage(opened, known.archive) };
}

async function readFileAt(
  database: Database,
  file: PageFile,
  knownNames: KnownNames,
  options: ImportOptions & PageReadOptions,
): Promise<ReadPage | PageReport> {
  try {
    const page = await readPage(file, options);
    const read = await retryOnce(database, () => readForStore(database, page, knownNames, options));
    return 'as' in read ? reportStored(file, read) : read;
  } catch (error) {
    return failed(file.path, error);
  }
}

async function storeFile(
  database: Database,
  file: PageFile,
  { reading, identity, known }: ReadPage,
  { replace }: ImportOptions,
): Promise<PageReport | { readonly outcome: 'outdated' }> {
  const { path } = file;
  known.learn(reading.facts);
  try {
    const saved = await retryOnce(database, () =>
      saveIssue(database, reading, { replace, expected: identity.replaces }),
    );
    if (saved.kind === 'OUTDATED') return { outcome: 'outdated' };
    return saved.kind === 'STORED'
      ? reportStored(file, saved)
      : { ...saved, path, outcome: 'imported', counts: countsOf(reading.facts) };
  } catch (error) {
    return failed(path, error);
  }
}

/** Imports a file whose page another import has changed while it was being read. */
async function ingestAnew(database: Database, file: PageFile, options: ImportOptions): Promise<PageReport> {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const read = await readFileAt(database, file, createKnownNames(database), options);
    const result = 'outcome' in read ? read : await storeFile(database, file, read, options);
    if (result.outcome !== 'outdated') return result;
  }
  return {
    path: file.path,
    outcome: 'failed',
    error: new PageConflictError(file.file, 'another import changes the same page again and again.'),
  };
}

function failed(path: string, error: unknown): PageReport {
  return error instanceof FileError ? { path, outcome: 'refused', error } : { path, outcome: 'failed', error };
}

function reportStored({ path }: PageFile, { as, by }: StoredIdentity): PageReport {
  return as === 'UNCHANGED'
    ? { path, outcome: 'unchanged' }
    : { path, outcome: 'duplicate', by, isSuperseded: as === 'SUPERSEDED' };
}

/**
 * Those of the files whose pages are stored just as they are. What cannot be read is none of them, and is told of in
 * its turn.
 */
async function storedFilesOf(
  { drizzle }: Database,
  files: readonly PageFile[],
  options: ReadOptions,
): Promise<Map<PageFile, StoredIdentity>> {
  const pages: { readonly of: PageFile; readonly file: string; readonly contentHash: string }[] = [];
  for (const of of files) {
    const page = await readPage(of, options).catch(() => null);
    if (page !== null) pages.push({ of, file: page.file, contentHash: contentHash(page.raw, page.stated) });
  }
  return new Map([...(await storedFiles(drizzle, pages))].map(([{ of }, identity]) => [of, identity]));
}

/** What other files had their pages by is no longer there: it has to be looked up again. */
function forgetReplaced(stored: Map<PageFile, StoredIdentity>, replaced: readonly StoredFile[]): void {
  const hashes = new Set(replaced.map(({ contentHash }) => contentHash));
  for (const [file, { by }] of stored) if (hashes.has(by.contentHash)) stored.delete(file);
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
