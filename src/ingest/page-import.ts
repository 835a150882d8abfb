/** The steps of importing one page: read its file, extract its facts, store it. */
import { readPage, type PageFile, type PageText, type ReadOptions } from '../files/page-file.ts';
import type { Database } from '../store/database.ts';
import type { ExtractedPage, ParsedPage } from '../store/extracted-page.ts';
import { givenFactsOf, type GivenFacts } from '../store/given-facts.ts';
import { createKnownNames, type KnownNames, type KnownPageNames } from '../store/known-names.ts';
import { PageConflictError } from '../store/page-conflict.ts';
import { areRelated, identifyPage, type NewIdentity } from '../store/page-identity.ts';
import { savePage } from '../store/page-writer.ts';
import { retryOnce } from '../store/retry-once.ts';
import type { StoredIdentity } from '../store/stored-lookup.ts';
import { countsOf, errorReport, storedReport, type PageReport } from './page-report.ts';

/** How often a page is read again because another import changed what it replaces. */
const MAX_ATTEMPTS = 3;

/** What holds for every file of one import. */
export interface ImportOptions extends ReadOptions {
  /** See `identifyPage`. */
  readonly replace: boolean;
  /** The facts that another reader gives of a file, if any. */
  readonly givenFacts?: (file: string) => GivenFacts | null;
}

/** The page before in the import, which is still being stored. */
interface PreviousPage {
  readonly page: ParsedPage;
  readonly stored: Promise<unknown>;
}

/** A page that is ready to be stored. */
export interface NewPage {
  readonly page: ExtractedPage;
  readonly identity: NewIdentity;
  readonly names: KnownPageNames;
}

/** Parses a page and extracts its facts, unless it is stored already. */
export async function extractNewPage(
  database: Database,
  text: PageText,
  knownNames: KnownNames,
  {
    replace,
    previous,
    givenFacts = () => null,
  }: Pick<ImportOptions, 'replace' | 'givenFacts'> & { readonly previous?: PreviousPage | undefined },
): Promise<NewPage | StoredIdentity> {
  // Loads the parser, the extractor and their dictionaries: a start that finds all pages stored does not need them.
  const { extractPage, parseText } = await import('./page-extraction.ts');
  const parsed = parseText(text, givenFacts(text.file));
  if (previous !== undefined && areRelated(previous.page, parsed)) await previous.stored;
  const identity = await identifyPage(database.drizzle, parsed, { replace });
  if (identity.kind === 'STORED') return identity;
  const kept = parsed.given === null && !replace ? await keptFacts(database, identity) : null;
  const page = kept === null ? parsed : { ...parsed, given: kept };
  const names = await knownNames.forPage(page, identity.replaces, previous?.stored);
  return { page: await extractPage(page, names.archive), identity, names };
}

/** The facts that another reader gave of what the page replaces: they hold for it too, as far as their words stand there. */
async function keptFacts({ drizzle }: Database, { replaces }: NewIdentity): Promise<GivenFacts | null> {
  const given = replaces.find(({ givenHash }) => givenHash !== null);
  return given === undefined ? null : givenFactsOf(drizzle, given);
}

/** As {@link extractNewPage}, for a file. Reports a file that cannot be read, or whose page is stored already. */
export async function readNewPage(
  database: Database,
  file: PageFile,
  knownNames: KnownNames,
  options: ImportOptions,
  previous?: PreviousPage,
): Promise<NewPage | PageReport> {
  try {
    return await readNewText(database, file, await readPage(file, options), knownNames, options, previous);
  } catch (error) {
    return errorReport(file.path, error);
  }
}

/** The same, for the text of a file. */
async function readNewText(
  database: Database,
  file: PageFile,
  text: PageText,
  knownNames: KnownNames,
  { replace, givenFacts }: Pick<ImportOptions, 'replace' | 'givenFacts'>,
  previous?: PreviousPage,
): Promise<NewPage | PageReport> {
  try {
    const options = { replace, previous, ...(givenFacts === undefined ? {} : { givenFacts }) };
    const read = await retryOnce(database, () => extractNewPage(database, text, knownNames, options));
    return 'kind' in read ? storedReport(file, read) : read;
  } catch (error) {
    return errorReport(file.path, error);
  }
}

/** Stores a page. The outcome is `outdated` when another import has changed what the page replaces. */
export async function storeNewPage(
  database: Database,
  file: PageFile,
  { page, identity, names }: NewPage,
  { replace }: Pick<ImportOptions, 'replace'>,
): Promise<PageReport | { readonly outcome: 'outdated' }> {
  const { path } = file;
  names.learn(page.facts);
  try {
    const saved = await retryOnce(database, () => savePage(database, page, { replace, expected: identity.replaces }));
    if (saved.kind === 'OUTDATED') return { outcome: 'outdated' };
    return saved.kind === 'STORED'
      ? storedReport(file, saved)
      : { ...saved, path, outcome: 'imported', counts: countsOf(page.facts) };
  } catch (error) {
    return errorReport(path, error);
  }
}

/** Imports a file again whose page was outdated when it was to be stored. */
export function importAgain(database: Database, file: PageFile, options: ImportOptions): Promise<PageReport> {
  return importBy(() => readNewPage(database, file, createKnownNames(database), options), database, file, options);
}

/** Imports a page that is no file. */
export function importText(
  database: Database,
  text: PageText,
  options: Pick<ImportOptions, 'replace'>,
): Promise<PageReport> {
  const file: PageFile = { path: text.file, file: text.file };
  const read = () => readNewText(database, file, text, createKnownNames(database), options);
  return importBy(read, database, file, options);
}

/** Reads and stores a page, again as long as other imports change what it replaces. */
async function importBy(
  readAnew: () => Promise<NewPage | PageReport>,
  database: Database,
  file: PageFile,
  options: Pick<ImportOptions, 'replace'>,
): Promise<PageReport> {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const read = await readAnew();
    const result = 'outcome' in read ? read : await storeNewPage(database, file, read, options);
    if (result.outcome !== 'outdated') return result;
  }
  return {
    path: file.path,
    outcome: 'failed',
    error: new PageConflictError(file.file, 'another import changes the same page again and again.'),
  };
}
