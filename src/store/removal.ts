import { sql } from 'drizzle-orm';
import type { Database } from './database.ts';
import { deriveFrom } from './derivation.ts';
import { withJudgements } from './judgement/judged-facts.ts';
import { nameOrganisations, pruneOrganisations } from './organisation.ts';
import { deletePages } from './page.ts';
import { prunePeople, recountProfiles, settleNames } from './person.ts';
import { prunePublications } from './publication.ts';
import type { StoredFile, StoredPage } from './stored-file.ts';
import { anyText, withImportLock } from './transaction.ts';
import type { Transaction } from './transaction.ts';

/** How many rows of the archive a removal deletes. */
export interface RemovedCounts {
  readonly pages: number;
  readonly articles: number;
  readonly agreements: number;
  readonly people: number;
  readonly organisations: number;
  readonly issues: number;
  readonly publications: number;
}

/** Ids of what the removed articles named and of their issues. Some of these rows are removed too. */
interface Affected {
  readonly people: readonly string[];
  /** The keys of the names of people, which are to be settled: see `settleNames`. */
  readonly names: readonly string[];
  readonly organisations: readonly string[];
  readonly issues: readonly string[];
  readonly counts: RemovedCounts;
}

/**
 * Removes the pages with their articles and facts, the people and organisations that nothing names any more, and the
 * issues and publications that are left empty, except the publication `kept`. What depends on the affected rows has to
 * be derived again.
 */
export async function removeFromArchive(
  tx: Transaction,
  pages: readonly StoredPage[],
  kept: string | null = null,
): Promise<Affected> {
  const removed = await deletePages(tx, pages);
  const names = await recountProfiles(tx, removed.profiles);
  const left = new Set(pages.map((page) => page.publicationId).filter((id) => id !== kept));
  const publications = left.size === 0 ? [] : await prunePublications(tx, left);
  const named = [...removed.organisations, ...publications.flatMap(({ districtId }) => districtId ?? [])];
  const organisations = await pruneOrganisations(tx, named);
  const { articles, agreements, issues } = removed;
  return {
    people: removed.people,
    names,
    organisations: named,
    issues: [...new Set(pages.map(({ issueId }) => issueId))],
    counts: {
      pages: pages.length,
      articles,
      agreements,
      people: 0,
      organisations,
      issues,
      publications: publications.length,
    },
  };
}

export interface RemovalOptions {
  /** Whether to count only, and leave everything as it is. */
  readonly dryRun?: boolean;
}

/** The files whose pages were removed, with those pages, and how many rows went with them. */
export interface RemovalResult {
  readonly files: readonly StoredFile[];
  readonly counts: RemovedCounts;
}

/**
 * Removes the pages that `select` chooses, in one transaction, and what they leave without a use. A file of which other
 * pages stay will be read again by the next import.
 */
export async function removeFiles(
  database: Database,
  select: (tx: Transaction) => Promise<readonly StoredFile[]>,
  { dryRun = false }: RemovalOptions = {},
): Promise<RemovalResult> {
  try {
    return await withImportLock(database, async (tx) => {
      const files = await select(tx);
      const pages = files.flatMap((file) => file.pages);
      const { people, names, organisations, issues, counts: removed } = await removeFromArchive(tx, pages);
      const moved = await settleNames(tx, names);
      const counts = { ...removed, people: await prunePeople(tx, [...new Set([...people, ...moved.people])]) };
      if (dryRun) throw new DryRun({ files, counts });
      const hashes = anyText(files.map(({ contentHash }) => contentHash));
      await tx.execute(sql`update pages set content_hash = '' where content_hash = ${hashes}`);
      await nameOrganisations(tx, organisations);
      const dirty = await withJudgements(
        tx,
        pages.map(({ id }) => id),
        {
          people: new Set([...people, ...moved.people]),
          organisations: new Set(organisations),
          coPresent: moved.coPresent,
          articles: [],
          issues: new Set([...issues, ...moved.issues]),
        },
      );
      await deriveFrom(tx, dirty);
      return { files, counts };
    });
  } catch (error) {
    if (error instanceof DryRun) return error.result;
    throw error;
  }
}

/** Rolls the transaction back. */
class DryRun extends Error {
  override readonly name = 'DryRun';
  readonly result: RemovalResult;

  constructor(result: RemovalResult) {
    super();
    this.result = result;
  }
}
