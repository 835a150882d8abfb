import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLoaders } from '../../../src/load/loaders.ts';
import type { SearchArguments } from '../../../src/load/search/fetch.ts';
import { byRelevance } from '../../../src/load/search/match.ts';
import { searchText } from '../../../src/load/search/statement.ts';
import { pageRequest } from '../../../src/query/page.ts';
import { binder } from '../../../src/query/statement.ts';
import { parseSearchQuery } from '../../../src/text/search-query.ts';
import { createTestDatabase } from '../../support/database.ts';
import type { TestDatabase } from '../../support/database.ts';

let database: TestDatabase;
/**
 * Documents that all have two words, a twentieth of them one in the headline or name; every hundredth has another word,
 * every five hundredth a third.
 */
beforeAll(async () => {
  database = await createTestDatabase();
  const { sql } = database;
  await sql`insert into publications (id, slug, name) values ('00000000-0000-8000-8000-000000000001', 'yunxi-bao', '云溪报')`;
  const add = (type: string, count: number, day: string, names = `'{}'`, publication = 'null') =>
    sql.unsafe(`
    insert into search_documents (id, type, day, names, text, publication_id, lexemes)
    select md5($id$${type}${day}$id$ || n)::uuid, '${type}', ${day}, ${names}, '', ${publication}::uuid,
      ('''常见'' ''平常''' || case when n % 20 = 0 then ' ''^常见''' else '' end || case when n % 100 = 0 then ' ''少见''' else '' end || case when n % 500 = 0 then ' ''罕见''' else '' end)::tsvector
    from generate_series(1, ${count}) n`);
  await add(
    'ARTICLE',
    4_000,
    "date '2010-01-01' + n / 2",
    undefined,
    `case when n % 3 = 0 then '00000000-0000-8000-8000-000000000001' end`,
  );
  await add('AGREEMENT', 300, "date '2012-01-01' + n * 7");
  // Misprints, and days beyond those that ranks distinguish.
  await add('ARTICLE', 20, "date '2150-01-01' + n * 40");
  await add('ARTICLE', 150, "date '2173-10-10' + n / 20");
  await add('ARTICLE', 150, "date '1899-12-28' + n / 20");
  await add('ARTICLE', 40, "date '1024-01-01' + n");
  await add('ARTICLE', 40, 'null');
  await add('PERSON', 200, 'null', `array['常见' || n]`);
  await add('ORGANISATION', 100, 'null', `array['常见', '某' || n]`);
  await sql`vacuum analyze search_documents`;
});
afterAll(() => database.drop());

const search = (args: SearchArguments) => createLoaders(database).search(args);

/** The ids and scores on a walk through all pages. The way back reads every match for each page. */
async function walk(args: SearchArguments, size: number, isBackward: boolean): Promise<string[]> {
  const seen: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await search({
      ...args,
      ...(isBackward ? { last: size, before: cursor } : { first: size, after: cursor }),
    }).page();
    const found = page.edges.map(({ score, id }) => `${score} ${id}`);
    if (isBackward) seen.unshift(...found);
    else seen.push(...found);
    if (isBackward ? !page.hasPreviousPage : !page.hasNextPage) return seen;
    cursor = isBackward ? page.edges[0]!.cursor : page.edges.at(-1)!.cursor;
  }
}

test.each<[string, Omit<SearchArguments, 'query'>]>([
  ['all', {}],
  ['articles', { types: ['ARTICLE'] }],
  ['agreements and people', { types: ['AGREEMENT', 'PERSON'] }],
  ['those of a newspaper', { filter: { publication: 'yunxi-bao' } }],
  ['those until a day', { filter: { datedOn: { to: '2012-05-06' } } }],
  ['those until the first day that ranks tell apart', { filter: { datedOn: { to: '1900-01-01' } } }],
  ['those of some days', { filter: { datedOn: { from: '1899-01-01', to: '2173-10-16' } } }],
])('a walk over %s in date buckets sees the same as one without', async (_, args) => {
  for (const query of ['常见', '平常', '少见', '罕见', '常见 少见', '常见 -少见']) {
    const all = await walk({ query, ...args }, 100, true);
    expect(await walk({ query, ...args }, 100, false)).toEqual(all);
    expect(await walk({ query, ...args }, 37, false)).toEqual(all);
    expect(all).toEqual(
      all.toSorted(
        (a, b) => Number(b.split(' ')[0]) - Number(a.split(' ')[0]) || (a.split(' ')[1]! < b.split(' ')[1]! ? 1 : -1),
      ),
    );
  }
});

test('a page begins at any match and ends before any', async () => {
  const { edges } = await search({ query: '少见', first: 100 }).page();
  for (const [at, { cursor }] of edges.entries()) {
    const ids = async (args: Omit<SearchArguments, 'query'>) =>
      (await search({ query: '少见', ...args }).page()).edges.map(({ id }) => id);
    expect(await ids({ first: 3, after: cursor })).toEqual(edges.slice(at + 1, at + 4).map(({ id }) => id));
    expect(await ids({ first: 3, before: cursor })).toEqual(edges.slice(0, Math.min(at, 3)).map(({ id }) => id));
  }
});

test('a frequent word is searched for among the newest alone, in headlines and elsewhere, and a rare one everywhere', async () => {
  /**
   * How many rows each index scan found, null where there was none: prominent ones among the newest and everywhere,
   * then the others.
   */
  const scans = async (query: string, filter: SearchArguments['filter']) => {
    const { parameters, bind } = binder();
    const page = pageRequest({ orders: { RELEVANCE: byRelevance }, defaultOrder: 'RELEVANCE' }, { first: 5 });
    const text = searchText({ query: parseSearchQuery(query)!, types: null, filter, page }, ['page'], bind);
    const rows = await database.sql
      .unsafe(`explain (analyze, costs off, timing off) ${text}`, parameters as string[])
      .values();
    return rows
      .map(([line]) => String(line))
      .filter((line) => /(?:Scan|scan).* on search_documents(?: |$)/.test(line) && !line.includes('day_idx'))
      .map((line) => (line.includes('never executed') ? null : Number(/rows=(\d+)/.exec(line)![1])));
  };
  const until = { datedOn: { to: '2012-05-06' } };
  const [headlines, ...others] = await scans('常见', until);
  expect(headlines).toBeGreaterThan(5);
  expect(headlines).toBeLessThan(60);
  expect(others).toEqual([null, null, null]);
  const [none, noneEverywhere, near, everywhere] = await scans('平常', until);
  expect([none, noneEverywhere, everywhere]).toEqual([0, 0, null]);
  expect(near).toBeGreaterThan(5);
  expect(near).toBeLessThan(150);
  expect(await scans('罕见', until)).toEqual([0, 0, 0, expect.any(Number)]);
  // Names have no day.
  expect(await scans('罕见', null)).toEqual([0, 0, expect.any(Number)]);
});

test('a query that asks for nothing finds nothing', async () => {
  expect(await search({ query: '常见', first: 0 }).page()).toMatchObject({ edges: [], hasNextPage: true });
});
