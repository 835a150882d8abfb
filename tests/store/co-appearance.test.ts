import { afterEach, beforeEach, expect, test } from 'vitest';
import { savePage } from '../../src/store/page-writer.ts';
import { reindex } from '../../src/store/reindex.ts';
import { createTestDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';
import { allRows } from '../support/rows.ts';
import { pageOf, told } from './page-fixture.ts';
import type { ArticleFixture } from './page-fixture.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

const JUNE = { publishedOn: { date: '2024-06-03', basis: 'STATED' } } as const;

async function store(
  file: string,
  articles: readonly ArticleFixture[],
  head: Parameters<typeof pageOf>[2] = {},
): Promise<void> {
  await savePage(database, pageOf(file, articles, head), { replace: true });
}

/**
 * `甲乙 2 2024-05-20–2024-05-21`: how often two were seen together, in the order of 甲乙丙丁. Each time all that is kept is
 * counted by hand too.
 */
async function seen(): Promise<string[]> {
  expect(await kept()).toEqual(await counted());
  const rows = await database.sql<{ words: string }[]>`
    select x.name || y.name || ' ' || count || ' ' || first_on || '–' || last_on as words
    from co_appearances join people x on x.id = person_id join people y on y.id = other_id
    where x.name > y.name collate "C" order by x.name collate "C" desc, y.name collate "C" desc`;
  return rows.map(({ words }) => words);
}

const kept = () => database.sql`select person_id, other_id, count, first_on, last_on from co_appearances order by 1, 2`;

/** What is to be kept, by its meaning: all pairs that were present at an event. */
const counted = () => database.sql`
  select person_id, other_id, count(*)::int as count, min(day) as first_on, max(day) as last_on
  from (
    select x.person_id, y.person_id as other_id, x.event_id, min(x.cited_on) as day
    from article_people x join article_people y on y.event_id = x.event_id
    where x.person_id <> y.person_id and x.is_present and y.is_present
    group by 1, 2, 3) e
  group by 1, 2 order by 1, 2`;

test('co-appearances are counted by events, from both sides, and grow with every page', async () => {
  await store('a.txt', [
    told('a', { present: '甲乙', named: '丙', eventOn: '2024-05-20' }),
    told('b', { present: '甲乙', eventOn: '2024-05-21' }),
  ]);
  expect(await seen()).toEqual(['甲乙 2 2024-05-20–2024-05-21']);
  expect(await kept()).toHaveLength(2);

  await store(
    'b.txt',
    [told('c', { present: '乙甲', eventOn: '2024-05-20' }), told('d', { present: '甲乙丙', eventOn: '2024-05-19' })],
    JUNE,
  );
  expect(await seen()).toEqual([
    '甲乙 3 2024-05-19–2024-05-21',
    '甲丙 1 2024-05-19–2024-05-19',
    '乙丙 1 2024-05-19–2024-05-19',
  ]);
});

test('a person whom a corrected page no longer names does not appear there', async () => {
  await store('a.txt', [told('a', { present: '甲乙丙', eventOn: '2024-05-20' })]);
  await store('b.txt', [told('b', { present: '甲乙', eventOn: '2024-05-21' })]);
  await store('a.txt', [told('a', { present: '甲', named: '丙', eventOn: '2024-05-20' })]);
  expect(await seen()).toEqual(['甲乙 1 2024-05-21–2024-05-21']);
  await store('b.txt', [told('b', { present: '甲丁', eventOn: '2024-05-22' })]);
  expect(await seen()).toEqual(['甲丁 1 2024-05-22–2024-05-22']);
  await store('b.txt', []);
  expect(await seen()).toEqual([]);
});

test('a person who goes with a page and returns with its next version is counted again', async () => {
  await store('a.txt', [told('a', { present: '甲乙', eventOn: '2024-05-20' })]);
  await store('a.txt', [told('a', { present: '甲乙', eventOn: '2024-05-20' }), told('b', {})]);
  expect(await seen()).toEqual(['甲乙 1 2024-05-20–2024-05-20']);
});

const HEAD = told('head', { present: '甲', eventOn: '2024-05-20', parsed: { continuedOn: { page: 3 } } });
const TAIL = told('tail', { present: '乙', parsed: { continuedFrom: { page: 1 } } });

test('the people of two parts of an article appear together as long as the parts are known to belong together', async () => {
  await store('1.txt', [HEAD, told('other', { present: '甲丙', eventOn: '2024-05-21' })], { page: 1 });
  expect(await seen()).toEqual(['甲丙 1 2024-05-21–2024-05-21']);
  await store('3.txt', [TAIL], { page: 3 });
  expect(await seen()).toEqual(['甲乙 1 2024-05-20–2024-05-20', '甲丙 1 2024-05-21–2024-05-21']);

  // Another that goes on on page 3: which of the two does is not known any more.
  await store('2.txt', [told('rival', { present: '丁', parsed: { continuedOn: { page: 3 } } })], { page: 1 });
  expect(await seen()).toEqual(['甲丙 1 2024-05-21–2024-05-21']);
  await store('2.txt', [], { page: 1 });
  expect(await seen()).toEqual(['甲乙 1 2024-05-20–2024-05-20', '甲丙 1 2024-05-21–2024-05-21']);

  // And a part that turns out to be of another issue.
  await store('3.txt', [TAIL], { page: 3, ...JUNE });
  expect(await seen()).toEqual(['甲丙 1 2024-05-21–2024-05-21']);
});

test('a co-appearance on an unknown day is counted', async () => {
  await store('a.txt', [told('a', { present: '甲乙' })], { publishedOn: null });
  expect(await kept()).toEqual([
    expect.objectContaining({ count: 1, first_on: null, last_on: null }),
    expect.objectContaining({ count: 1 }),
  ]);
  await store('b.txt', [told('b', { present: '甲乙', eventOn: '2024-05-20' })]);
  expect(await seen()).toEqual(['甲乙 2 2024-05-20–2024-05-20']);
});

const crowdOf = (size: number) => Array.from({ length: size }, (_, i) => String.fromCodePoint(0x4e00 + i)).join('');

test('an event with more than 100 people gives no co-appearances, whether one article reports it or two parts do', async () => {
  await store('a.txt', [told('a', { present: crowdOf(100), eventOn: '2024-05-20' })]);
  expect(await kept()).toHaveLength(100 * 99);
  await store('a.txt', [
    told('a', { present: crowdOf(101), eventOn: '2024-05-20' }),
    told('b', { present: '甲乙', eventOn: '2024-05-21' }),
  ]);
  expect(await seen()).toEqual(['甲乙 1 2024-05-21–2024-05-21']);
  await reindex(database);
  expect(await seen()).toEqual(['甲乙 1 2024-05-21–2024-05-21']);
  await store(
    '1.txt',
    [told('head', { present: crowdOf(60), eventOn: '2024-06-01', parsed: { continuedOn: { page: 3 } } })],
    { page: 1, ...JUNE },
  );
  expect(await kept()).toHaveLength(60 * 59 + 2);
  const others = Array.from(crowdOf(120)).slice(60).join('');
  await store('3.txt', [told('tail', { present: others, parsed: { continuedFrom: { page: 1 } } })], {
    page: 3,
    ...JUNE,
  });
  expect(await seen()).toEqual(['甲乙 1 2024-05-21–2024-05-21']);
});

test('only counts that have changed are written', async () => {
  await store('a.txt', [told('a', { present: '甲乙', eventOn: '2024-05-20' })]);
  await store('b.txt', [told('b', { present: '甲乙丙', eventOn: '2024-05-21' })]);
  const versions = () => database.sql`
    select xmin::text from co_appearances where not exists (select from people where name = '丁' and id in (person_id, other_id)) order by person_id, other_id`;
  const before = await versions();
  await store('a.txt', [
    told('a', { present: '甲乙', eventOn: '2024-05-20' }),
    told('c', { present: '甲丁', eventOn: '2024-05-22' }),
  ]);
  expect(await seen()).toContain('甲丁 1 2024-05-22–2024-05-22');
  expect(await versions()).toEqual(before);
  expect(before).toHaveLength(6);
});

test('a reindex replaces whatever counts are stored', async () => {
  await store('a.txt', [
    told('a', { present: '甲乙丙', eventOn: '2024-05-20' }),
    told('b', { present: '甲丁', eventOn: '2024-05-21' }),
  ]);
  const before = await allRows(database);
  const { sql } = database;
  await sql`insert into co_appearances select x.id, y.id, 3 from people x, people y where x.name = '乙' and y.name = '丁'`;
  await sql`update co_appearances set last_on = null where person_id = (select id from people where name = '甲')`;
  await sql`delete from co_appearances where person_id = (select id from people where name = '丙')`;
  await reindex(database);
  expect(await allRows(database)).toEqual(before);
});
