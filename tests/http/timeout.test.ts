import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase, type Database } from '../../src/store/database.ts';
import type { QueryClient } from '../../src/store/query-pool.ts';
import { fillArchive, PUBLICATION } from '../support/archive.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { startGateway, type TestGateway } from '../support/gateway.ts';

let owner: TestDatabase;
let database: Database;
let gateway: TestGateway;

beforeAll(async () => {
  owner = await createTestDatabase();
  await fillArchive(owner);
  database = await openDatabase({
    url: owner.url,
    dataFolder: '',
    poolSize: 2,
    prepare: true,
    statementTimeoutSeconds: 1,
  });
  gateway = await startGateway(database, { BANMIAN_STATEMENT_TIMEOUT_SECONDS: '1' });
});
afterAll(async () => {
  await gateway.close();
  await database.close();
  await owner.drop();
});

async function ask(query: string): Promise<unknown> {
  return (await gateway.post(query)).json();
}

test('a statement that takes too long is ended: the caller gets a code, the log one line', async () => {
  const answer = await owner.sql.begin(async (sql) => {
    await sql`lock table articles in access exclusive mode`;
    return ask('query Front { articles { totalCount nodes { id } } }');
  });
  const error = {
    message:
      'The database took longer than 1 s (BANMIAN_STATEMENT_TIMEOUT_SECONDS). Ask for less at once, or for smaller pages.',
    extensions: { code: 'TIMEOUT' },
  };
  expect(answer).toMatchObject({ data: null, errors: [error] });
  expect(gateway.lines).toMatchObject([
    { msg: 'a statement ran out of time', operationName: 'Front', err: { code: '57014' } },
  ]);
  expect(await ask('{ articles { totalCount } }')).toEqual({ data: { articles: { totalCount: 12 } } });
});

test.each([
  ['as it is', ['article', 'agreements', 'nodes']],
  ['by compiled code', ['article']],
])('run %s, a query that is late in one field answers the others', async (_, path) => {
  const found = (await ask('{ articles(first: 1) { nodes { id } } }')) as {
    data: { articles: { nodes: [{ id: string }] } };
  };
  const answer = await owner.sql.begin(async (sql) => {
    await sql`lock table agreements in access exclusive mode`;
    return ask(`{
      article: node(id: "${found.data.articles.nodes[0].id}") { ... on Article { headline agreements { nodes { kind } } } }
      publication(slug: "${PUBLICATION.slug}") { name }
    }`);
  });
  expect(answer).toMatchObject({
    data: { article: null, publication: { name: PUBLICATION.name } },
    errors: [{ path, extensions: { code: 'TIMEOUT' } }],
  });
});

test('writing has no time limit', async () => {
  const limitOf = async (queries: QueryClient) =>
    (await queries.unsafe('show statement_timeout', [], { prepare: false }).values())[0]![0];
  expect(await limitOf(database.queries)).toBe('1s');
  expect(await limitOf(database.sql)).toBe('0');
});
