import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { openDatabase, type Database } from '../../src/store/database.ts';
import { startDatabaseProxy, type DatabaseProxy } from '../support/database-proxy.ts';

let proxy: DatabaseProxy;
let database: Database;
let told: string[];

async function open(
  options: { poolSize?: number; statementTimeoutSeconds?: number; connectionTimeoutSeconds?: number } = {},
): Promise<void> {
  database = await openDatabase({
    url: proxy.url,
    dataFolder: '',
    poolSize: 2,
    prepare: true,
    statementTimeoutSeconds: 10,
    connectionTimeoutSeconds: 2,
    requestTimeoutSeconds: 15,
    availability: { onLost: () => told.push('lost'), onFound: () => told.push('found') },
    ...options,
  });
}

beforeEach(async () => {
  proxy = await startDatabaseProxy(inject('serverUrl'));
  told = [];
});
afterEach(async () => {
  await database.close();
  await proxy.close();
});

const ask = (statement = 'select 1') => database.queries.unsafe(statement, [], { prepare: true }).values();

/** How it ended, and after how many seconds. */
async function timed(work: Promise<unknown>): Promise<{ readonly end: unknown; readonly seconds: number }> {
  const begun = performance.now();
  const end = await work.then(
    (rows) => [...(rows as unknown[])],
    (error: unknown) => error,
  );
  return { end, seconds: (performance.now() - begun) / 1_000 };
}

test('when the database hangs, what is in flight fails within seconds and new statements at once, until it answers again', async () => {
  await open();
  await Promise.all([ask(), ask()]);
  proxy.hang();
  const underWay = await Promise.all(Array.from({ length: 50 }, () => timed(ask())));
  for (const { end, seconds } of underWay) {
    expect(end).toMatchObject({ name: 'UnavailableError' });
    expect(seconds).toBeLessThan(12);
  }
  const next = await timed(ask());
  expect(next.end).toMatchObject({ name: 'UnavailableError', message: 'The database does not answer.' });
  expect(next.seconds).toBeLessThan(1.5);
  expect(await database.check()).toMatchObject({ name: 'UnavailableError' });
  proxy.resume();
  await expect.poll(() => database.check(), { timeout: 20_000 }).toBeNull();
  expect(await ask()).toEqual([[1]]);
  expect(told).toEqual(['lost', 'found']);
});

test('when the database is gone, statements fail at once, until it is back', async () => {
  await open();
  await ask();
  await proxy.refuse();
  const gone = await timed(ask());
  expect(gone.end).toMatchObject({ name: 'UnavailableError' });
  expect(gone.seconds).toBeLessThan(1.9);
  await proxy.accept();
  await expect.poll(() => ask().catch(() => null), { timeout: 20_000 }).toEqual([[1]]);
});

test('a lost connection fails only what was in flight on it', async () => {
  await open();
  const pid = (await ask('select pg_backend_pid()'))[0]![0] as number;
  const [cut, other] = await Promise.all([
    timed(ask(`select pg_terminate_backend(pg_backend_pid()), ${pid}`)),
    timed(ask('select pg_sleep(0.3), 1')),
  ]);
  expect(cut.end).toMatchObject({
    name: 'UnavailableError',
    cause: expect.objectContaining({ code: expect.stringMatching(/57P01|CONNECTION_CLOSED/) as unknown }) as unknown,
  });
  expect(other.end).toHaveLength(1);
  expect(await ask()).toEqual([[1]]);
  expect(told).toEqual([]);
});

test('only a connection that hangs is dropped, and its statement fails as one that takes too long', async () => {
  await open({ statementTimeoutSeconds: 1 });
  await ask();
  // The first connections are those of the writer: the oldest that is the pool's comes after them.
  proxy.hang(proxy.connections());
  const [hung, ...others] = await Promise.all([
    timed(ask()),
    ...Array.from({ length: 5 }, async (_, n) => {
      await new Promise((resolve) => setTimeout(resolve, 1_500 + 100 * n));
      return timed(ask());
    }),
  ]);
  expect(hung!.end).toMatchObject({ name: 'StatementTimeoutError' });
  expect(hung!.seconds).toBeLessThan(8);
  for (const { end, seconds } of others) {
    expect(end).toEqual([[1]]);
    expect(seconds).toBeLessThan(1.9);
  }
  expect(told).toEqual([]);
});

test('a slow statement has its time, and statements that wait too long for a connection are refused', async () => {
  await open({ poolSize: 1 });
  const slow = timed(ask('select pg_sleep(7), 7'));
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  const late = await timed(ask());
  expect(late.end).toMatchObject({
    name: 'UnavailableError',
    message: 'The database is too busy: no connection became free in time.',
  });
  expect(late.seconds).toBeGreaterThan(1.5);
  expect(late.seconds).toBeLessThan(6.5);
  expect((await slow).end).toHaveLength(1);
  expect(await ask()).toEqual([[1]]);
  expect(told).toEqual([]);
});

test('the server cancels a statement that takes too long', async () => {
  await open({ statementTimeoutSeconds: 1 });
  expect((await timed(ask('select pg_sleep(5)'))).end).toMatchObject({ code: '57014' });
});

test('no more than a thousand statements may wait', async () => {
  await open({ poolSize: 1, connectionTimeoutSeconds: 60 });
  const all = Promise.allSettled(Array.from({ length: 1_200 }, () => ask('select pg_sleep(0.001), 1')));
  const refused = (await all).filter(({ status }) => status === 'rejected');
  expect(refused).toHaveLength(197);
  expect(refused[0]).toMatchObject({ reason: { message: 'Too many statements wait for the database already.' } });
});

test('closing while the database hangs takes seconds', async () => {
  await open();
  await ask();
  proxy.hang();
  const underWay = timed(ask());
  const { seconds } = await timed(database.close().then(() => []));
  expect(seconds).toBeLessThan(8);
  expect((await underWay).end).toMatchObject({ name: 'UnavailableError' });
});
