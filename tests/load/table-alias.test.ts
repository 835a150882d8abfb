import { is } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aliased, as, table } from '../../src/load/table-alias.ts';
import { column, day } from '../../src/query/shape.ts';
import * as agreementTables from '../../src/store/agreement-tables.ts';
import * as derivedTables from '../../src/store/derived-tables.ts';
import * as factTables from '../../src/store/fact-tables.ts';
import * as tables from '../../src/store/tables.ts';
import { createTestDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const all = Object.entries({ ...tables, ...factTables, ...agreementTables, ...derivedTables }).filter(([, each]) =>
  is(each, PgTable),
);

test.each(all)('every column of %s is found under an alias', async (_, each) => {
  const t = aliased(each as PgTable, 't');
  await database.sql.unsafe(`select ${Object.values(t).join(', ')} from ${table(t)} limit 0`);
});

const a = aliased(tables.articles, 'a', { slug: tables.publications.slug });

test('a column is written as the database names it, and quoted, for some names are reserved', () => {
  expect(a.publishedOn).toBe('a."published_on"');
  expect(aliased(factTables.mentions, 'm').end).toBe('m."end"');
  expect(table(a)).toBe('articles a');
});

test('a subquery has the columns that are added to its table', () => {
  expect(a.slug).toBe('a."slug"');
});

test('a column is selected under the name of another', () => {
  expect(as(a.id, aliased(factTables.articlePeople, 'x').articleId)).toBe('a."id" as "article_id"');
});

test('a column that the schema does not have, or that holds something else, is no column', () => {
  // @ts-expect-error There is no such column.
  expect(a.publishedAt).toBeUndefined();
  // @ts-expect-error A number is no day.
  expect(day(a.page)).toBeDefined();
  // @ts-expect-error SQL that no schema vouches for says what it holds: it is an `expression`.
  expect(column('a.id')).toBeDefined();
  expect(column(a.headline).columns).toEqual(['a."headline"']);
});
