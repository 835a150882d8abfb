/** From a raw file to rows: parse → extract → store, one transaction a file. */
import { readFile, readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, parse } from 'node:path';
import type { ArticleFacts } from './extract/facts.ts';
import { parseMetadata } from './parse/metadata.ts';
import type { StatedIssue } from './parse/metadata.ts';
import type { PageText } from './read.ts';
import { contentHash } from './store/content-hash.ts';
import type { Database } from './store/database.ts';
import { saveIssue } from './store/issue.ts';
import { createLexicon } from './store/lexicon.ts';
import type { Lexicon } from './store/lexicon.ts';
import { isStored, storedPages } from './store/page.ts';
import { renewStatistics } from './store/statistics.ts';
import { decodeText, LARGEST_TEXT_BYTES } from './text/encoding.ts';

/** Files whose hashes are looked up together: one file's text is in memory at a time, and of the others the hash. */
const FILES_A_STEP = 500;
/**
 * After this many new pages the statistics are renewed at once, and whenever there are four times as many: the import's
 * own statements are planned for an archive as small as it found it, until Postgres comes round to it.
 */
const MANY_PAGES = 100;

/** A path that leads to no page; the message names it. */
export class PageFileError extends Error {
  override readonly name = 'PageFileError';
}

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

/**
 * Imports files, and of folders (not of folders in them) every `.txt`, in the given order and by name. A file that cannot
 * be imported is reported and the others still go in. Files that are stored already are passed over quickly, so that an
 * import that was cut off goes on where it stopped when it is started again.
 */
export async function ingestPaths(database: Database, paths: readonly string[], { progress }: { progress?: IngestProgress } = {}): Promise<PageReport[]> {
  const files = (await Promise.all(paths.map(pagesAt))).flat();
  const reports: PageReport[] = [];
  const lexicon = createLexicon(database);
  let imported = 0;
  let renewedNext = MANY_PAGES;
  for (let at = 0; at < files.length; at += FILES_A_STEP) {
    const step = files.slice(at, at + FILES_A_STEP);
    const unchanged = await unchangedFiles(database, step);
    for (const path of step) {
      const report: PageReport = unchanged.has(path) ? { path, outcome: 'unchanged' } : await ingestFile(database, path, lexicon);
      if (report.outcome === 'imported') {
        forgetNamesakes(unchanged, path);
        imported += 1;
      }
      if (imported === renewedNext) {
        await renewStatistics(database.drizzle);
        renewedNext *= 4;
      }
      reports.push(report);
      progress?.(report, reports.length, files.length);
    }
  }
  if (imported >= MANY_PAGES) await renewStatistics(database.drizzle);
  return reports;
}

/**
 * Imports one page. Returns what was found in it, or null when it is stored already; then nothing is written. Pages
 * imported one after another should share a `lexicon`, for each new one reads the names of the whole archive.
 */
export async function ingestPage(database: Database, page: PageText, lexicon: Lexicon = createLexicon(database)): Promise<PageCounts | null> {
  const hash = contentHash(page.raw, page.stated);
  if (await isStored(database.drizzle, page.file, hash)) return null;
  const { openPage, readIssue } = await import('./read.ts'); // parse, extract and their dictionaries: not for a start that finds all stored
  const opened = openPage(page);
  const known = await lexicon.forPage(opened.head, page.file, page.raw);
  const reading = readIssue(opened, known.archive, { raw: page.raw, contentHash: hash });
  if (!await saveIssue(database, reading)) return null;
  known.learn(reading.facts);
  return countsOf(reading.facts);
}

async function ingestFile(database: Database, path: string, lexicon: Lexicon): Promise<PageReport> {
  try {
    const counts = await ingestPage(database, await readPage(path), lexicon);
    return counts === null ? { path, outcome: 'unchanged' } : { path, outcome: 'imported', counts };
  } catch (error) {
    return { path, outcome: 'failed', error };
  }
}

/** Those of the files that are stored just as they are. What cannot be read is none of them, and is told of in its turn. */
async function unchangedFiles({ drizzle }: Database, paths: readonly string[]): Promise<Set<string>> {
  const pages: { readonly path: string; readonly file: string; readonly contentHash: string }[] = [];
  for (const path of paths) {
    const page = await readPage(path).catch(() => null);
    if (page !== null) pages.push({ path, file: page.file, contentHash: contentHash(page.raw, page.stated) });
  }
  const stored = await storedPages(drizzle, pages);
  return new Set(pages.filter((page) => stored.has(page)).map(({ path }) => path));
}

/** A page may take the place of one of the same name, so that whether that one is stored has to be looked up again. */
function forgetNamesakes(unchanged: Set<string>, path: string): void {
  for (const other of unchanged) if (basename(other) === basename(path)) unchanged.delete(other);
}

async function readPage(path: string): Promise<PageText> {
  const raw = decodeText(await readPageFile(path), path);
  return { raw, file: basename(path), stated: await readMetadata(path) };
}

async function pagesAt(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => null);
  if (!found?.isDirectory()) return [path]; // What does not exist is reported like any broken file.
  const names = (await readdir(path)).filter((name) => name.endsWith('.txt')).sort();
  return names.map((name) => join(path, name));
}

async function readPageFile(path: string): Promise<Uint8Array> {
  const found = await stat(path).catch((cause: unknown) => { throw new PageFileError(`${path} cannot be opened.`, { cause }); });
  if (!found.isFile()) throw new PageFileError(`${path} is no file.`);
  if (found.size > LARGEST_TEXT_BYTES) throw new PageFileError(`${path} is larger than 8 MB.`);
  return readFile(path);
}

async function readMetadata(path: string): Promise<StatedIssue | null> {
  const file = join(dirname(path), `${parse(path).name}.issue.json`);
  if (await stat(file).catch(() => null) === null) return null;
  return parseMetadata(decodeText(await readFile(file), file), file);
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
