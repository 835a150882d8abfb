import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { printable } from '../text/printable.ts';
import type { Queryable } from './transaction.ts';

/** A page of a stored file and its issue. A type, not an interface: drizzle wants rows that may have any key. */
export type StoredPage = {
  readonly id: string;
  readonly issueId: string;
  readonly issueKey: string;
  readonly issueNumber: number | null;
  readonly publicationId: string;
  readonly publicationName: string;
  readonly slug: string;
  readonly number: number | null;
};

/** What one import of a file stored, and is removed as a whole: a page of each issue that its articles belong to. */
export interface StoredFile {
  readonly file: string;
  readonly contentHash: string;
  readonly isStated: boolean;
  /** The hash of the facts that another reader gave of it; null if they are ours. */
  readonly givenHash: string | null;
  readonly pages: readonly [StoredPage, ...StoredPage[]];
}

/**
 * The files that have one of the pages that the condition on `pages.id` selects, each with all its pages, in the order
 * of their names.
 */
export async function filesOfPages(db: Queryable, condition: SQL): Promise<StoredFile[]> {
  const rows = await db.execute<Omit<StoredFile, 'pages'> & StoredPage>(sql`
    select p.id, p.file, p.content_hash as "contentHash", p.is_stated as "isStated", p.given_hash as "givenHash", p.number, i.id as "issueId",
      i.key as "issueKey", i.number as "issueNumber",
      u.id as "publicationId", u.name as "publicationName", u.slug
    from pages p join issues i on i.id = p.issue_id join publications u on u.id = i.publication_id
    where (p.content_hash, p.file) in (select content_hash, file from pages where ${condition})
    order by p.file collate "C", p.content_hash, i.key collate "C", p.id`);
  const files = new Map<string, { -readonly [Key in keyof StoredFile]: StoredFile[Key] }>();
  for (const { file, contentHash, isStated, givenHash, ...page } of rows) {
    const name = `${contentHash} ${file}`;
    const known = files.get(name);
    if (known === undefined) files.set(name, { file, contentHash, isStated, givenHash, pages: [page] });
    else known.pages = [...known.pages, page];
  }
  return [...files.values()];
}

/** The text of a stored file. */
export async function textOfFile(db: Queryable, { pages: [{ id }] }: StoredFile): Promise<string> {
  const [row] = await db.execute<{ raw: string }>(sql`select raw from pages where id = ${id}`);
  return row?.raw ?? '';
}

/** Describes a file for people, with the first of its issues: `a/01.txt (徐汇报 2025-04-02, No. 301, page 1)`. */
export function describeFile({
  file,
  pages: [{ publicationName, issueKey, issueNumber, number }, ...others],
}: StoredFile): string {
  const day = /^\d{4}-\d{2}-\d{2}$/.exec(issueKey)?.[0];
  const place = [
    publicationName,
    ...(day === undefined ? [] : [day]),
    ...(issueNumber === null ? [] : [`No. ${issueNumber}`]),
    ...(number === null ? [] : [`page ${number}`]),
    ...(others.length === 0 ? [] : [`and ${others.length} more issues`]),
  ];
  return `${printable(file)} (${place.join(', ')})`;
}

/**
 * SQL for whether `file` is a longer path that ends in this one. The index on reversed paths serves it: they begin with
 * the reversed path and `/`, and `0` is the character after `/`.
 */
export function isLongerPath(path: string): SQL {
  return sql`(reverse(file) ~>=~ (reverse(${path}) || '/') and reverse(file) ~<~ (reverse(${path}) || '0'))`;
}

/** Whether one of the paths is the end of the other: the same file, seen from different folders. */
export function isSamePath(one: string, other: string): boolean {
  return one === other || one.endsWith(`/${other}`) || other.endsWith(`/${one}`);
}
