import { afterAll, beforeAll, expect, test } from 'vitest';
import { agreementRelations } from '../../src/load/agreement.ts';
import { articleRelations } from '../../src/load/article.ts';
import { issueRelations } from '../../src/load/issue.ts';
import type { PageArguments } from '../../src/load/listing.ts';
import { createLoaders } from '../../src/load/loaders.ts';
import { pageRequest } from '../../src/load/page.ts';
import { pageStatement } from '../../src/load/page-statement.ts';
import type { AnyListing } from '../../src/load/page-statement.ts';
import { PUBLICATION, fillArchive, idOf } from '../support/archive.ts';
import { createTestDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillArchive(database);
  await lengthen(database);
});
afterAll(() => database.drop());

/** Adds 2,000 issues, 20,000 articles that name one person, and as many agreements. */
async function lengthen({ sql }: TestDatabase): Promise<void> {
  const issue = idOf('issue', '2024-03-04');
  await sql`insert into issues (id, publication_id, key, published_on, published_on_basis)
    select gen_random_uuid(), ${PUBLICATION.id}, 'n' || n, date '1950-01-01' + n, 'STATED' from generate_series(1, 2000) n`;
  await sql`insert into articles (id, issue_id, page_id, position, page, genre, headline_lines, body, paragraphs, captions, is_incomplete,
      has_continued_from, has_continued_on, published_on)
    select gen_random_uuid(), ${issue}, ${idOf('page', '2024-03-04', 1)}, 100 + n, 1, 'NEWS', '{}', '', '[]', '{}', false, false, false,
      date '1950-01-01' + n / 10 from generate_series(1, 20000) n`;
  await sql`insert into article_people (article_id, person_id, ordinal, identity_rule) select id, ${idOf('person', '沈一苇')}, 9, 'test' from articles where position > 100`;
  await sql`insert into agreements (id, article_id, ordinal, kind, stage, signed_on, signed_on_basis, is_renewal, field, start, "end", quote, rule, raw_start, raw_end, line)
    select gen_random_uuid(), id, 0, 'OTHER', 'SIGNED', published_on, 'STATED', false, 'BODY', 0, 1, '签', 'test', 0, 1, 1 from articles where position > 100`;
  await sql`analyze`;
}

/** The generic plan, which is the one that the gateway's connections keep to. */
async function planOf(listing: AnyListing, args: PageArguments, parent: string | null): Promise<string> {
  const { text, parameters } = pageStatement(listing, pageRequest(listing, args), args, parent === null ? null : `{${parent}}`);
  const values = parameters.map((value) => `'${value}'`).join(', ');
  const connection = await database.sql.reserve();
  await connection.unsafe(`prepare page as ${text}`);
  const rows = await connection.unsafe(`explain execute page(${values})`);
  await connection.unsafe('deallocate page');
  connection.release();
  return rows.map((row) => String(row['QUERY PLAN'])).join('\n');
}

/** A cursor in the middle of the list. */
async function middleOf(list: 'issues' | 'articles' | 'agreements'): Promise<string> {
  const { edges } = await createLoaders(database.sql)[list]({ first: 100 }).page();
  return edges.at(-1)!.cursor;
}

test.each([
  ['issues', issueRelations.issues, 'issues_published_idx'],
  ['articles', articleRelations.articles, 'articles_published_idx'],
  ['agreements', agreementRelations.agreements, 'agreements_signed_idx'],
] as const)('a page of %s is read through the index of their day, from wherever it begins', async (list, listing, index) => {
  const after = await middleOf(list);
  for (const args of [{}, { after }, { last: 5, before: after }, { orderBy: { field: listing.defaultOrder, direction: 'ASC' as const }, after }]) {
    const plan = await planOf(listing as AnyListing, args, null);
    expect(plan).toContain(index);
    expect(plan).not.toMatch(/Seq Scan on (?:issues|articles|agreements)/);
  }
});

test('the articles of an issue are read through its index', async () => {
  const plan = await planOf(articleRelations.articlesOfIssue as AnyListing, {}, idOf('issue', '2024-03-04'));
  expect(plan).toContain('articles_issue_idx');
  expect(plan).not.toContain('Seq Scan');
});
