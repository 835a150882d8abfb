import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadArchive } from '../../bench/archive/load.ts';
import { multiplyArchive } from '../../bench/archive/multiply.ts';
import { faultsOf, listsOf } from '../../bench/query/walk.ts';
import { createTestDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';

const [ARTICLES, TIMES] = [150, 3];

let database: TestDatabase;
let before: Definitions;
beforeAll(async () => {
  database = await createTestDatabase();
  await loadArchive(database, ARTICLES);
  before = await definitions();
  await multiplyArchive(database, TIMES, () => {});
});
afterAll(() => database.drop());

type Definitions = readonly { readonly text: string }[];

function definitions(): Promise<Definitions> {
  return database.sql<{ text: string }[]>`
    select pg_get_constraintdef(oid) || conname || conrelid::regclass as text from pg_constraint where connamespace = 'public'::regnamespace
    union all select indexdef from pg_indexes where schemaname = 'public' order by 1`;
}

async function count(query: string): Promise<number> {
  return (await database.sql.unsafe<{ n: number }[]>(`select count(*)::int as n from ${query}`))[0]!.n;
}

test('a multiplied archive has all constraints and indexes that it had', async () => {
  expect(await definitions()).toEqual(before);
});

test('a multiplied archive has that many times the articles, newspapers and what is derived', async () => {
  expect(await count('articles')).toBe(ARTICLES * TIMES);
  expect(await count('publications')).toBe(await count('(select distinct slug, id from publications) x'));
  expect(await count('search_documents')).toBe(
    (await count('articles')) + (await count('people')) + (await count('organisations')) + (await count('agreements')),
  );
  expect(await count('tenures')).toBeGreaterThan(TIMES);
  expect(
    await count('co_appearances x join people p on p.id = x.person_id join people o on o.id = x.other_id'),
  ).toBeGreaterThan(TIMES);
});

test('an invented name is no more frequent in a multiplied archive', async () => {
  const bearers = (names: string) =>
    count(`(select name from people ${names} group by name having count(*) >= ${TIMES}) x`);
  expect(await bearers('')).toBeLessThan((0.2 * (await count('people'))) / TIMES);
});

test('a multiplied archive proves its facts by the words at their place', async () => {
  expect(
    await count(
      `mentions m join articles a on a.id = m.article_id where field = 'BODY' and substr(a.body, m.start + 1, m."end" - m.start) <> m.quote`,
    ),
  ).toBe(0);
  expect(
    await count(
      `search_documents d join articles a on a.id = d.article_id and d.type = 'ARTICLE' where not d.lexemes @@ quote_literal(substring(a.body from '[一-龥]{2}'))::tsquery`,
    ),
  ).toBe(0);
});

test('a multiplied archive shows each row of every list once', async () => {
  for (const list of await listsOf(database))
    expect({ list, faults: await faultsOf(database, list, [100]) }).toEqual({ list, faults: [] });
});
