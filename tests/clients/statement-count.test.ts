import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loggedPool } from '../load/statement-log.ts';
import { fillArchive, multiplyArchive, PUBLICATION } from '../support/archive.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { startClientGateway, type ClientGateway } from './gateway.ts';

let database: TestDatabase;
let pool: ReturnType<typeof loggedPool>;
let gateway: ClientGateway;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillArchive(database);
  await multiplyArchive(database, 110);
  pool = loggedPool(database.url);
  gateway = await startClientGateway(pool.sql);
});
afterAll(async () => {
  await gateway.close();
  await pool.sql.end();
  await database.drop();
});

/** The statements that an answer costs. */
async function statementsOf(document: string, variables: object, operationName?: string): Promise<string[]> {
  pool.statements.length = 0;
  await gateway.ask(document, variables, operationName);
  // Sorted: which of two branches is answered first is chance.
  return pool.statements.toSorted();
}

const publication = PUBLICATION.slug;

interface Ids { readonly articles: { readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[] } }
const archived = (count: number) => gateway.ask<Ids>('archive', { first: count }).then(({ articles }) => articles.edges);

describe.each<[string, number, (size: number) => Promise<object> | object, string?]>([
  ['front-page', 10, (first) => ({ publication, first })],
  ['article', 14, async (organisations) => ({ id: (await archived(1))[0]!.node.id, organisations })],
  ['person', 11, (first) => ({ name: '林澄', publication, first })],
  ['organisation', 7, (first) => ({ name: '云溪区', publication, first })],
  ['agreements', 7, (first) => ({ filter: { publication, kind: ['STRATEGIC', 'MEMORANDUM'] }, first })],
  ['archive', 4, async (first) => ({ filter: { publication }, first, after: (await archived(100))[99]!.cursor })],
  ['refetch', 1, async () => ({ id: (await archived(1))[0]!.node.id }), 'Refetch'],
  ['refetch', 1, async (count) => ({ ids: (await archived(count)).map(({ node }) => node.id) }), 'RefetchMany'],
])('%s', (document, count, variables, operationName) => {
  test(`${operationName ?? 'the answer'} costs the same statements for pages of one, of ten and of a hundred`, async () => {
    const one = await statementsOf(document, await variables(1), operationName);
    expect(await statementsOf(document, await variables(10), operationName)).toEqual(one);
    expect(await statementsOf(document, await variables(100), operationName)).toEqual(one);
    expect(one.length).toBe(count);
  });
});
