import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ingestPaths } from '../../src/ingest.ts';
import { reindex } from '../../src/store/reindex.ts';
import { createTestDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';
import { startGateway } from '../support/gateway.ts';
import type { TestGateway } from '../support/gateway.ts';
import { rowVersions } from '../support/rows.ts';

let database: TestDatabase;
let gateway: TestGateway;
beforeAll(async () => {
  database = await createTestDatabase();
  expect(await ingestPaths(database, ['tests/http/search-archive'])).toMatchObject({ imported: 4, failed: 0 });
  gateway = await startGateway(database);
});
afterAll(async () => {
  await gateway.close();
  await database.drop();
});

interface Found {
  readonly correctedQuery: string | null;
  readonly nodes: readonly {
    readonly __typename: string;
    readonly headline?: string;
    readonly name?: string;
    readonly instrumentTitle?: string;
  }[];
}

async function ask(query: string, rest: string): Promise<Record<string, unknown>> {
  const answer = (await (
    await gateway.post(`query ($query: String!) { search(query: $query, ${rest} }`, { query })
  ).json()) as { data?: { search: Record<string, unknown> } };
  if (answer.data === undefined) throw new Error(JSON.stringify(answer));
  return answer.data.search;
}

async function search(query: string, page = 'first: 3'): Promise<Found> {
  return (await ask(
    query,
    `${page}) { correctedQuery
    nodes { __typename ... on Article { headline } ... on Person { name } ... on Organisation { name } ... on Agreement { instrumentTitle } } }`,
  )) as unknown as Found;
}

/** A line has the kind, the query, the first hit (`-` for none) and what has to be searched instead. */
const lines = readFileSync('tests/http/search-queries.tsv', 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('\t'));

describe.each(lines)('%s: %s', (_, query = '', first = '', instead = '') => {
  test(`finds ${first} first${instead === '' ? '' : `, as ${instead}`}`, async () => {
    const {
      nodes: [node],
      correctedQuery,
    } = await search(query);
    const shown =
      node === undefined
        ? '-'
        : `${node.__typename.toUpperCase()} ${node.headline ?? node.name ?? node.instrumentTitle}`;
    expect({ first: shown, instead: correctedQuery ?? '' }).toEqual({ first, instead });
  });
});

test('no name that is one character off stands among those that are meant', async () => {
  for (const [name, other] of [
    ['张芸', '张云'],
    ['张云', '张芸'],
  ] as const) {
    const { nodes, correctedQuery } = await search(name, 'first: 100');
    expect(nodes.map((node) => node.name)).not.toContain(other);
    expect(correctedQuery).toBeNull();
  }
});

test('the query searched instead is the same for every page, count and facet', async () => {
  const asked =
    'correctedQuery totalCount facets { types { type count } years { year count } people { person { name } count } } pageInfo { endCursor hasNextPage } nodes { __typename ... on Node { id } }';
  const whole = async (query: string) => await ask(query, `first: 100) { ${asked} }`);
  const [slip, name] = [await whole('韩雪淞'), await whole('韩雪松')];
  expect(name).toMatchObject({ correctedQuery: null, totalCount: 6 });
  expect(slip).toEqual({ ...name, correctedQuery: '韩雪松' });
  const ids: string[] = [];
  for (let after = 'null'; after !== ''; ) {
    const page = await ask('韩雪淞', `first: 2, after: ${after}) { ${asked} }`);
    expect(page['correctedQuery']).toBe('韩雪松');
    ids.push(...(page['nodes'] as { id: string }[]).map(({ id }) => id));
    const { endCursor, hasNextPage } = page['pageInfo'] as { endCursor: string; hasNextPage: boolean };
    after = hasNextPage ? JSON.stringify(endCursor) : '';
  }
  expect(ids).toEqual((name['nodes'] as { id: string }[]).map(({ id }) => id));
});

test('nothing is searched instead of what exists, even in another type, newspaper or page', async () => {
  expect(await ask('高远山', 'types: [AGREEMENT]) { correctedQuery totalCount nodes { __typename } }')).toMatchObject({
    correctedQuery: null,
  });
  expect(await ask('张云写', 'types: [PERSON]) { correctedQuery totalCount nodes { __typename } }')).toEqual({
    correctedQuery: null,
    totalCount: 0,
    nodes: [],
  });
  expect(await ask('罗启明', 'filter: { datedOn: { from: "2030-01-01" } }) { correctedQuery totalCount }')).toEqual({
    correctedQuery: null,
    totalCount: 0,
  });
  expect(await ask('"高元山"', 'first: 1) { correctedQuery totalCount }')).toEqual({
    correctedQuery: null,
    totalCount: 0,
  });
});

test('an office has all its holders before what is printed of it, and words to leave out are left out of them', async () => {
  const { nodes } = await search('云峤区副区长', 'first: 100');
  expect(nodes.slice(0, 2).map((node) => node.name)).toEqual(expect.arrayContaining(['韩雪松', '朴怀瑾']));
  expect((await search('云峤区区长 -罗启明')).nodes.map((node) => node.name)).not.toContain('罗启明');
});

test('a search says where it found the words, however they are printed', async () => {
  const marked = async (query: string) => {
    const { edges } = await ask(query, 'first: 1) { edges { highlights { text ranges { start end } } } }');
    const [edge] = edges as { highlights: { text: string; ranges: { start: number; end: number }[] }[] }[];
    return edge!.highlights.flatMap(({ text, ranges }) => ranges.map(({ start, end }) => text.slice(start, end)));
  };
  expect(await marked('看着')).toEqual(['看著']);
  expect(await marked('2025-01-04')).toEqual(['1月4日']);
  expect(await marked('皮埃尔杜朗')).toEqual(['皮埃尔·杜朗']);
  expect(await marked('高元山')).toEqual(['高远山']);
  expect(await marked('1287个')).toEqual(expect.arrayContaining(['1,287']));
  expect(await marked('xinhejituan')).toEqual(['新禾集团']);
  expect(await marked('xin he')).toEqual(['明川新禾科技集团有限公司']);
  expect(await marked('发改委主任')).toEqual(expect.arrayContaining(['发展和改革委员会主任']));
});

test('pages imported one by one give the same search as all together', async () => {
  const before = await rowVersions(database);
  await reindex(database);
  expect(await rowVersions(database)).toEqual(before);
});
