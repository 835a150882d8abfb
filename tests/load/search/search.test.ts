import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLoaders } from '../../../src/load/loaders.ts';
import type { SearchPart } from '../../../src/load/search/facet.ts';
import type { SearchArguments } from '../../../src/load/search/fetch.ts';
import { byRelevance } from '../../../src/load/search/match.ts';
import { searchText } from '../../../src/load/search/statement.ts';
import { pageRequest } from '../../../src/query/page.ts';
import { binder } from '../../../src/query/statement.ts';
import { parseSearchQuery } from '../../../src/text/search-query.ts';
import { fillArchive, multiplyArchive } from '../../support/archive.ts';
import { createTestDatabase } from '../../support/database.ts';
import type { TestDatabase } from '../../support/database.ts';
import { statementsOn } from '../../support/statements.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillArchive(database);
  await multiplyArchive(database, 12);
});
afterAll(() => database.drop());

const search = (args: SearchArguments) => createLoaders(database).search(args);

/** The ids and scores seen on a walk through all pages, in the order of the list. */
async function walk(query: string, size: number, isBackward: boolean): Promise<string[]> {
  const seen: string[] = [];
  let cursor: string | undefined;
  for (;;) {
    const page = await search({
      query,
      ...(isBackward ? { last: size, before: cursor } : { first: size, after: cursor }),
    }).page();
    const found = page.edges.map(({ score, id }) => `${score} ${id}`);
    if (isBackward) seen.unshift(...found);
    else seen.push(...found);
    if (!(isBackward ? page.hasPreviousPage : page.hasNextPage)) return seen;
    cursor = page.edges.at(isBackward ? 0 : -1)!.cursor;
  }
}

describe.each(['青禾', '云溪区', '白露', '协议', '停水', '云', 'bailu', '区长 签字', '"云溪区与"'])(
  'a walk through the matches of %s',
  (query) => {
    test.each([1, 7, 100])('each match is seen once, by score, in either direction, in pages of %i', async (size) => {
      const forward = await walk(query, size, false);
      expect(forward.length).toBeGreaterThan(3);
      expect(new Set(forward).size).toBe(forward.length);
      expect(forward).toHaveLength(await search({ query }).totalCount());
      expect(forward.map((found) => Number(found.split(' ')[0]))).toEqual(
        forward.map((found) => Number(found.split(' ')[0])).sort((a, b) => b - a),
      );
      expect(await walk(query, size, true)).toEqual(forward);
    });
  },
);

test('headlines and other texts are told apart without leaving any out', async () => {
  const { edges } = await search({ query: '新港', first: 100 }).page();
  expect(new Set(edges.map(({ score }) => Math.floor(score)))).toEqual(new Set([2]));
  expect(await search({ query: '到场' }).totalCount()).toBe(edges.length);
});

test('a cursor of another list is refused', async () => {
  const { edges } = await createLoaders(database).articles({ first: 1 }).page();
  expect(() => search({ query: '云溪', after: edges[0]!.cursor })).toThrow(
    expect.objectContaining({ extensions: { code: 'BAD_CURSOR' } }),
  );
});

describe('statements of a search', () => {
  const query = `{ search(query: "云溪", first: FIRST) { totalCount pageInfo { hasNextPage } facets { types { count } years { count } people { person { name } } organisations { organisation { name } } }
    edges { cursor score highlights { field text } node { __typename ... on Article { headline } ... on Organisation { name } ... on Person { name } ... on Agreement { instrumentTitle } } } } }`;

  test('there is one statement for the search, and one for each type of match and kind of text', async () => {
    const { graphql } = await import('graphql');
    const { schema } = await import('../../../src/schema/schema.ts');
    const statements = statementsOn(database.queries);
    const statementsOf = async (first: number) => {
      statements.length = 0;
      const { errors } = await graphql({
        schema,
        source: query.replace('FIRST', String(first)),
        contextValue: { load: createLoaders(database) },
      });
      expect(errors).toBeUndefined();
      return statements.filter((text) => text.includes('search_documents')).length;
    };
    expect(await statementsOf(1)).toBe(1);
    expect(await statementsOf(100)).toBe(1);
    expect(statements.length).toBeLessThanOrEqual(9);
  });

  test('only what is asked for is read', () => {
    const parts = (...asked: SearchPart[]) => statementOf('云溪', asked).text;
    expect(parts('page')).not.toContain('count(*)::int');
    expect(parts('totalCount')).not.toContain('order by');
    expect(parts('totalCount')).not.toContain('group by 1, 2');
    expect(parts('page', 'totalCount')).not.toContain('article_people');
  });

  test('the statement is the same for other words, and reads texts only where a phrase has to be found in them', () => {
    expect(statementOf('云溪', ['page']).text).toBe(statementOf('签约 -青禾 "协议"', ['page']).text);
    expect(statementOf('云溪', ['page']).text).not.toContain('d."text"');
    expect(statementOf('"云溪签约"', ['page']).text).toContain('d."text"');
  });

  test.each([
    ['page'],
    ['totalCount'],
    ['page', 'totalCount', 'types', 'years', 'people', 'organisations'],
  ] as SearchPart[][])('matches are found through the index: %s', async (...parts) => {
    const plan = await planOf('云溪 "签约青禾" -"到场签约"', parts);
    expect(plan).toContain('search_documents_lexemes_idx');
    expect(plan).not.toMatch(/Seq Scan on (?:search_documents|article_people|article_organisations)/);
  });
});

function statementOf(query: string, parts: readonly SearchPart[]) {
  const page = pageRequest({ orders: { RELEVANCE: byRelevance }, defaultOrder: 'RELEVANCE' }, {});
  const { parameters, bind } = binder();
  return {
    text: searchText({ query: parseSearchQuery(query)!, types: null, filter: null, page }, parts, bind),
    parameters,
  };
}

/** The generic plan on a table of the size that an archive has. */
async function planOf(query: string, parts: readonly SearchPart[]): Promise<string> {
  const { text, parameters } = statementOf(query, parts);
  const connection = await database.sql.reserve();
  await connection.unsafe('set enable_seqscan = off'); // The table is too small for the planner to care.
  await connection.unsafe(`prepare search as ${text}`);
  const values = parameters.map((value) => `'${String(value).replaceAll("'", "''")}'`).join(', ');
  const rows = await connection.unsafe(`explain execute search(${values})`);
  await connection.unsafe('deallocate search');
  await connection.unsafe('reset enable_seqscan');
  connection.release();
  return rows.map((row) => String(row['QUERY PLAN'])).join('\n');
}

describe('unusual searches', () => {
  test('every search is answered', async () => {
    const pieces = [
      '云溪',
      '"',
      '“',
      '-',
      '－',
      ' ',
      "'",
      '\\',
      '%',
      '_',
      '&',
      '|',
      '!',
      '(',
      ')',
      ':*',
      '<->',
      '<',
      '\0',
      '\ud800',
      '𠀀',
      '^',
      'A',
      "''",
      '$1',
      '{',
      '}',
      ',',
      '\n',
      '\u200b',
      '签约',
      '区',
      'é',
      'ü',
      '1',
    ];
    let seed = 11;
    const next = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
    for (let round = 0; round < 400; round += 1) {
      const query = Array.from({ length: 1 + next(8) }, () => pieces[next(pieces.length)]!).join('');
      const found = search({ query, first: 3 });
      const [{ edges }, count] = await Promise.all([found.page(), found.totalCount(), found.types(), found.people()]);
      expect(edges.length, JSON.stringify(query)).toBe(Math.min(3, count));
      for (const edge of edges)
        for (const { text, ranges } of await edge.highlights())
          for (const { start, end } of ranges) expect(text.slice(start, end)).not.toBe('');
    }
  });
});
