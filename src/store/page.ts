import { sql } from 'drizzle-orm';
import { UNKNOWN_PUBLICATION } from '../parse/issue-head.ts';
import type { Database } from './database.ts';
import type { Edition } from './edition.ts';
import { contentId } from './id.ts';
import type { IssueReading } from './issue-reading.ts';
import { pages, teasers } from './tables.ts';
import { anyId, anyText, insertAll, together } from './transaction.ts';
import type { Transaction } from './transaction.ts';

/** Whether this very file was stored before, with this metadata, by this importer. */
export async function isStored(tx: Transaction | Database['drizzle'], file: string, contentHash: string): Promise<boolean> {
  const found = await tx.select({ id: pages.id }).from(pages).where(sql`${pages.file} = ${file} and ${pages.contentHash} = ${contentHash}`).limit(1);
  return found.length > 0;
}

/** Those of the pages that {@link isStored} is true of, by one statement. */
export async function storedPages<Page extends { readonly file: string; readonly contentHash: string }>(
  db: Database['drizzle'], pages: readonly Page[],
): Promise<ReadonlySet<Page>> {
  const hashes = anyText(pages.map(({ contentHash }) => contentHash));
  const rows = await db.execute<{ file: string; hash: string }>(sql`
    select distinct file, content_hash as hash from pages where file = ${anyText(pages.map(({ file }) => file))} and content_hash = ${hashes}`);
  const stored = new Set(rows.map(({ file, hash }) => `${hash} ${file}`));
  return new Set(pages.filter(({ file, contentHash }) => stored.has(`${contentHash} ${file}`)));
}

export function pageIdOf(issueId: string, { issue: { file } }: IssueReading): string {
  return contentId('page', issueId, file);
}

/** Stores the file as a page of the edition's issue, with its teasers. */
export async function savePage(tx: Transaction, issueId: string, reading: IssueReading, edition: Edition): Promise<void> {
  const { issue: { file }, head, raw, contentHash } = reading;
  const id = pageIdOf(issueId, reading);
  await together([
    insertAll(tx, pages, [{ id, issueId, file, contentHash, number: head.page, raw }]),
    insertAll(tx, teasers, edition.teasers.map((teaser, ordinal) => ({ pageId: id, ordinal, title: teaser.title.text, pages: [...teaser.pages] }))),
  ]);
}

/** A stored page that another import of its file takes the place of. */
export interface ReplacedPage {
  readonly id: string;
  readonly issueId: string;
  readonly publicationId: string;
}

/**
 * The pages that an earlier import of the file stored: those of the same file name in the publication; and those of the
 * same file name and the very same text in any other, for then only what is stated of the page has changed. An empty text
 * proves nothing, unless nothing was known of its page.
 */
export async function pagesReplaced(tx: Transaction | Database['drizzle'], publicationId: string, file: string, raw: string): Promise<readonly ReplacedPage[]> {
  const found = await tx.execute<{ id: string; issue_id: string; publication_id: string }>(sql`
    select pages.id, issue_id, publication_id from pages
      join issues on issues.id = issue_id join publications on publications.id = publication_id
    where file = ${file} and (publication_id = ${publicationId}
      or raw = ${raw} and (raw ~ '\\S' or publications.slug = ${UNKNOWN_PUBLICATION.slug}))
    order by pages.id`);
  return found.map((row) => ({ id: row.id, issueId: row.issue_id, publicationId: row.publication_id }));
}

/** Whom the removed articles named: those that nobody names any more are to go too. */
export interface RemovedSubjects {
  readonly people: readonly string[];
  readonly organisations: readonly string[];
}

/** Removes the pages with their articles and facts, and issues left without a page. */
export async function removePages(tx: Transaction, old: readonly ReplacedPage[]): Promise<RemovedSubjects> {
  if (old.length === 0) return { people: [], organisations: [] };
  const pageIds = anyId(old.map((page) => page.id));
  const subjects = await tx.execute<{ person_id: string | null; organisation_id: string | null }>(sql`
    with a as (select id from articles where page_id = ${pageIds})
    select person_id, null::uuid as organisation_id from article_people join a on id = article_id
    union select person_id, organisation_id from mentions join a on id = article_id
    union select person_id, null from credits join a on id = article_id
    union select null, organisation_id from article_organisations join a on id = article_id`);
  await tx.execute(sql`delete from pages where id = ${pageIds}`);
  await tx.execute(sql`
    delete from issues where id = ${anyId(old.map((page) => page.issueId))} and not exists (select from pages where issue_id = issues.id)`);
  return {
    people: subjects.flatMap(({ person_id: id }) => id ?? []),
    organisations: subjects.flatMap(({ organisation_id: id }) => id ?? []),
  };
}
