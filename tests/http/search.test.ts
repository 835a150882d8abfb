import { graphql } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLoaders } from '../../src/load/loaders.ts';
import { schema } from '../../src/schema/schema.ts';
import { fillArchive, multiplyArchive } from '../support/archive.ts';
import { createTestDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';
import { startGateway, WITHOUT_CACHE } from '../support/gateway.ts';
import type { TestGateway } from '../support/gateway.ts';
import { statementsOn } from '../support/statements.ts';

let database: TestDatabase;
let sent: string[];
let gateway: TestGateway;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillArchive(database);
  await multiplyArchive(database, 30);
  sent = statementsOn(database.queries);
  gateway = await startGateway(database, WITHOUT_CACHE);
});
afterAll(async () => {
  await gateway.close();
  await database.drop();
});

/** The statements of an answer to a document that is not prepared. */
async function statementsOf(document: string, variables: object): Promise<string[]> {
  sent.length = 0;
  const answer: unknown = await (await gateway.post(document, variables)).json();
  const statements = [...sent];
  const plain = await graphql({
    schema,
    source: document,
    variableValues: { ...variables },
    contextValue: { load: createLoaders(database) },
  });
  if (!('types' in variables)) expect(plain.data!['search']).not.toMatchObject({ nodes: [] });
  expect(answer).toEqual(JSON.parse(JSON.stringify(plain)));
  return statements;
}

test.each([
  ['of one type', 'nodes { ... on Article { headline issue { number } people(first: 2) { nodes { name } } } }'],
  ['of which nothing but the type is asked', 'nodes { __typename }'],
  [
    'of every type',
    `pageInfo { endCursor } edges { cursor score node { ... on Article { headline } ... on Person { name aliases { name } } ... on Organisation { parent { name } }
    ... on Agreement { parties { organisation { name } } } } }`,
  ],
  ['with their texts', 'nodes { ... on Node { id } } edges { highlights { field text ranges { start end } } }'],
  [
    'that are counted too',
    'totalCount facets { types { type count } years { year count } } nodes { ... on Node { id } }',
  ],
])('matches %s are found and read by one statement, the same for any words', async (_, selections) => {
  const document = `query ($query: String!, $types: [SearchResultType!]) { search(query: $query, types: $types, first: 100) { nodes { __typename } ${selections} } }`;
  await statementsOf(document, { query: '云溪' });
  await statementsOf(document, { query: '青禾' });
  const costs = [];
  for (const query of ['签署', '林澄', 'lin cheng', '云溪区 青禾集团'])
    costs.push(await statementsOf(document, { query }));
  expect(costs[0]).toHaveLength(1);
  for (const statements of costs) expect(statements).toEqual(costs[0]);
  // The same is read of matches, whatever types are asked for.
  for (const type of ['ARTICLE', 'PERSON', 'ORGANISATION', 'AGREEMENT'])
    expect(await statementsOf(document, { query: '云溪', types: [type] })).toHaveLength(1);
});

test('the people of the best matches are read by one more statement', async () => {
  const document =
    'query ($query: String!) { search(query: $query) { totalCount facets { people { count person { name } } } nodes { ... on Article { headline } } } }';
  for (const query of ['云溪', '青禾']) await statementsOf(document, { query });
  expect(await statementsOf(document, { query: '签署' })).toHaveLength(2);
});

test('people meant by a title are found by one statement too, and a mistyped name by two more', async () => {
  const document =
    'query ($query: String!) { search(query: $query) { correctedQuery totalCount nodes { __typename ... on Person { name } } } }';
  for (const query of ['云溪', '青禾', '区长林澄', '云溪区区长']) await statementsOf(document, { query });
  expect(await statementsOf(document, { query: '沈一苇' })).toHaveLength(1);
  expect(await statementsOf(document, { query: '区长林澄' })).toEqual(
    await statementsOf(document, { query: '云溪区区长' }),
  );
  expect(await statementsOf(document, { query: '云溪区区长' })).toHaveLength(1);
  expect(await statementsOf(document, { query: '沈一韦' })).toHaveLength(3);
  sent.length = 0;
  await gateway.post(document, { query: '沈二韦' });
  expect(sent).toHaveLength(2);
});
