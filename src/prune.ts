/** Removes pages from the archive that a folder no longer has, so that the archive follows the folder. */
import { findPages } from './files/find-pages.ts';
import { readPage, type PageFile, type ReadOptions } from './files/page-file.ts';
import { UNKNOWN_PUBLICATION } from './parse/issue-head.ts';
import { contentHash } from './store/content-hash.ts';
import type { Database } from './store/database.ts';
import { identifyPage } from './store/page-identity.ts';
import { filesOfPublications } from './store/page-selection.ts';
import { removeFiles, type RemovalResult } from './store/removal.ts';
import { isSamePath, type StoredFile } from './store/stored-file.ts';
import { findByHash } from './store/stored-lookup.ts';
import { FileError } from './text/file-error.ts';

/** How many files are looked up at once. */
const BATCH_SIZE = 500;
/** A folder that lacks more pages than this, and more than it has, is likely to be a part of what was imported. */
const MAX_LACKING = 100;

/** The folder says too little of what the archive should hold; nothing is removed. The message is one sentence. */
export class PruneError extends Error {
  override readonly name = 'PruneError';
}

export interface PruneOptions extends ReadOptions {
  /** See `identifyPage`. */
  readonly replace: boolean;
  /** Whether to leave everything as it is. The folder is then compared as if it had been imported. */
  readonly dryRun: boolean;
}

export interface PruneResult extends RemovalResult {
  /** Whether the folder has pages that only what was removed kept out of the archive: they have to be imported now. */
  readonly hasMore: boolean;
}

/** What the files of a folder say of stored pages. */
class Comparison {
  readonly #kept = new Set<string>();
  readonly #slugs = new Set<string>();
  /** Names of files that could not be read, or not be stored: what is stored under such a name stays. */
  readonly #unread: string[] = [];
  readonly #successors = new Set<string>();

  keep(file: StoredFile): void {
    this.#kept.add(keyOf(file));
    this.keepPublication(file.pages[0].slug);
  }

  keepPublication(slug: string): void {
    this.#slugs.add(slug);
  }

  keepName(file: string): void {
    this.#unread.push(file);
  }

  /** `file` has replaced one that the folder has. */
  noteSuccessor(file: StoredFile): void {
    this.#successors.add(keyOf(file));
  }

  /**
   * The publications that the folder has pages of. Not the one of pages that name none: such pages have nothing in
   * common, and may have come from anywhere.
   */
  get slugs(): readonly string[] {
    return [...this.#slugs].filter((slug) => slug !== UNKNOWN_PUBLICATION.slug);
  }

  isLacking(stored: StoredFile): boolean {
    return !this.#kept.has(keyOf(stored)) && !this.#unread.some((file) => isSamePath(stored.file, file));
  }

  hasReplaced(stored: StoredFile): boolean {
    return this.#successors.has(keyOf(stored));
  }
}

/**
 * Removes the pages of which no file is in the folders any more, of all publications that the folders have pages of. To
 * be called when the folders have been imported, unless it is a dry run. The page of a file that is there but cannot be
 * read or stored stays.
 * @throws PruneError when the folders yield no page, cannot be seen wholly, or seem to be a part of what was imported
 */
export async function prune(
  database: Database,
  folders: readonly string[],
  options: PruneOptions,
): Promise<PruneResult> {
  const files = await findPages(folders, options);
  const unseen = files.find(({ error }) => error !== undefined)?.error;
  if (unseen !== undefined) throw new PruneError(`${unseen.message} Nothing is removed while a part cannot be seen.`);
  const comparison = new Comparison();
  for (let at = 0; at < files.length; at += BATCH_SIZE)
    await compare(database, files.slice(at, at + BATCH_SIZE), comparison, options);
  if (comparison.slugs.length === 0)
    throw new PruneError('These folders yield no page of a known newspaper; nothing is removed.');
  const result = await removeFiles(
    database,
    async (tx) => {
      const stored = await filesOfPublications(tx, comparison.slugs);
      const lacking = stored.filter((file) => comparison.isLacking(file));
      requireMost(stored.length, lacking.length);
      return lacking;
    },
    options,
  );
  return { ...result, hasMore: result.files.some((file) => comparison.hasReplaced(file)) };
}

async function compare(
  { drizzle }: Database,
  files: readonly PageFile[],
  comparison: Comparison,
  options: PruneOptions,
): Promise<void> {
  const pages: { readonly of: PageFile; readonly file: string; readonly contentHash: string }[] = [];
  for (const of of files) {
    const page = await readPage(of, options).catch(() => null);
    if (page === null) comparison.keepName(of.file);
    else pages.push({ of, file: of.file, contentHash: contentHash(page.raw, page.stated) });
  }
  const stored = await findByHash(drizzle, pages);
  for (const page of pages) {
    const known = stored.get(page);
    if (known === undefined) await compareNew({ drizzle }, page.of, comparison, options);
    else if (known.as === 'SUPERSEDED') comparison.noteSuccessor(known.by);
    else comparison.keep(known.by);
  }
}

/** Compares a file whose page is not stored: it would be by an import, or it was refused by one. */
async function compareNew(
  { drizzle }: Pick<Database, 'drizzle'>,
  file: PageFile,
  comparison: Comparison,
  options: PruneOptions,
): Promise<void> {
  comparison.keepName(file.file);
  if (!options.dryRun) return;
  const { parseText } = await import('./ingest/page-extraction.ts');
  try {
    const page = parseText(await readPage(file, options));
    const identity = await identifyPage(drizzle, page, options);
    comparison.keepPublication(page.head.publication.slug);
    for (const replaced of identity.kind === 'STORED' ? [identity.by] : identity.replaces) comparison.keep(replaced);
  } catch (error) {
    if (!(error instanceof FileError)) throw error; // An import would refuse the file.
  }
}

function requireMost(stored: number, lacking: number): void {
  if (lacking <= MAX_LACKING || lacking <= stored / 2) return;
  throw new PruneError(
    `The folders lack ${lacking} of ${stored} files of their publications, as if they were a part of what was imported; ` +
      'nothing is removed. Name all folders, or remove the pages by banmian remove.',
  );
}

function keyOf({ contentHash: hash, file }: StoredFile): string {
  return `${hash} ${file}`;
}
