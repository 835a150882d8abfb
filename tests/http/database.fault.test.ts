import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { openDatabase, type Database } from '../../src/store/database.ts';
import { fillArchive } from '../support/archive.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { startDatabaseProxy, type DatabaseProxy } from '../support/database-proxy.ts';
import { startGateway, type TestGateway } from '../support/gateway.ts';
import { startTinyGateway } from './tiny-gateway.ts';

let owner: TestDatabase;
let proxy: DatabaseProxy;
let database: Database;
let gateway: TestGateway;

beforeEach(async () => {
  owner = await createTestDatabase();
  await fillArchive(owner);
  proxy = await startDatabaseProxy(owner.url);
});
afterEach(async () => {
  await gateway.close();
  await database.close();
  await proxy.close();
  await owner.drop();
});

async function start(environment: Readonly<Record<string, string>> = {}): Promise<void> {
  database = await openDatabase({ ...readConfig(environment), url: proxy.url });
  gateway = await startGateway(database, environment);
}

interface Answer {
  readonly status: number;
  readonly seconds: number;
  readonly retryAfter: string | null;
  readonly codes: readonly unknown[];
  readonly data: unknown;
}

async function ask(query: string, byGet = false): Promise<Answer> {
  const begun = performance.now();
  const response = await (byGet ? gateway.get(query) : gateway.post(query));
  const { data, errors = [] } = (await response.json()) as {
    data?: unknown;
    errors?: { extensions: { code: unknown } }[];
  };
  const seconds = (performance.now() - begun) / 1_000;
  return {
    status: response.status,
    seconds,
    retryAfter: response.headers.get('retry-after'),
    codes: errors.map(({ extensions }) => extensions.code),
    data,
  };
}

const LIST = '{ articles(first: 2) { totalCount nodes { id headline } } }';
const unavailable = { status: 503, retryAfter: '1', codes: ['UNAVAILABLE'] };

/**
 * Questions on every way to an answer: at first sight, prepared, past Yoga, by GET; equal ones, and ones that nobody
 * else asks.
 */
function questions(): Promise<Answer>[] {
  const others = Array.from(
    { length: 20 },
    (_, n) => `query Other${n} { articles(first: ${n + 1}) { nodes { headline } } publications { totalCount } }`,
  );
  return [
    ...Array.from({ length: 20 }, () => ask(LIST)),
    ask(LIST, true),
    ...others.map((query, n) => ask(query, n % 2 === 0)),
  ];
}

test('while the database hangs every query is answered 503 within seconds, then at once; afterwards all is well', async () => {
  await start({ BANMIAN_CACHE_BYTES: '0' });
  for (let sight = 0; sight < 3; sight += 1) expect((await ask(LIST)).status).toBe(200);
  proxy.hang();
  for (const answer of await Promise.all(questions())) {
    expect(answer).toMatchObject({ status: 503, retryAfter: '1' });
    expect(answer.codes.every((code) => code === 'UNAVAILABLE')).toBe(true);
    expect(answer.seconds).toBeLessThan(20);
  }
  for (const answer of await Promise.all(questions())) expect(answer.seconds).toBeLessThan(3);
  const ready = await fetch(new URL('/ready', gateway.url));
  expect([ready.status, await ready.json()]).toEqual([
    503,
    { status: 'no database', reason: 'The database does not answer.' },
  ]);
  proxy.resume();
  await expect.poll(async () => (await ask(LIST)).status, { timeout: 20_000 }).toBe(200);
  expect((await fetch(new URL('/ready', gateway.url))).status).toBe(200);
});

test('while the database is gone every query is answered 503 at once, and so are those that wait for an equal one', async () => {
  await start();
  await ask(LIST);
  await proxy.refuse();
  for (const answer of await Promise.all(
    Array.from({ length: 50 }, () => ask('{ articles(first: 3) { nodes { headline } } }')),
  )) {
    expect(answer).toMatchObject(unavailable);
    expect(answer.seconds).toBeLessThan(3);
  }
  // One line, however many requests it failed.
  expect(gateway.lines.filter(({ msg }) => msg === 'the database cannot be asked').length).toBeLessThanOrEqual(
    database.queries.options.prepare ? 20 : 0,
  );
  await proxy.accept();
  await expect
    .poll(async () => (await ask('{ people(first: 1) { nodes { name } } }')).status, { timeout: 20_000 })
    .toBe(200);
});

test('queries equal to one whose statement is too slow fail with it, and do not start one of their own', async () => {
  await start({ BANMIAN_STATEMENT_TIMEOUT_SECONDS: '1' });
  await expect.poll(async () => (await ask('{ publications { totalCount } }')).status, { timeout: 20_000 }).toBe(200);
  const slow = await owner.sql.begin(async (sql) => {
    await sql`lock table articles in access exclusive mode`;
    return Promise.all(Array.from({ length: 30 }, () => ask(LIST)));
  });
  for (const answer of slow) {
    expect(answer).toMatchObject({ status: 503, retryAfter: '1', codes: ['TIMEOUT'] });
    expect(answer.seconds).toBeLessThan(20);
  }
  expect(await ask(LIST)).toMatchObject({ status: 200, codes: [] });
});

test('a request that takes too long in all is answered 503, and its statements do no harm to others', async () => {
  await start({ BANMIAN_REQUEST_TIMEOUT_SECONDS: '1', BANMIAN_STATEMENT_TIMEOUT_SECONDS: '3' });
  const late = await owner.sql.begin(async (sql) => {
    await sql`lock table articles in access exclusive mode`;
    return Promise.all([ask(LIST), ask('query Second { articles { totalCount } }', true)]);
  });
  for (const answer of late) {
    expect(answer).toMatchObject({ status: 503, retryAfter: '1', codes: ['TIMEOUT'] });
    expect(answer.seconds).toBeLessThan(3);
  }
  await expect.poll(async () => (await ask(LIST)).status, { timeout: 20_000 }).toBe(200);
  expect(gateway.lines).toEqual([]);
});

describe('errors in the tables', () => {
  test("an error in the tables is the gateway's fault, not the database's", async () => {
    await start({ BANMIAN_CACHE_BYTES: '0' });
    await owner.sql.unsafe('alter table articles rename column headline to headline_gone');
    expect(await ask(LIST)).toMatchObject({ status: 200, codes: ['INTERNAL_SERVER_ERROR'] });
  });
});

test('requests beyond the most that may be in progress are refused', async () => {
  await start();
  const tiny = await startTinyGateway({ maxRequests: 2 });
  const held = [1, 2].map(() => tiny.post('{ held }'));
  await expect.poll(async () => (await tiny.post('{ touched }')).status, { timeout: 20_000 }).toBe(503);
  const refused = await tiny.post('{ touched }');
  expect([refused.headers.get('retry-after'), await refused.json()]).toMatchObject([
    '1',
    { errors: [{ extensions: { code: 'UNAVAILABLE' } }] },
  ]);
  tiny.release();
  expect((await Promise.all(held)).map(({ status }) => status)).toEqual([200, 200]);
  expect((await tiny.post('{ touched }')).status).toBe(200);
  await tiny.server.drain(0);
});

test('a body that does not arrive in time is refused and frees its place', async () => {
  await start();
  const tiny = await startTinyGateway({ maxRequests: 1, requestTimeoutSeconds: 1 });
  const socket = connect(Number(new URL(tiny.url).port), '127.0.0.1');
  let told = '';
  socket.on('data', (text) => {
    told += String(text);
  });
  socket.write(
    'POST /graphql HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: 50\r\n\r\n{"query"',
  );
  await expect.poll(() => told, { timeout: 20_000 }).toMatch(/^HTTP\/1\.1 408 [^]*REQUEST_TIMEOUT/);
  socket.destroy();
  await expect.poll(async () => (await tiny.post('{ touched }')).status, { timeout: 20_000 }).toBe(200);
  await tiny.server.drain(0);
});
