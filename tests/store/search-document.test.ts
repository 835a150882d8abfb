import { afterAll, beforeAll, expect, test } from 'vitest';
import { ingestPaths } from '../../src/ingest.ts';
import { reindex } from '../../src/store/reindex.ts';
import { createTestDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';
import { rowVersions } from '../support/rows.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await ingestPaths(database, ['seeds']);
});
afterAll(() => database.drop());

test('every article, person, organisation and agreement has its document', async () => {
  const [counts] = await database.sql`select
    (select count(*) from articles) + (select count(*) from people) + (select count(*) from organisations) + (select count(*) from agreements) as things,
    (select count(*) from search_documents) as documents`;
  expect(counts!['documents']).toBe(counts!['things']);
});

test('deriving what is derived already writes nothing', async () => {
  const before = await rowVersions(database);
  await reindex(database);
  expect(await rowVersions(database)).toEqual(before);
});
