import { afterEach, beforeEach, expect, test } from 'vitest';
import { savePage } from '../../src/store/page-writer.ts';
import { reindex } from '../../src/store/reindex.ts';
import { createTestDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';
import { allRows, rowVersions } from '../support/rows.ts';
import { pageOf, told } from './page-fixture.ts';
import type { ArticleFixture } from './page-fixture.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

/** The headlines by event, in order. */
async function events(): Promise<string[][]> {
  const rows = await database.sql<{ headlines: string[] }[]>`
    select array_agg(distinct headline order by headline) as headlines from article_people join articles on id = article_id group by event_id order by 1`;
  return rows.map(({ headlines }) => headlines);
}

test('articles of one day with the same people present report one event, in any issue; people who are only mentioned do not matter', async () => {
  await savePage(
    database,
    pageOf('a.txt', [
      told('a', { present: '甲乙', eventOn: '2024-05-20' }),
      told('b', { present: '乙甲', named: '丙', eventOn: '2024-05-20' }),
      told('c', { present: '甲乙丙', eventOn: '2024-05-20' }),
      told('d', { present: '甲乙', eventOn: '2024-05-21' }),
    ]),
  );
  await savePage(
    database,
    pageOf('b.txt', [told('e', { present: '甲乙', eventOn: '2024-05-20' })], {
      publishedOn: { date: '2024-06-03', basis: 'STATED' },
    }),
  );
  expect(await events()).toEqual([['a', 'b', 'e'], ['c'], ['d']]);
});

test('each article without a day reports an event of its own', async () => {
  await savePage(database, pageOf('a.txt', [told('a', { present: '甲乙' }), told('b', { present: '甲乙' })]));
  expect(await events()).toEqual([['a'], ['b']]);
});

const HEAD = told('head', { present: '甲', eventOn: '2024-05-20', parsed: { continuedOn: { page: 3 } } });
const MIDDLE = told('middle', { present: '乙', parsed: { continuedFrom: { page: 1 }, continuedOn: { page: 5 } } });
const END = told('end', { present: '丙', parsed: { continuedFrom: { page: 3 } } });

test.each([[['1', '3', '5']], [['5', '3', '1']], [['3', '1', '5']]])(
  'the parts of an article are of one event, in whatever order their pages come: %j',
  async (order) => {
    const pages: Record<string, ArticleFixture> = { 1: HEAD, 3: MIDDLE, 5: END };
    for (const page of order) await savePage(database, pageOf(`${page}.txt`, [pages[page]!], { page: Number(page) }));
    expect(await events()).toEqual([['end', 'head', 'middle']]);

    await savePage(database, pageOf('3.txt', [told('other', { present: '乙' })], { page: 3 }), { replace: true });
    expect(await events()).toEqual([['end'], ['head'], ['other']]);
  },
);

test('a part reports an event of its own when the page of the other part turns out to be of another day', async () => {
  await savePage(database, pageOf('1.txt', [HEAD], { page: 1 }));
  await savePage(database, pageOf('3.txt', [MIDDLE], { page: 3 }));
  expect(await events()).toEqual([['head', 'middle']]);
  await savePage(
    database,
    pageOf('3.txt', [MIDDLE], { page: 3, publishedOn: { date: '2024-06-03', basis: 'STATED' } }),
  );
  const versions = await rowVersions(database);
  await reindex(database);
  expect(await rowVersions(database)).toEqual(versions);
  expect(await events()).toEqual([['head'], ['middle']]);
});

test('deriving an archive again writes nothing', async () => {
  for (const [page, article] of [
    [1, HEAD],
    [3, MIDDLE],
    [5, END],
  ] as const)
    await savePage(database, pageOf(`${page}.txt`, [article], { page }));
  const versions = await rowVersions(database);
  await reindex(database);
  expect((await rowVersions(database))['article_people']).toEqual(versions['article_people']);

  const rows = await allRows(database);
  await database.sql`update article_people set event_id = null`;
  await reindex(database);
  expect((await allRows(database))['article_people']).toEqual(rows['article_people']);
});
