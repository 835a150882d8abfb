import { readFileSync } from 'node:fs';
import { graphql } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readingContext } from '../../support/context.ts';
import { ingestPage, ingestPaths } from '../../../src/ingest.ts';
import type { StatedIssue } from '../../../src/parse/metadata.ts';
import { removeFrom } from '../../../src/removal.ts';
import { schema } from '../../../src/schema/schema.ts';
import { openDatabase, type Database } from '../../../src/store/database.ts';
import { reindex } from '../../../src/store/reindex.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { startGateway, type TestGateway } from '../../support/gateway.ts';
import { statementsOn } from '../../support/statements.ts';
import { broadQueries, type BroadQuery } from '../broad-query.ts';

let database: TestDatabase;
/** Imports on connections of its own, like those of another process. */
let importer: Database;
let gateway: TestGateway;
/** The statements by which answers were worked out. */
let sent: string[];
/** What the gateway was told has changed. */
const told: string[] = [];
let queries: BroadQuery[];

const ISSUES = { 1: '2024-03-04', 2: '2024-03-11', 3: '2024-03-18' } as const;

function stated(number: keyof typeof ISSUES, page: number, slug = 'yunxiu-bao'): StatedIssue {
  return {
    publication: { slug, name: '云岫报', frequency: 'weekly', district: '云岫区', city: '上海市' },
    publishedOn: { date: ISSUES[number], basis: 'STATED', note: null },
    number,
    page,
  };
}

const SIGNING = `云岫区与青禾集团签约

□ 记者 沈一苇

3月1日,云岫区与青禾集团有限公司签署战略合作协议。云岫区区长林澄、青禾集团董事长白露签字,云岫区委书记顾远见证。(下转第3版)

新港开工

3月2日,云岫区区长林澄、副区长江晚到新港调研。
`;
const TAIL = `(上接第1版)云岫区区长林澄、远山大学校长白露出席仪式。

春耕时节

云岫区农业农村局局长柳青说,今年雨水好。
`;
const SECOND = `云岫区与远山大学签约

3月9日,云岫区与远山大学签署合作框架协议。云岫区代区长江晚、远山大学校长白露签字。

林澄任云岫区委书记

3月10日,云岫区委副书记、区长林澄任云岫区委书记。
`;
const QUIET = '停水公告\n\n明日停水。\n';

beforeAll(async () => {
  database = await createTestDatabase();
  importer = await openDatabase({ url: database.url, dataFolder: '', poolSize: 1, prepare: true });
  await ingestPaths(importer, [new URL('../../../seeds', import.meta.url).pathname]);
  await ingestPage(importer, { raw: SIGNING, file: '1.txt', stated: stated(1, 1) });
  await ingestPage(importer, { raw: QUIET, file: '2.txt', stated: stated(2, 2) });
  gateway = await startGateway(database, {
    BANMIAN_MAX_COST: '1000000000',
    BANMIAN_MAX_TOKENS: '100000',
    BANMIAN_MAX_ALIASES: '1000',
    BANMIAN_MAX_DEPTH: '30',
  });
  const cache = gateway.cache!;
  const change = cache.change.bind(cache);
  cache.change = (keys) => {
    told.push(...keys);
    change(keys);
  };
  sent = statementsOn(database.queries);
  queries = await broadQueries(database);
}, 60_000);
afterAll(async () => {
  await gateway.close();
  await importer.close();
  await database.drop();
});

async function ask({ query, variables, ...rest }: BroadQuery): Promise<string> {
  return gateway.send({ query, variables, ...rest });
}

async function afresh({ query, variables = {}, ...rest }: BroadQuery): Promise<string> {
  return JSON.stringify(
    await graphql({
      schema,
      source: query,
      variableValues: { ...variables },
      contextValue: readingContext(database),
      ...rest,
    }),
  );
}

/** The gateway knows of all that is committed. */
async function heard(): Promise<void> {
  const mark = `mark-${told.length}`;
  await importer.sql`select pg_notify('banmian_archive', ${mark})`;
  await expect.poll(() => told, { timeout: 5_000, interval: 5 }).toContain(mark);
}

/**
 * Fills the cache, makes the change, and compares every answer with one made afresh. Returns how many came from the
 * cache.
 */
async function survivorsOf(change: () => Promise<unknown>, asked: readonly BroadQuery[] = queries): Promise<number> {
  await heard();
  for (const query of asked) await ask(query);
  const filled = sent.length;
  for (const query of asked) await ask(query);
  expect(sent.length - filled).toBe(0);
  await change();
  await heard();
  let made = 0;
  for (const query of asked) {
    const before = sent.length;
    const answer = await ask(query);
    if (sent.length > before) made += 1;
    const fresh = await afresh(query);
    if (answer !== fresh)
      expect({ query, answer: JSON.parse(answer) as unknown }).toEqual({ query, answer: JSON.parse(fresh) as unknown });
  }
  return asked.length - made;
}

const add = (raw: string, file: string, issue: StatedIssue) => () =>
  ingestPage(importer, { raw, file, stated: issue }, { replace: true });

test('without a change every answer is kept, whatever was asked', async () => {
  expect(await survivorsOf(() => Promise.resolve())).toBe(queries.length);
}, 240_000);

test.each<[string, () => Promise<unknown>]>([
  ['the other part of an article, with new people', add(TAIL, '3.txt', stated(1, 3))],
  ['another issue, with agreements and a new post', add(SECOND, '4.txt', stated(2, 1))],
  ['a page without anybody', add(QUIET, '5.txt', stated(3, 4))],
  [
    'a page with other text in place of the old',
    add(TAIL.replaceAll('柳青', '林澄').replace('春耕', '秋收'), '3.txt', stated(1, 3)),
  ],
  ['a page that lacks what the old one had', add(QUIET, '4.txt', stated(2, 1))],
  ['a page of another publication', add(SECOND, '6.txt', stated(2, 1, 'later-bao'))],
  ['a page that moves to another publication', add(SECOND, '6.txt', stated(2, 1))],
  [
    'nothing, but the removal of an issue,',
    () => removeFrom(importer, { paths: [], publication: 'yunxiu-bao', issues: [ISSUES[2]] }),
  ],
  [
    'a seed page with a word changed',
    async () =>
      ingestPage(importer, {
        raw: readFileSync(new URL('../../../seeds/003_007a55f3a8e66e78.txt', import.meta.url), 'utf8').replaceAll(
          '刘坤',
          '林澄',
        ),
        file: '003_007a55f3a8e66e78.txt',
        stated: JSON.parse(
          readFileSync(new URL('../../../seeds/003_007a55f3a8e66e78.issue.json', import.meta.url), 'utf8'),
        ) as StatedIssue,
      }),
  ],
])(
  'after the import of %s no answer is out of date, and some are still kept',
  async (_, change) => {
    expect(await survivorsOf(change)).toBeGreaterThan(20);
  },
  120_000,
);

test('after a reindex every answer is made again', async () => {
  expect(await survivorsOf(() => reindex(importer))).toBe(0);
}, 60_000);

test('articles and lists of agreements outlive imports that do not concern them', async () => {
  const [article] = await database.sql<{ id: string }[]>`select id from articles where headline like '%青禾%'`;
  const id = Buffer.from(`Article:${article!.id}`).toString('base64url');
  const lasting = [
    {
      query: `{ node(id: "${id}") { ... on Article { headline body issue { number } people { nodes { name } } organisations { nodes { name } } agreements { nodes { parties { organisation { name } } } } } } }`,
    },
    { query: '{ agreements { totalCount nodes { instrumentTitle kind article { headline } } } }' },
    { query: '{ publications { nodes { name district { category } } } }' },
  ];
  expect(await survivorsOf(add('林澄下乡\n\n云岫区委书记林澄到云岫区调研。\n', '7.txt', stated(3, 1)), lasting)).toBe(
    3,
  );
});
