import { afterAll, beforeAll, expect, test } from 'vitest';
import { encodeGlobalId } from '../../src/schema/global-id.ts';
import { fillArchive, idOf, multiplyArchive, PUBLICATION } from '../support/archive.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { WITHOUT_CACHE } from '../support/gateway.ts';
import { statementsOn } from '../support/statements.ts';
import { startClientGateway, type ClientGateway } from './gateway.ts';

let database: TestDatabase;
let statements: string[];
let gateway: ClientGateway;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillArchive(database);
  await multiplyArchive(database, 110);
  statements = statementsOn(database.queries);
  gateway = await startClientGateway(database, WITHOUT_CACHE);
});
afterAll(async () => {
  await gateway.close();
  await database.drop();
});

/** The statements of an answer from the third time on; the first two prepare the document. */
async function statementsOf(document: string, variables: object, operationName?: string): Promise<string[]> {
  for (let sight = 1; sight <= 3; sight += 1) {
    statements.length = 0;
    await gateway.ask(document, variables, operationName);
  }
  // Sorted: which of two branches is answered first is chance.
  return statements.toSorted();
}

const publication = PUBLICATION.slug;
const DISTRICT = encodeGlobalId({ __typename: 'Organisation', id: idOf('organisation', '云溪区') });
const MAYOR = encodeGlobalId({ __typename: 'Person', id: idOf('person', '林澄') });

interface Ids {
  readonly articles: { readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[] };
}
const archived = (count: number) =>
  gateway.ask<Ids>('archive', { first: count }).then(({ articles }) => articles.edges);

const sizes = [1, 10, 100];

// A page and its count are two statements; the people and the organisations that a search counts are one each.
test.each<[string, string, number, (size: number) => Promise<object> | object, string?]>([
  ['the front page', 'front-page', 1, (first) => ({ publication, first })],
  ['an article', 'article', 1, async (organisations) => ({ id: (await archived(1))[0]!.node.id, organisations })],
  ['a person', 'person', 1, (first) => ({ id: MAYOR, first }), 'PersonPage'],
  ['people of a name', 'person', 1, (first) => ({ name: '林澄', publication, first }), 'PeopleNamed'],
  ['an organisation', 'organisation', 1, (first) => ({ id: DISTRICT, first }), 'OrganisationPage'],
  [
    'organisations of a name',
    'organisation',
    1,
    (first) => ({ name: '云溪区', publication, first }),
    'OrganisationsNamed',
  ],
  ['agreements', 'agreements', 2, (first) => ({ filter: { publication, kinds: ['STRATEGIC', 'MEMORANDUM'] }, first })],
  [
    'a search for articles',
    'search',
    3,
    (first) => ({ query: '签署', types: ['ARTICLE'], filter: { publication }, first }),
  ],
  [
    'a search for agreements',
    'search',
    3,
    (first) => ({ query: '签署', types: ['AGREEMENT'], filter: { publication }, first }),
  ],
  [
    'the archive far in',
    'archive',
    2,
    async (first) => ({ filter: { publication }, first, after: (await archived(100))[99]!.cursor }),
  ],
  ['one thing again', 'refetch', 1, async () => ({ id: (await archived(1))[0]!.node.id }), 'Refetch'],
  [
    'many things again',
    'refetch',
    1,
    async (count) => ({ ids: (await archived(count)).map(({ node }) => node.id) }),
    'RefetchMany',
  ],
])(
  '%s costs the same statements for one, for ten and for a hundred',
  async (_, document, count, variables, operationName) => {
    const costs: string[][] = [];
    for (const size of sizes) costs.push(await statementsOf(document, await variables(size), operationName));
    expect(costs[1]).toEqual(costs[0]);
    expect(costs[2]).toEqual(costs[0]);
    expect(costs[0]).toHaveLength(count);
  },
);

// What leads to an office is not planned ahead; of the tenures there, those that the list has read already are not read
// again.
test.each(sizes)('the history of an office with a list of %i costs at most five statements', async (first) => {
  const variables = { organisation: '云溪区', title: '区长', on: '2024-03-01', publication, first };
  expect((await statementsOf('office-history', variables)).length).toBeLessThanOrEqual(5);
});

test('a search for everything runs no statement twice', async () => {
  const statements = await statementsOf('search', { query: '签署', first: 100 });
  expect(new Set(statements).size).toBe(statements.length);
});
