import postgres from 'postgres';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { ingestPage } from '../../../src/ingest.ts';
import { openDatabase, type Database } from '../../../src/store/database.ts';
import { reindex } from '../../../src/store/reindex.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { startGateway, type TestGateway } from '../../support/gateway.ts';
import { statementsOn } from '../../support/statements.ts';

let database: TestDatabase;
/** An import on connections of its own, like that of another process. */
let importer: Database;
let gateway: TestGateway;
/** One statement for each answer that was worked out. */
let workedOut: string[];

beforeEach(async () => {
  database = await createTestDatabase();
  importer = await openDatabase({ url: database.url, dataFolder: '', poolSize: 1, prepare: true });
  workedOut = statementsOn(database.queries);
  gateway = await startGateway(database);
});
afterEach(async () => {
  await gateway.close();
  await importer.close();
  await database.drop();
});

const count = '{ articles { totalCount } }';
async function counted(): Promise<number> {
  const { data } = (await (await gateway.post(count)).json()) as { data: { articles: { totalCount: number } } };
  return data.articles.totalCount;
}
const page = (day: number) => ({
  raw: `桥上通车\n\n本周,区长陆安宁主持通车仪式。第${day}天。\n`,
  file: `${day}.txt`,
  stated: null,
});
/** Waits until answers are kept. */
async function listening(): Promise<void> {
  await expect
    .poll(
      async () => {
        const before = workedOut.length;
        await counted();
        await counted();
        return workedOut.length - before;
      },
      { timeout: 5_000 },
    )
    .toBeLessThan(2);
}

test('what another process imports shows at once, and is then kept again', async () => {
  await listening();
  for (const day of [1, 2, 3]) {
    await ingestPage(importer, page(day));
    await expect.poll(counted, { timeout: 5_000, interval: 10 }).toBe(day);
    await listening();
  }
  expect(gateway.lines).toEqual([]);
});

test('an import that fails or finds all stored drops nothing; one of another database neither', async () => {
  await ingestPage(importer, page(1));
  const other = await createTestDatabase();
  await listening();
  const before = workedOut.length;
  expect(await ingestPage(importer, page(1))).toBeNull();
  await expect(
    importer.drizzle.transaction(async (tx) => {
      await tx.execute("select pg_notify('banmian_archive', '')");
      throw new Error('given up');
    }),
  ).rejects.toThrow('given up');
  await ingestPage(other, page(2));
  await other.drop();
  await importer.sql`select pg_sleep(0.2)`;
  await counted();
  expect(workedOut.length).toBe(before);
});

test('a reindex is a change too', async () => {
  await listening();
  const before = workedOut.length;
  await reindex(importer);
  await expect
    .poll(async () => {
      await counted();
      return workedOut.length;
    })
    .toBeGreaterThan(before);
});

test('while the connection that hears of changes is lost nothing is given from the cache; once it is back answers are kept again', async () => {
  const server = postgres(inject('serverUrl'), { max: 1, fetch_types: false });
  const name = new URL(database.url).pathname.slice(1);
  const admit = (admitted: boolean) => server.unsafe(`alter database ${name} with allow_connections ${admitted}`);
  for (const day of [1, 2]) {
    await listening();
    await admit(false);
    await server`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name} and application_name = 'banmian watch'`;
    await expect.poll(() => gateway.lines).toHaveLength(day);
    await ingestPage(importer, page(day));
    expect(await counted()).toBe(day);
    await admit(true);
  }
  await listening();
  await server.end();
});

test('while no connection can be had answers are right, though none is kept', async () => {
  const other = await startGateway({ ...database, url: 'postgres://127.0.0.1:9/nowhere' });
  await other.post(count);
  await ingestPage(importer, page(1));
  expect(await (await other.post(count)).json()).toEqual({ data: { articles: { totalCount: 1 } } });
  await other.close();
});

test('an answer that read from before an import is not kept after it', async () => {
  await ingestPage(importer, page(1));
  await listening();
  const hold = await database.sql.reserve();
  await hold`begin`;
  await hold`lock table agreements in access exclusive mode`;
  const mixed = '{ publications { nodes { name } } agreements { totalCount } }';
  const named = async (query: string) => {
    const { data } = (await (await gateway.post(query)).json()) as {
      data: { publications: { nodes: { name: string }[] } };
    };
    return data.publications.nodes[0]?.name;
  };
  const underWay = named(mixed);
  await expect
    .poll(async () => {
      const [row] = await importer.sql<{ n: number }[]>`
      select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
      return row!.n;
    })
    .toBe(1);
  await importer.sql`select pg_sleep(0.2)`; // The statement beside it has read its rows by then.
  await importer.sql.begin(async (sql) => {
    await sql`update publications set name = '云岫报'`;
    await sql`notify banmian_archive`;
  });
  await expect
    .poll(() => named('{ publications { nodes { name } } }'), { timeout: 5_000, interval: 10 })
    .toBe('云岫报');
  await importer.sql`select pg_sleep(0.2)`; // And the change has been heard of.
  await hold`commit`;
  hold.release();
  expect(await underWay).toBe('未知报纸');
  expect(await named(mixed)).toBe('云岫报');
});
