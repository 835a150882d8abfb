import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { sql as drizzleSql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { DatabaseError, openDatabase } from '../../src/store/database.ts';
import type { Database } from '../../src/store/database.ts';
import { pages, publications } from '../../src/store/tables.ts';
import { saveIssue } from '../../src/store/issue.ts';
import { createTestDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';
import { pageOf, SIGNING } from './page-fixture.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await saveIssue(database, pageOf('a.txt', [SIGNING]));
});
afterAll(() => database.drop());

function attempt(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return String(error);
  }
}

const open = (url: string) => openDatabase({ url, dataFolder: '', poolSize: 1, prepare: true });

describe.each(['sql', 'queries'] as const)('read by `%s`', (name) => {
  test('days, times and instants are strings, in and out', async () => {
    const [row] = await database[name]`select published_on, imported_at from issues join pages on issue_id = issues.id`;
    expect(row).toEqual({ published_on: '2024-05-27', imported_at: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/) as unknown });
    const given = { day: '1949-10-01', never: 'infinity', time: '08:30:00', at: '2024-05-27 01:02:03.456789', instant: '2024-05-27 01:02:03.456+00' };
    const [told] = await database[name]`
      select ${given.day}::date as day, ${given.never}::date as never, ${given.time}::time as time, ${given.at}::timestamp as at, ${given.instant}::timestamptz as instant`;
    expect(told).toEqual(given);
  });

  test('JSON goes in as text and comes out as what it says', async () => {
    const [row] = await database[name]`select ${'{"a": [1, "二"]}'}::json as json, ${'[null]'}::jsonb as jsonb`;
    expect(row).toEqual({ json: { a: [1, '二'] }, jsonb: [null] });
  });

  test('arrays are literals in and arrays out', async () => {
    const [row] = await database[name]`
      select ${'{a,"b,c","\\""}'}::text[] as texts, '{}'::text[] as none, ${'{1,20}'}::int[] as integers, array[id] as ids from publications`;
    const [{ id } = { id: '' }] = await database.drizzle.select({ id: publications.id }).from(publications);
    expect(row).toEqual({ texts: ['a', 'b,c', '"'], none: [], integers: [1, 20], ids: [id] });
  });
});

test('the driver treats every type alike, whoever reads', () => {
  const values = ['2024-05-27', '{}', 'infinity', '1'];
  const told = ({ options: { parsers, serializers } }: Database['sql']) => [parsers, serializers].map((handlers) => (
    Object.fromEntries(Object.entries(handlers as Record<string, (value: string) => unknown>).map(([oid, handle]) => [oid, values.map((value) => attempt(() => handle(value)))]))
  ));
  // Types that drizzle alone names are not known to the driver: what nobody parses is a string as well.
  const [parsed, written] = told(database.sql);
  const [queried, asked] = told(database.queries);
  expect(parsed).toMatchObject(queried!);
  expect(written).toMatchObject(asked!);
});

test('drizzle makes of instants what the columns say', async () => {
  const [page] = await database.drizzle.select({ at: pages.importedAt }).from(pages);
  expect(page!.at).toBeInstanceOf(Date);
});

test('every statement is planned once, and never compiled', async () => {
  const [row] = await database.drizzle.execute(drizzleSql`
    select current_setting('plan_cache_mode') as mode, current_setting('jit') as jit, current_setting('TimeZone') as zone`);
  expect(row).toEqual({ mode: 'force_generic_plan', jit: 'off', zone: 'UTC' });
});

test('drizzle prepares every statement, in transactions too', async () => {
  const one = await open(database.url);
  const statement = drizzleSql`select name from pg_prepared_statements where statement like ${'%name from pg_prepared%'}`;
  await one.drizzle.execute(statement);
  const [again, inTransaction] = [await one.drizzle.execute(statement), await one.drizzle.transaction((tx) => tx.execute(statement))];
  expect([again.length, inTransaction.length]).toEqual([1, 1]);
  await one.close();
});

test('behind a pooler that cannot prepare, nothing is prepared', async () => {
  const pooled = await openDatabase({ url: database.url, dataFolder: '', poolSize: 1, prepare: false });
  await pooled.sql`select ${1}::int`;
  await pooled.drizzle.execute(drizzleSql`select ${1}::int`);
  expect(await pooled.sql`select from pg_prepared_statements`).toHaveLength(0);
  await pooled.close();
});

test('a server that is not there is named without the password', async () => {
  const port = await new Promise<number>((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = probe.address() as AddressInfo;
      probe.close(() => { done(free); });
    });
  });
  const failure = await open(`postgres://me:secret@127.0.0.1:${port}/news`).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(DatabaseError);
  expect((failure as Error).message).toBe(`The database at 127.0.0.1:${port}/news cannot be reached: connect ECONNREFUSED 127.0.0.1:${port}.`);
});

test('a database or password that the server does not know is a clear error', async () => {
  const url = new URL(inject('serverUrl'));
  url.pathname = '/no_such_database';
  await expect(open(url.href)).rejects.toThrow('database "no_such_database" does not exist');
  url.password = 'wrong';
  url.username = 'nobody_known';
  await expect(open(url.href)).rejects.toThrow(DatabaseError);
});

test('an address that is no URL is a clear error', async () => {
  await expect(open('postgres://a:b@[::/x')).rejects.toThrow('is no valid URL');
});
