import { sql } from 'drizzle-orm';
import type { Database } from './database.ts';
import { deriveFrom } from './derivation.ts';
import { nameOrganisations, pruneOrganisations } from './organisation.ts';
import { deletePages } from './page.ts';
import { prunePeople } from './person.ts';
import { prunePublications } from './publication.ts';
import type { StoredFile, StoredPage } from './stored-file.ts';
import { anyText, pipelined, withImportLock } from './transaction.ts';
import type { Transaction } from './transaction.ts';

/** How many rows of the archive a removal took. */
export interface RemovedCounts {
  readonly pages: number;
  readonly articles: number;
  readonly agreements: number;
  readonly people: number;
  readonly organisations: number;
  readonly issues: number;
  readonly publications: number;
}

/** Ids of what the removed articles named, and of the issues that they stood in; some of it is gone too. */
export interface Left {
  readonly people: readonly string[];
  readonly organisations: readonly string[];
  readonly issues: readonly string[];
  readonly counts: RemovedCounts;
}

/**
 * Takes the pages out of the archive, with their articles and facts, the people and organisations that nothing names
 * any more, and issues and publications left empty, but for the publication that is to be `kept`. What is derived from
 * those that stay has to be worked out anew.
 */
export async function removeFromArchive(
  tx: Transaction,
  pages: readonly StoredPage[],
  kept: string | null = null,
): Promise<Left> {
  const removed = await deletePages(tx, pages);
  const people = await prunePeople(tx, removed.people);
  const left = new Set(pages.map((page) => page.publicationId).filter((id) => id !== kept));
  const publications = left.size === 0 ? [] : await prunePublications(tx, left);
  const named = [...removed.organisations, ...publications.flatMap(({ districtId }) => districtId ?? [])];
  const organisations = await pruneOrganisations(tx, named);
  const { articles, agreements, issues } = removed;
  return {
    people: removed.people,
    organisations: named,
    issues: [...new Set(pages.map(({ issueId }) => issueId))],
    counts: {
      pages: pages.length,
      articles,
      agreements,
      people,
      organisations,
      issues,
      publications: publications.length,
    },
  };
}

export interface RemovalOptions {
  /** Whether to leave all as it is and only count. */
  readonly dryRun?: boolean;
}

/**
 * Removes what `select` chooses, all or nothing, and all that is left of it alone. A file some of whose pages stay will
 * be read again by the next import. Returns the files with the pages that went, and how many rows did.
 */
export async function removeFiles(
  database: Database,
  select: (tx: Transaction) => Promise<readonly StoredFile[]>,
  { dryRun = false }: RemovalOptions = {},
): Promise<{ readonly files: readonly StoredFile[]; readonly counts: RemovedCounts }> {
  let result: Awaited<ReturnType<typeof removeFiles>> | undefined;
  try {
    await withImportLock(database, async (tx) => {
      const files = await select(tx);
      const { people, organisations, issues, counts } = await removeFromArchive(
        tx,
        files.flatMap(({ pages }) => pages),
      );
      result = { files, counts };
      if (dryRun) throw new DryRun();
      await tx.execute(
        sql`update pages set content_hash = '' where content_hash = ${anyText(files.map(({ contentHash }) => contentHash))}`,
      );
      await pipelined([
        nameOrganisations(tx, organisations),
        deriveFrom(tx, {
          people: new Set(people),
          organisations: new Set(organisations),
          articles: [],
          issues: new Set(issues),
        }),
      ]);
    });
  } catch (error) {
    if (!(error instanceof DryRun)) throw error;
  }
  return result!;
}

/** Ends the transaction, so that nothing of it stays. */
class DryRun extends Error {
  override readonly name = 'DryRun';
}
