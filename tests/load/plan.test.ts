import { afterAll, beforeAll, expect, test } from 'vitest';
import { agreementRelations } from '../../src/load/agreement.ts';
import { articleRelations } from '../../src/load/article.ts';
import { issueRelations } from '../../src/load/issue.ts';
import type { PageArguments } from '../../src/load/listing.ts';
import { createLoaders } from '../../src/load/loaders.ts';
import { pageRequest } from '../../src/load/page.ts';
import { pageStatement } from '../../src/load/page-statement.ts';
import type { AnyListing } from '../../src/load/page-statement.ts';
import { organisationRelations } from '../../src/load/organisation.ts';
import { personRelations } from '../../src/load/person.ts';
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

/** Adds 2,000 issues, 20,000 articles that name one person, as many agreements, and 5,000 people and organisations. */
async function lengthen({ sql }: TestDatabase): Promise<void> {
  const issue = idOf('issue', '2024-03-04');
  await sql`insert into issues (id, publication_id, key, published_on, published_on_basis)
    select gen_random_uuid(), ${PUBLICATION.id}, 'n' || n, date '1950-01-01' + n, 'STATED' from generate_series(1, 2000) n`;
  await sql`insert into articles (id, issue_id, page_id, position, page, genre, headline_lines, body, paragraphs, captions, is_incomplete,
      has_continued_from, has_continued_on, published_on, publication_id)
    select gen_random_uuid(), ${issue}, ${idOf('page', '2024-03-04', 1)}, 100 + n, 1, 'NEWS', '{}', '', '[]', '{}', false, false, false,
      date '1950-01-01' + n / 10, ${PUBLICATION.id} from generate_series(1, 20000) n`;
  await sql`insert into article_people (article_id, person_id, ordinal, identity_rule, is_present, published_on, cited_on)
    select id, ${idOf('person', '沈一苇')}, 9, 'test', false, published_on, published_on from articles where position > 100`;
  await sql`insert into agreements (id, article_id, ordinal, kind, stage, signed_on, signed_on_basis, is_renewal, publication_id, field, start, "end", quote, rule, raw_start, raw_end, line)
    select gen_random_uuid(), id, 0, 'OTHER', 'SIGNED', published_on, 'STATED', false, publication_id, 'BODY', 0, 1, '签', 'test', 0, 1, 1 from articles where position > 100`;
  await sql`insert into people (id, publication_id, name, pinyin) select gen_random_uuid(), ${PUBLICATION.id}, '某' || n, 'mou ' || n from generate_series(1, 5000) n`;
  await sql`insert into organisations (id, key, name, kind) select gen_random_uuid(), '某' || n || '公司', '某' || n || '公司', 'COMPANY' from generate_series(1, 5000) n`;
  await sql`analyze`;
}

/** The generic plan, which is the one that the gateway's connections keep to. */
async function planOf(listing: AnyListing, args: PageArguments, parent: string | null): Promise<string> {
  const { text, parameters } = pageStatement(listing, pageRequest(listing, args), args, parent === null ? [] : [`{${parent}}`]);
  const values = parameters.map((value) => `'${value}'`).join(', ');
  const connection = await database.sql.reserve();
  await connection.unsafe(`prepare page as ${text}`);
  const rows = await connection.unsafe(`explain execute page(${values})`);
  await connection.unsafe('deallocate page');
  connection.release();
  return rows.map((row) => String(row['QUERY PLAN'])).join('\n');
}

/** A cursor in the middle of the list. */
async function middleOf(list: 'issues' | 'articles' | 'agreements' | 'people' | 'organisations'): Promise<string> {
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

test.each([
  ['people', personRelations.people, {}, 'people_pinyin_order_idx'],
  ['people', personRelations.people, { orderBy: { field: 'NAME', direction: 'ASC' } }, 'people_name_order_idx'],
  ['organisations', organisationRelations.organisations, {}, 'organisations_name_order_idx'],
] as const)('a page of %s in the order of its characters is read through the index of that order', async (list, listing, args, index) => {
  const plan = await planOf(listing as AnyListing, args, null);
  expect(plan).toContain(index);
  expect(plan).not.toContain('Seq Scan');
  if (Object.keys(args).length > 0) return;
  expect(await planOf(listing as AnyListing, { after: await middleOf(list) }, null)).toContain(index);
});

test.each([
  ['people', personRelations.peopleNamed, ['mentions_name_idx']],
  ['organisations', organisationRelations.organisationsNamed, ['organisations_key_unique']],
] as const)('%s are found by name through indexes alone', async (table, { from, where }, indexes) => {
  const connection = await database.sql.reserve();
  await connection.unsafe(`prepare named as select 1 from ${from} where ${where}`);
  const plan = (await connection.unsafe(`explain execute named('林澄', null)`)).map((row) => String(row['QUERY PLAN'])).join('\n');
  await connection.unsafe('deallocate named');
  connection.release();
  for (const index of indexes) expect(plan).toContain(index);
  expect(plan).not.toContain(`Seq Scan on ${table}`);
});
