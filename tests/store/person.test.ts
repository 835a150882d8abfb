import { afterEach, beforeEach, expect, test } from 'vitest';
import { savePage } from '../../src/store/page-writer.ts';
import { createTestDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';
import { allRows } from '../support/rows.ts';
import { pageOf, person, titled } from './page-fixture.ts';
import type { ArticleFixture } from './page-fixture.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

const TEACHER = titled('王华', '白河中学', '校长');
const SECRETARY = titled('王华', '青石县委', '书记');
const DEPUTY = titled('王华', '青石县委', '副书记');
const BARE: ArticleFixture = {
  headline: '到场',
  body: '王华到场。',
  facts: (words) => ({ people: [person('王华', words)] }),
};

/** Who each name means, by the order in which people turn up. */
const people = async () => {
  const rows = await database.sql<{ file: string; person: string }[]>`
    select g.file, x.person_id as person from article_people x
      join articles a on a.id = article_id join pages g on g.id = page_id order by file, position`;
  const order = [...new Set(rows.map(({ person }) => person))];
  return rows.map(({ file, person }) => [file, order.indexOf(person)]);
};

test('a headmaster and a county secretary of one name are two people, and later pages find the right one', async () => {
  await savePage(database, pageOf('a.txt', [TEACHER]));
  await savePage(database, pageOf('b.txt', [SECRETARY]));
  await savePage(database, pageOf('c.txt', [DEPUTY, TEACHER]));
  expect(await people()).toEqual([
    ['a.txt', 0],
    ['b.txt', 1],
    ['c.txt', 1],
    ['c.txt', 0],
  ]);
});

test('namesakes on one page are told apart, and a name without an office that may mean both is taken for neither', async () => {
  await savePage(database, pageOf('a.txt', [TEACHER, SECRETARY, BARE]));
  expect((await people()).map(([, person]) => person)).toEqual([0, 1, 2]);
  expect(await database.sql`select status, count(*)::int from person_links group by 1`).toEqual([
    { status: 'CANDIDATE', count: 2 },
  ]);
});

test('who is named beside a namesake later is known to be another', async () => {
  const both: ArticleFixture = {
    headline: '座谈',
    body: '王华、王華到场。',
    facts: (words) => ({ people: [person('王华', words), person('王華', words)] }),
  };
  await savePage(database, pageOf('a.txt', [BARE]));
  await savePage(database, pageOf('b.txt', [both]));
  const profiles = await database.sql<{ beside: string[]; others: string[] }[]>`
    select to_json(beside) as beside, (select json_agg(id) from person_profiles o where o.id <> f.id) as others
    from person_profiles f`;
  expect(profiles.length).toBeGreaterThan(1);
  expect(profiles.filter(({ beside }) => beside.length > 0)).toHaveLength(2);
});

test('a page corrected back and forth leaves the archive as it was', async () => {
  await savePage(database, pageOf('a.txt', [TEACHER]));
  await savePage(database, pageOf('b.txt', [SECRETARY]));
  const before = await allRows(database);
  await savePage(database, pageOf('a.txt', []), { replace: true });
  await savePage(database, pageOf('a.txt', [TEACHER]));
  expect((await allRows(database))['people']).toEqual(before['people']);
});
