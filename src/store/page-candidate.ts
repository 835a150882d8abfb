import { sql } from 'drizzle-orm';
import { makePgArray } from 'drizzle-orm/pg-core';
import type { PageLocation } from './page-location.ts';
import { filesOfPages, isLongerPath, textOfFile, type StoredFile } from './stored-file.ts';
import { textHash } from './text-hash.ts';
import { type Queryable, anyId } from './transaction.ts';

/** How many pages of one issue and number a page is compared with. */
const MAX_PAGES_COMPARED = 200;

/** A stored file that may hold the same page, with its text. */
export type Candidate = StoredFile & { readonly text: string };

/**
 * The stored files that may hold the page at the location: files with its text; of its issues, those with its number
 * and those with its path; of other issues, the latest with its path.
 */
export async function candidatesFor(
  db: Queryable,
  raw: string,
  { file, publicationId, issueIds, hasUnknownIssue, number }: PageLocation,
): Promise<Candidate[]> {
  // The path, its ends as seen from inner folders, and longer paths that end in it.
  const ends = file.split('/').map((_, at, parts) => parts.slice(at).join('/'));
  const hasPath = sql`(
    reverse(file) = any(array(select reverse(path) from unnest(${makePgArray(ends)}::text[]) path))
    or ${isLongerPath(file)})`;
  const ofIssues = sql`issue_id = ${anyId(issueIds)}`;
  const withIssue = sql`pages join issues on issues.id = issue_id`;
  const found = await filesOfPages(
    db,
    sql`id in (
    select id from pages
      where ${sql.raw(textHash('raw'))} = (select ${sql.raw(textHash('bare.raw'))} from (values (${raw})) bare(raw))
    union all (select id from pages where ${ofIssues} and number = ${number}::integer
      order by id limit ${MAX_PAGES_COMPARED})
    union all select id from pages where ${ofIssues} and ${hasPath}
    union all select pages.id from ${withIssue}
      where ${hasUnknownIssue} and publication_id = ${publicationId} and issues.key like 'file %' and ${hasPath}
    union all (select pages.id from ${withIssue}
      where reverse(file) = reverse(${file}) and publication_id = ${publicationId}
      order by imported_at desc limit 1))`,
  );
  const candidates: Candidate[] = [];
  for (const stored of found) candidates.push({ ...stored, text: await textOfFile(db, stored) });
  return candidates;
}
