import type { ArticleFacts } from '../extract/facts.ts';
import type { PageFile } from '../files/page-file.ts';
import type { NewIdentity } from '../store/page-identity.ts';
import type { StoredFile } from '../store/stored-file.ts';
import type { StoredIdentity } from '../store/stored-lookup.ts';
import { FileError } from '../text/file-error.ts';

/** What was found in a page. */
export interface PageCounts {
  readonly articles: number;
  readonly people: number;
  readonly organisations: number;
  readonly agreements: number;
  /** What was seen but not resolved. */
  readonly doubts: number;
}

/** What became of one file of an import. */
export type PageReport =
  /** It was stored. It replaces some files and stands beside others, see `identifyPage`. */
  | ({ readonly path: string; readonly outcome: 'imported'; readonly counts: PageCounts } & Pick<
      NewIdentity,
      'file' | 'replaces' | 'beside' | 'resembles'
    >)
  | { readonly path: string; readonly outcome: 'unchanged' }
  /** Another file holds its page: one with the same text, or one that has replaced it. */
  | { readonly path: string; readonly outcome: 'duplicate'; readonly by: StoredFile; readonly isSuperseded: boolean }
  | { readonly path: string; readonly outcome: 'refused'; readonly error: FileError }
  | { readonly path: string; readonly outcome: 'failed'; readonly error: unknown };

/** How many files of an import had which outcome. */
export type ImportSummary = Readonly<Record<PageReport['outcome'], number>>;

/** The report of a file whose import threw an error. */
export function errorReport(path: string, error: unknown): PageReport {
  return error instanceof FileError ? { path, outcome: 'refused', error } : { path, outcome: 'failed', error };
}

/** The report of a file whose page is stored already. */
export function storedReport({ path }: PageFile, { as, by }: StoredIdentity): PageReport {
  return as === 'UNCHANGED'
    ? { path, outcome: 'unchanged' }
    : { path, outcome: 'duplicate', by, isSuperseded: as === 'SUPERSEDED' };
}

/** Counts what the articles of a page say. A person or organisation that several articles name counts once. */
export function countsOf(facts: readonly ArticleFacts[]): PageCounts {
  const distinct = (keys: readonly string[]) => new Set(keys).size;
  return {
    articles: facts.length,
    people: distinct(facts.flatMap((article) => article.people.map((person) => person.name))),
    organisations: distinct(facts.flatMap((article) => article.organisations.map((organisation) => organisation.key))),
    agreements: facts.flatMap((article) => article.agreements).length,
    doubts: facts.flatMap((article) => article.doubts).length,
  };
}
