import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ingestPaths } from '../../src/ingest.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { codeBlocksOf, readDocuments, ROOT } from '../support/document.ts';
import { ask } from '../support/query.ts';

const documents = readDocuments();
/** Every query of a document, and the block behind it, which has to be its answer. */
const queries = documents.flatMap(({ path, text }) =>
  codeBlocksOf(text).flatMap(({ language, code }, at, blocks) =>
    language === 'graphql' ? [{ path, query: code, answer: blocks[at + 1] }] : [],
  ),
);

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await ingestPaths(database, [join(ROOT, 'seeds')]);
});
afterAll(() => database.drop());

test('the README has a first query and three more', () => {
  expect(queries.filter(({ path }) => path === 'README.md')).toHaveLength(4);
});

test.each(queries)('$path gives the answer that the gateway gives to $query', async ({ query, answer }) => {
  expect(answer?.language).toBe('json');
  expect({ data: await ask(database, query) }).toEqual(JSON.parse(answer?.code ?? ''));
});
