import { readPage, type PageFile, type ReadOptions } from '../files/page-file.ts';
import { contentHash } from '../store/content-hash.ts';
import type { Database } from '../store/database.ts';
import type { StoredFile } from '../store/stored-file.ts';
import { findByHash, type StoredIdentity } from '../store/stored-lookup.ts';
import type { ImportOptions } from './page-import.ts';

/**
 * Those of the files whose pages are stored just as they are, found by their hashes. A file that cannot be read is left
 * out here and reported in its turn.
 */
export async function findStoredPages(
  { drizzle }: Database,
  files: readonly PageFile[],
  options: ReadOptions & Pick<ImportOptions, 'givenFacts'>,
): Promise<Map<PageFile, StoredIdentity>> {
  const pages: { readonly of: PageFile; readonly file: string; readonly contentHash: string }[] = [];
  for (const of of files) {
    // Whether these are stored can only be told when the page is read.
    if ((options.givenFacts?.(of.file) ?? null) !== null) continue;
    const page = await readPage(of, options).catch(() => null);
    if (page !== null) pages.push({ of, file: page.file, contentHash: contentHash(page.raw, page.stated) });
  }
  return new Map([...(await findByHash(drizzle, pages))].map(([{ of }, identity]) => [of, identity]));
}

/** Forgets the files whose pages were stored by a file that has been replaced: they have to be looked up again. */
export function forgetReplaced(stored: Map<PageFile, StoredIdentity>, replaced: readonly StoredFile[]): void {
  const hashes = new Set(replaced.map((file) => file.contentHash));
  for (const [file, { by }] of stored) if (hashes.has(by.contentHash)) stored.delete(file);
}
