import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runOn } from '../../src/query/run.ts';
import { createTestDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let sql: postgres.Sql;
beforeAll(async () => {
  database = await createTestDatabase();
  sql = postgres(database.url, { max: 1, fetch_types: false });
});
afterAll(async () => {
  await sql.end();
  await database.drop();
});

test('a pool keeps a limited number of statements prepared, and runs the others all the same', async () => {
  const run = runOn(sql);
  for (let number = 0; number < 2_100; number += 1)
    expect(await run(`select ${number}, $1::text`, ['云岫'])).toEqual([[number, '云岫']]);
  const [kept] = await sql<
    { count: number }[]
  >`select count(*)::int as count from pg_prepared_statements where statement like '%$1::text'`;
  expect(kept!.count).toBe(2_000);
});
