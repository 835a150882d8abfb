import { getIntrospectionQuery, Kind, parse, visit } from 'graphql';
import type { ArgumentNode } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../../src/config.ts';
import { readExamples } from '../../../src/http/page/example.ts';
import { costCounter } from '../../../src/http/limit/cost.ts';
import { schema } from '../../../src/schema/schema.ts';
import { documents } from '../../clients/gateway.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { codeIn, readDocuments } from '../../support/document.ts';
import { startGateway, type TestGateway } from '../../support/gateway.ts';

let database: TestDatabase;
let gateway: TestGateway;
beforeAll(async () => {
  database = await createTestDatabase();
  gateway = await startGateway(database);
});
afterAll(async () => {
  await gateway.close();
  await database.drop();
});

interface Answer {
  readonly errors?: readonly { readonly message: string; readonly extensions: Record<string, unknown> }[];
  readonly extensions?: { readonly cost: { readonly value: number; readonly limit: number } };
}

async function ask(query: string, variables: object = {}, extensions: object = { cost: true }): Promise<Answer> {
  const response = await fetch(gateway.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables, extensions }),
  });
  return (await response.json()) as Answer;
}

async function toldCost(query: string, variables: object = {}): Promise<number | undefined> {
  return (await ask(query, variables)).extensions?.cost.value;
}

test.each<[string, number, string]>([
  ['single values and counts cost nothing', 1, '{ articles { totalCount } }'],
  ['the name of a type costs nothing', 0, '{ __typename }'],
  ['a page costs itself and each node', 101, '{ articles(first: 100) { nodes { id } } }'],
  ['a page from the end costs as much', 101, '{ articles(last: 100) { nodes { id } } }'],
  ['a page has 20 when no size is given', 21, '{ articles { nodes { id } } }'],
  [
    'an edge is an object of its own, and so is what tells of the page',
    22,
    '{ articles(first: 10) { pageInfo { hasNextPage } edges { cursor node { id } } } }',
  ],
  [
    'pages inside pages multiply',
    1 + 100 * (1 + 1 + 50),
    '{ articles(first: 100) { nodes { people(first: 50) { nodes { name } } } } }',
  ],
  [
    'a list without a size is taken for five',
    1 + 10 * (1 + 5 * 2),
    '{ agreements(first: 10) { nodes { parties { organisation { name } } } } }',
  ],
  [
    'fragments cost what they hold, on connections too',
    1 + 10,
    '{ articles(first: 10) { ...a } } fragment a on ArticleConnection { nodes { ... on Article { ...b } } } fragment b on Article { id }',
  ],
  [
    'what has two names is read twice',
    2 * 11,
    '{ a: articles(first: 10) { nodes { id } } b: articles(first: 10) { nodes { id } } }',
  ],
  [
    'what is left out costs nothing',
    1,
    '{ articles { totalCount nodes @skip(if: true) { id } ... @include(if: false) { edges { cursor } } } }',
  ],
  ['every id of `nodes` is one', 3, '{ nodes(ids: ["a", "b", "c"]) { id } }'],
])('%s', async (_, cost, query) => {
  expect(await toldCost(query)).toBe(cost);
});

test('sizes come from variables and their defaults', async () => {
  const query = 'query ($first: Int = 7) { articles(first: $first) { nodes { id } } }';
  expect([await toldCost(query), await toldCost(query, { first: 3 }), await toldCost(query, { first: null })]).toEqual([
    8, 4, 21,
  ]);
});

test('variables decide whether something is left out', async () => {
  const query = 'query ($with: Boolean!) { articles(first: 10) { nodes { issue @include(if: $with) { id } } } }';
  expect([await toldCost(query, { with: true }), await toldCost(query, { with: false })]).toEqual([21, 11]);
});

test('a fragment that is spread many times is added up quickly', async () => {
  const levels = Array.from({ length: 12 }, (_, i) =>
    `fragment f${i} on Thing { ...f${i + 1} ...f${i + 1} }`.replaceAll('Thing', 'Article'),
  ).join(' ');
  expect(
    await toldCost(`{ articles(first: 1) { nodes { ...f0 } } } ${levels} fragment f12 on Article { issue { id } }`),
  ).toBe(2 + 2 ** 12);
});

test('an operation that costs too much is refused before it reads anything, with cost and limit', async () => {
  const query =
    '{ articles(first: 100) { nodes { people(first: 100) { nodes { articles(first: 100) { nodes { id } } } } } } }';
  const { limit } = (await ask('{ __typename }')).extensions!.cost;
  const cost = 1 + 100 * (2 + 100 * (2 + 100));
  const answer = await ask(query);
  expect(answer).toEqual({
    errors: [
      {
        message: `The answer could hold ${cost} objects; at most ${limit} are allowed (BANMIAN_MAX_COST). Ask for smaller pages, or for fewer lists inside lists.`,
        extensions: { code: 'COST_TOO_HIGH', cost, limit },
      },
    ],
  });
  const byGet = await fetch(`${gateway.url}?query=${encodeURIComponent(query)}`);
  expect(((await byGet.json()) as Answer).errors?.[0]?.extensions['code']).toBe('COST_TOO_HIGH');
});

test('the cost is in the answer only on request', async () => {
  expect((await ask('{ articles { totalCount } }', {}, {})).extensions).toBeUndefined();
  const byGet = await fetch(
    `${gateway.url}?${new URLSearchParams({ query: '{ articles { totalCount } }', extensions: '{"cost":true}' })}`,
  );
  expect(((await byGet.json()) as Answer).extensions?.cost.value).toBe(1);
});

test('of several operations the one that runs is counted', async () => {
  const query =
    'query Small { articles(first: 1) { nodes { id } } } query Large { articles(first: 100) { nodes { id } } }';
  const costOf = async (operationName: string) => {
    const body = JSON.stringify({ query, operationName, extensions: { cost: true } });
    const response = await fetch(gateway.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    return ((await response.json()) as Answer).extensions?.cost.value;
  };
  expect([await costOf('Large'), await costOf('Small'), await costOf('None')]).toEqual([101, 2, undefined]);
});

test('wrong variables are reported as usual', async () => {
  const query = 'query ($first: Int!) { articles(first: $first) { nodes { id } } }';
  const { errors } = await ask(query, { first: 'many' });
  expect(errors?.[0]?.message).toContain('$first');
  expect((await ask(query, { first: 101 })).errors?.[0]?.extensions['code']).toBe('BAD_ARGUMENT');
});

const examples = (await readExamples()).map(({ name, query }) => [name, query] as const);
const documented = readDocuments().flatMap(({ path, text }) =>
  codeIn(text, 'graphql').map((query, at) => [`query ${at + 1} of ${path}`, query] as const),
);

test.each([...Object.entries(documents), ...examples, ...documented])(
  '%s may ask for a hundred in every page',
  (_, text) => {
    const hundred = {
      Argument: (node: ArgumentNode) =>
        node.name.value === 'first' ? { ...node, value: { kind: Kind.INT, value: '100' } } : undefined,
    };
    const document = visit(parse(text), hundred);
    const operations = document.definitions.filter((part) => part.kind === Kind.OPERATION_DEFINITION);
    expect(operations).not.toEqual([]);
    for (const operation of operations)
      expect(costCounter(schema, document, operation)({})).toBeLessThanOrEqual(readConfig({}).maxCost);
  },
);

describe('introspection', () => {
  test('introspection costs ten for each type in its answer', async () => {
    const types = Object.keys(schema.getTypeMap()).length;
    expect(await toldCost('{ __schema { types { name } } }')).toBe(10 * (1 + types));
  });

  test('the usual introspection query is answered, and many of them in one are refused', async () => {
    const usual = getIntrospectionQuery({ inputValueDeprecation: true, specifiedByUrl: true, schemaDescription: true });
    expect(await ask(usual, {}, {})).not.toHaveProperty('errors');
    const many = `{ ${Array.from({ length: 49 }, (_, at) => `a${at}: __schema { types { name fields { name args { name description } } } }`).join(' ')} }`;
    expect((await ask(many)).errors?.[0]?.extensions['code']).toBe('COST_TOO_HIGH');
  });
});
