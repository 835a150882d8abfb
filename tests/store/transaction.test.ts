import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pipelined, withImportLock } from '../../src/store/transaction.ts';
import { createBareDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createBareDatabase();
  await database.sql`create table notes (text text)`;
});
afterAll(() => database.drop());

test('pipelined statements run in their order, the first time and when they are prepared', async () => {
  for (const round of [1, 2]) {
    const counts = await withImportLock(database, async (tx) => {
      const note = () => tx.execute(sql`insert into notes values (${'a'})`);
      const noted = () => tx.execute<{ count: number }>(sql`select count(*)::int from notes`);
      const [, [first], , [second]] = await pipelined([note(), noted(), note(), noted()]);
      return [first!.count, second!.count];
    });
    expect(counts).toEqual([2 * round - 1, 2 * round]);
  }
  await database.sql`truncate notes`;
});

test('when one of them fails, the others end before the transaction does', async () => {
  await expect(
    withImportLock(database, (tx) =>
      pipelined([
        Promise.reject(new Error('no evidence')),
        pause(50).then(() => tx.execute(sql`insert into notes values ('late')`)),
      ]),
    ),
  ).rejects.toThrow('no evidence');
  await pause(100);
  expect(await database.sql`select from notes`).toHaveLength(0);
});

test('the first of several failures is thrown', async () => {
  await expect(
    withImportLock(database, (tx) =>
      pipelined([tx.execute(sql`select 1`).then(() => tx.execute(sql`select 2`)), tx.execute(sql`select 1 / 0`)]),
    ),
  ).rejects.toMatchObject({ cause: { message: 'division by zero' } });
});

test('the failure that others followed from is thrown, though it is nested deeper', async () => {
  await expect(
    withImportLock(database, (tx) =>
      pipelined([
        pipelined([tx.execute(sql`select 1 / 0`), tx.execute(sql`select 'inner'`)]),
        tx.execute(sql`select 'outer'`),
      ]),
    ),
  ).rejects.toMatchObject({ cause: { message: 'division by zero' } });
});
