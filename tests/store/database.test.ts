import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { sql as drizzleSql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { DatabaseError, openDatabase } from '../../src/store/database.ts';
import { pages, publications } from '../../src/store/tables.ts';
import { savePage } from '../../src/store/page-writer.ts';
import { createTestDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';
import { pageOf, SIGNING } from './page-fixture.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await savePage(database, pageOf('a.txt', [SIGNING]));
});
afterAll(() => database.drop());

const open = (url: string) => openDatabase({ url, dataFolder: '', poolSize: 1, prepare: true });

/** What a statement's first row holds, read by the connections of that name. */
async function rowOf(name: 'sql' | 'queries', text: string, parameters: string[] = []): Promise<readonly unknown[]> {
  const [row] = (await database[name].unsafe(text, parameters, { prepare: true }).values()) as (readonly unknown[])[];
  return [...row!];
}

describe.each(['sql', 'queries'] as const)('read by `%s`', (name) => {
  test('dates and times are strings on the way in and out', async () => {
    expect(
      await rowOf(name, 'select published_on, imported_at from issues join pages on issue_id = issues.id'),
    ).toEqual(['2024-05-27', expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/)]);
    const given = ['1949-10-01', 'infinity', '08:30:00', '2024-05-27 01:02:03.456789', '2024-05-27 01:02:03.456+00'];
    expect(await rowOf(name, 'select $1::date, $2::date, $3::time, $4::timestamp, $5::timestamptz', given)).toEqual(
      given,
    );
  });

  test('JSON goes in as text and comes out as values', async () => {
    expect(await rowOf(name, 'select $1::json, $2::jsonb', ['{"a": [1, "二"]}', '[null]'])).toEqual([
      { a: [1, '二'] },
      [null],
    ]);
  });

  test('arrays go in as literals and come out as arrays', async () => {
    const [{ id } = { id: '' }] = await database.drizzle.select({ id: publications.id }).from(publications);
    expect(
      await rowOf(name, `select $1::text[], '{}'::text[], $2::int[], array[id] from publications`, [
        '{a,"b,c","\\""}',
        '{1,20}',
      ]),
    ).toEqual([['a', 'b,c', '"'], [], [1, 20], [id]]);
  });
});

test('every client reads all types in the same way', async () => {
  const values = {
    date: '2024-05-27',
    timestamp: 'infinity',
    timestamptz: '2024-05-27 01:02:03+00',
    time: '08:30:00',
    interval: '3 days',
    json: '{"a":1}',
    jsonb: '[1]',
    uuid: '6f1e2c62-0000-4000-8000-000000000000',
    boolean: 'true',
    smallint: '1',
    integer: '2',
    bigint: '9007199254740993',
    real: '1.5',
    'double precision': '2.5',
    numeric: '1.50',
    text: 'x',
    'text[]': '{a}',
    'integer[]': '{1}',
    'uuid[]': '{6f1e2c62-0000-4000-8000-000000000000}',
    point: '(1,2)',
    bytea: '\\x01',
    tsvector: "'a':1",
  };
  for (const [type, value] of Object.entries(values)) {
    const read = (name: 'sql' | 'queries') => rowOf(name, `select $1::${type}`, [value]).catch(String);
    expect([type, await read('queries')]).toEqual([type, await read('sql')]);
  }
});

test('drizzle converts times as the columns say', async () => {
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
  const [again, inTransaction] = [
    await one.drizzle.execute(statement),
    await one.drizzle.transaction((tx) => tx.execute(statement)),
  ];
  expect([again.length, inTransaction.length]).toEqual([1, 1]);
  await one.close();
});

test('no statement is prepared behind a pooler that cannot prepare', async () => {
  const pooled = await openDatabase({ url: database.url, dataFolder: '', poolSize: 1, prepare: false });
  await pooled.sql`select ${1}::int`;
  await pooled.drizzle.execute(drizzleSql`select ${1}::int`);
  expect(await pooled.sql`select from pg_prepared_statements`).toHaveLength(0);
  await pooled.close();
});

test('an unreachable server is reported without its password', async () => {
  const port = await new Promise<number>((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = probe.address() as AddressInfo;
      probe.close(() => {
        done(free);
      });
    });
  });
  const failure = await open(`postgres://me:secret@127.0.0.1:${port}/news`).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(DatabaseError);
  expect((failure as Error).message).toBe(
    `The database at 127.0.0.1:${port}/news cannot be reached: connect ECONNREFUSED 127.0.0.1:${port}.`,
  );
});

test('an unknown database or a wrong password is reported clearly', async () => {
  const url = new URL(inject('serverUrl'));
  url.pathname = '/no_such_database';
  await expect(open(url.href)).rejects.toThrow('database "no_such_database" does not exist');
  url.password = 'wrong';
  url.username = 'nobody_known';
  await expect(open(url.href)).rejects.toThrow(DatabaseError);
});

test('an address that is not a URL is reported clearly', async () => {
  await expect(open('postgres://a:b@[::/x')).rejects.toThrow('is not a valid URL');
});
