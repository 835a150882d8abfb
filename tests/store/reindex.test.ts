import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ingestPaths } from '../../src/ingest.ts';
import { contentId } from '../../src/store/id.ts';
import { reindex } from '../../src/store/reindex.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { allRows, rowVersions } from '../support/rows.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await ingestPaths(
    database,
    ['../pages', '../../seeds'].map((folder) => fileURLToPath(new URL(folder, import.meta.url))),
  );
});
afterAll(() => database.drop());

test('imports keep everything derived up to date: a reindex after them writes nothing', async () => {
  const before = await rowVersions(database);
  expect(before['search_documents']!.length).toBeGreaterThan(300);
  await reindex(database);
  expect(await rowVersions(database)).toEqual(before);
});

test('a reindex restores what is missing and corrects what is wrong', async () => {
  const before = await allRows(database);
  await database.sql`delete from tenures where modality = 'FULL'`;
  await database.sql`delete from search_documents where type = 'PERSON'`;
  await database.sql`update search_documents set names = '{}', lexemes = ''`;
  await database.sql`update printed_titles set post = '', office = null`;
  await database.sql`update article_people set event_id = null`;
  await database.sql`update co_appearances set count = count + 1 where person_id < '55555555-0000-0000-0000-000000000000'`;
  await database.sql`delete from co_appearances where person_id > 'aaaaaaaa-0000-0000-0000-000000000000'`;
  await database.sql`update people set named_count = named_count + 1, last_named_on = null`;
  await database.sql`update organisations set named_count = 0`;
  await reindex(database);
  expect(await allRows(database)).toEqual(before);
});

test('the first person of a name has an id that is made of the newspaper and the name alone', async () => {
  const people = await database.sql<{ id: string; name: string; publication: string }[]>`
    select p.id, p.name, f.publication_id as publication from people p join person_profiles f on f.id = p.anchor_id
    where not exists (select from people q where q.name = p.name and q.id <> p.id)`;
  expect(people.length).toBeGreaterThan(100);
  expect(people.filter(({ id, name, publication }) => id !== contentId('person', publication, name, ''))).toEqual([]);
});
