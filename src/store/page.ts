import { sql } from 'drizzle-orm';
import type { IssueSlice } from './issue-slice.ts';
import { contentId } from './id.ts';
import type { ExtractedPage } from './extracted-page.ts';
import type { StoredFile, StoredPage } from './stored-file.ts';
import { pages, supersededFiles, teasers } from './tables.ts';
import { anyId, insertAll, pipelined } from './transaction.ts';
import type { Transaction } from './transaction.ts';

/** Tells a page from the other pages of its issue, with the id that is made from it. */
export interface PageKey {
  readonly id: string;
  readonly key: string;
}

/**
 * The key is the page's number, or its number and file when another page of the issue has the number, else its file.
 */
export async function pageKey(
  tx: Transaction,
  issueId: string,
  { head: { page: number }, issue: { file } }: ExtractedPage,
): Promise<PageKey> {
  const keyed = (key: string) => ({ id: contentId('page', issueId, key), key });
  if (number === null) return keyed(file);
  const found = await tx.execute(sql`select from pages where issue_id = ${issueId} and key = ${`page ${number}`}`);
  return keyed(found.length === 0 ? `page ${number}` : `page ${number} of ${file}`);
}

/** Inserts the page of a slice with its teasers. */
export async function insertPage(
  tx: Transaction,
  issueId: string,
  { id, key }: PageKey,
  reading: ExtractedPage,
  edition: IssueSlice,
): Promise<void> {
  const {
    issue: { file },
    head,
    raw,
    encoding,
    contentHash,
    isStated,
    given,
  } = reading;
  await pipelined([
    insertAll(tx, pages, [
      {
        ...{ id, issueId, key, file, contentHash, number: head.page, raw, encoding, isStated },
        reader: given?.reader ?? null,
        givenFacts: given?.facts ?? null,
        givenHash: given?.hash ?? null,
      },
    ]),
    insertAll(
      tx,
      teasers,
      edition.teasers.map((teaser, ordinal) => ({
        pageId: id,
        ordinal,
        title: teaser.title.text,
        pages: [...teaser.pages],
      })),
    ),
  ]);
}

/** A file that another file has replaced. */
export type SupersededFile = Omit<typeof supersededFiles.$inferInsert, 'pageId'>;

/** The files that a file supersedes when it replaces others: these, and those that they superseded. */
export async function filesSuperseded(
  tx: Transaction,
  { contentHash, issue: { file } }: ExtractedPage,
  replaced: readonly StoredFile[],
): Promise<SupersededFile[]> {
  if (replaced.length === 0) return [];
  const replacedPages = anyId(replaced.flatMap(({ pages }) => pages.map(({ id }) => id)));
  const earlier = await tx.execute<SupersededFile & Record<string, unknown>>(sql`
    select content_hash as "contentHash", file from superseded_files where page_id = ${replacedPages}
    order by content_hash, file`);
  const all = new Map(
    [...earlier, ...replaced].map((one) => [one.contentHash, { contentHash: one.contentHash, file: one.file }]),
  );
  return [...all.values()].filter((one) => one.file !== file && one.contentHash !== contentHash);
}

export async function saveSuperseded(tx: Transaction, pageId: string, files: readonly SupersededFile[]): Promise<void> {
  await insertAll(
    tx,
    supersededFiles,
    files.map((superseded) => ({ pageId, ...superseded })),
  );
}

export interface RemovedPages {
  /** Whom the removed articles named. Those whom nobody names any more are to be removed too. */
  readonly people: readonly string[];
  readonly organisations: readonly string[];
  /** What the removed articles were occurrences of. */
  readonly profiles: readonly string[];
  /** How many rows were removed. */
  readonly articles: number;
  readonly agreements: number;
  readonly issues: number;
}

/** Deletes the pages with their articles and facts, and issues that are left without a page. */
export async function deletePages(
  tx: Transaction,
  old: readonly Pick<StoredPage, 'id' | 'issueId'>[],
): Promise<RemovedPages> {
  if (old.length === 0) return { people: [], organisations: [], profiles: [], articles: 0, agreements: 0, issues: 0 };
  const pageIds = anyId(old.map((page) => page.id));
  const subjects = await tx.execute<{ person_id: string | null; organisation_id: string | null }>(sql`
    with a as (select id from articles where page_id = ${pageIds})
    select person_id, null::uuid as organisation_id from article_people join a on id = article_id
    union select person_id, organisation_id from mentions join a on id = article_id
    union select person_id, null from credits join a on id = article_id
    union select null, organisation_id from article_organisations join a on id = article_id
    -- A corrected fact may name what the article does not.
    union select null, organisation_id from printed_titles join a on id = article_id where organisation_id is not null
    union select null, organisation_id from agreement_parties join agreements g on g.id = agreement_id
      join a on a.id = g.article_id`);
  const profiles = await tx.execute<{ id: string }>(sql`
    select distinct profile_id as id from article_people join articles on articles.id = article_id
    where page_id = ${pageIds} and profile_id is not null`);
  const [counts = { articles: 0, agreements: 0 }] = await tx.execute<{ articles: number; agreements: number }>(sql`
    select count(*)::int as articles,
      coalesce(sum((select count(*) from agreements where article_id = articles.id)), 0)::int as agreements
    from articles where page_id = ${pageIds}`);
  await tx.execute(sql`delete from pages where id = ${pageIds}`);
  const issues = await tx.execute(sql`
    delete from issues where id = ${anyId(old.map((page) => page.issueId))}
      and not exists (select from pages where issue_id = issues.id) returning id`);
  return {
    ...counts,
    issues: issues.length,
    profiles: profiles.map(({ id }) => id),
    people: subjects.flatMap(({ person_id: id }) => id ?? []),
    organisations: subjects.flatMap(({ organisation_id: id }) => id ?? []),
  };
}
