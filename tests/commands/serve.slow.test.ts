import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { query, runBanmian, startBanmian, startGateway, startNpm } from './banmian.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

test('a start imports the seed pages, reports each and answers; the next start finds nothing new', async () => {
  const first = await startGateway(database.url);
  expect(first.stdout()).toContain('000_fc0a40daac650225.txt');
  expect(first.stdout()).toContain('003_007a55f3a8e66e78.txt');
  const counts = '{ issues { totalCount } articles { totalCount } }';
  expect(await query(first.url, counts)).toEqual({ data: { issues: { totalCount: 2 }, articles: { totalCount: 7 } } });
  first.process.kill('SIGTERM');
  expect((await first.ended).code).toBe(0);

  const second = await startGateway(database.url);
  expect(second.stdout()).toContain('unchanged');
  expect(await query(second.url, counts)).toEqual({ data: { issues: { totalCount: 2 }, articles: { totalCount: 7 } } });
  second.process.kill('SIGINT');
  expect((await second.ended).code).toBe(0);
});

test('an import by another process shows in cached answers', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'banmian-serve-'));
  const gateway = await startGateway(database.url, { BANMIAN_SEEDS: folder });
  const counts = '{ issues { totalCount } articles { totalCount } }';
  expect(await query(gateway.url, counts)).toEqual({
    data: { issues: { totalCount: 0 }, articles: { totalCount: 0 } },
  });
  expect((await runBanmian(['import', 'seeds'], { DATABASE_URL: database.url })).code).toBe(0);
  await expect
    .poll(() => query(gateway.url, counts), { timeout: 5000 })
    .toEqual({ data: { issues: { totalCount: 2 }, articles: { totalCount: 7 } } });
  gateway.process.kill('SIGTERM');
  expect((await gateway.ended).code).toBe(0);
  await rm(folder, { recursive: true });
});

describe('seed pages that cannot be imported', () => {
  const SEED = '003_007a55f3a8e66e78';
  let seeds: string;
  beforeEach(async () => {
    seeds = await mkdtemp(join(tmpdir(), 'banmian-seeds-'));
    await writeFile(join(seeds, 'broken.txt'), Buffer.from([0xff, 0x00, 0xb0]));
    await writeFile(join(seeds, 'blank.txt'), '');
  });
  afterEach(() => rm(seeds, { recursive: true }));

  test('are counted in the ready line and by /ready, and the others are served', async () => {
    for (const name of [`${SEED}.txt`, `${SEED}.issue.json`]) await copyFile(join('seeds', name), join(seeds, name));
    const gateway = await startGateway(database.url, { BANMIAN_SEEDS: seeds });
    await gateway.until(/^Banmian is ready: http\S+ \(2 seed pages could not be imported\)$/m);
    for (const name of ['broken.txt', 'blank.txt']) expect(gateway.stderr()).toContain(name);
    const ready = await fetch(new URL('/ready', gateway.url));
    expect([ready.status, await ready.json()]).toEqual([200, { status: 'ready', failedPages: 2 }]);
    expect(await query(gateway.url, '{ issues { totalCount } }')).toEqual({ data: { issues: { totalCount: 1 } } });
    gateway.process.kill('SIGTERM');
    expect((await gateway.ended).code).toBe(0);
  });

  test('end it with exit code 1 and one line if the archive is empty', async () => {
    const { code, stdout, stderr } = await runBanmian(['serve'], {
      DATABASE_URL: database.url,
      PORT: '0',
      BANMIAN_SEEDS: seeds,
    });
    expect([code, stdout]).toEqual([1, expect.not.stringContaining('ready')]);
    const lines = stderr.trimEnd().split('\n');
    expect(lines).toHaveLength(3); // One for each page before.
    expect(lines.at(-1)).toBe(
      `banmian serve: The archive is empty: nothing in ${seeds} could be imported (2 failures).`,
    );
  });

  test('do not end it if the archive holds earlier pages', async () => {
    expect((await runBanmian(['import', `seeds/${SEED}.txt`], { DATABASE_URL: database.url })).code).toBe(0);
    const gateway = await startGateway(database.url, { BANMIAN_SEEDS: seeds });
    expect(await (await fetch(new URL('/ready', gateway.url))).json()).toEqual({ status: 'ready', failedPages: 2 });
    gateway.process.kill('SIGTERM');
    expect((await gateway.ended).code).toBe(0);
  });
});

test('errors that no answer has a place for do not end it', async () => {
  const gateway = await startGateway(database.url);
  // What was not read ahead fails later than the list that is asked for wrongly.
  const documents = [
    '{ issues { nodes { previous { publishedOn importedAt @skip(if: false) } agreements(first: 1, last: 2) { totalCount } } } }',
    '{ organisations(first: 100) { nodes { parent { name } articles(first: 101) { totalCount } } } }',
  ];
  for (const document of documents) {
    for (let sight = 1; sight <= 4; sight += 1)
      expect(await query(gateway.url, document)).toMatchObject({
        data: null,
        errors: [{ extensions: { code: 'BAD_ARGUMENT' } }],
      });
  }
  expect(await query(gateway.url, '{ issues { totalCount } }')).toEqual({ data: { issues: { totalCount: 2 } } });
  gateway.process.kill('SIGTERM');
  expect((await gateway.ended).code).toBe(0);
});

test('told to stop, it lets queries in flight end, then exits with 0', async () => {
  const gateway = await startGateway(database.url);
  const hold = await database.sql.reserve();
  await hold`begin`;
  await hold`lock table articles in access exclusive mode`;
  const underWay = query(gateway.url, '{ articles { totalCount } }');
  await new Promise((resolve) => setTimeout(resolve, 300));
  gateway.process.kill('SIGTERM');
  await gateway.until(/Stopping/);
  expect((await fetch(new URL('/ready', gateway.url))).status).toBe(503);
  await hold`commit`;
  hold.release();
  expect(await underWay).toEqual({ data: { articles: { totalCount: 7 } } });
  expect((await gateway.ended).code).toBe(0);
});

test('told twice, it exits at once', async () => {
  const gateway = await startGateway(database.url);
  const hold = await database.sql.reserve();
  await hold`begin`;
  await hold`lock table articles in access exclusive mode`;
  const underWay = query(gateway.url, '{ articles { totalCount } }').catch(() => 'cut off');
  await new Promise((resolve) => setTimeout(resolve, 300));
  gateway.process.kill('SIGTERM');
  await gateway.until(/Stopping/);
  await new Promise((resolve) => setTimeout(resolve, 700));
  gateway.process.kill('SIGTERM');
  expect((await gateway.ended).code).toBe(143);
  expect(await underWay).toBe('cut off');
  await hold`rollback`;
  hold.release();
});

test('/ready answers 503 once the database is gone, and its errors are hidden from clients', async () => {
  const gateway = await startGateway(database.url);
  await database.sql.unsafe('drop table articles cascade');
  const answer = await query(gateway.url, '{ articles { totalCount } }');
  expect(answer).toMatchObject({
    errors: [{ message: 'Unexpected error.', extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
  });
  expect(JSON.stringify(answer)).not.toContain('relation');
  await expect.poll(() => gateway.stderr()).toContain('relation');
  await database.drop();
  expect((await fetch(new URL('/ready', gateway.url))).status).toBe(503);
  gateway.process.kill('SIGTERM');
  expect((await gateway.ended).code).toBe(0);
  database = await createTestDatabase();
});

describe('what it cannot do without ends it with one line and exit code 1', () => {
  test('a taken port', async () => {
    const taker = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taker.once('listening', resolve));
    const { port } = taker.address() as AddressInfo;
    const { code, stderr } = await runBanmian(['serve'], { DATABASE_URL: database.url, PORT: String(port) });
    expect([code, stderr]).toEqual([
      1,
      `banmian serve: 127.0.0.1:${port} is taken by another program; set PORT to a free port.\n`,
    ]);
    taker.close();
  });

  test('an unreachable database, without its password', async () => {
    const { code, stderr } = await runBanmian(['serve'], {
      DATABASE_URL: 'postgres://me:geheim@127.0.0.1:9/banmian',
      PORT: '0',
    });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^banmian serve: The database at 127\.0\.0\.1:9\/banmian cannot be reached: .*\n$/);
    expect(stderr).not.toContain('geheim');
  });

  test("an address that is not this machine's", async () => {
    const { code, stderr } = await runBanmian(['serve'], { DATABASE_URL: database.url, HOST: '192.0.2.1', PORT: '0' });
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^banmian serve: 192\.0\.2\.1.* cannot be listened on \(EADDRNOTAVAIL\); set HOST to an address of this machine\.\n$/,
    );
  });
});

test('stopped while it starts, it exits with 0', async () => {
  const gateway = startBanmian(['serve'], { DATABASE_URL: database.url, PORT: '0' });
  await gateway.until(/tables|Applied/);
  gateway.process.kill('SIGTERM');
  expect((await gateway.ended).code).toBe(0);
});

test('it ends with the npm that started it', async () => {
  const npm = startNpm(['start'], { DATABASE_URL: database.url, PORT: '0' });
  const [, url] = await npm.until(/ready: (http\S+)/);
  npm.process.kill('SIGTERM');
  await npm.until(/Stopping/);
  await expect.poll(() => fetch(url!).catch(() => 'gone'), { timeout: 5000 }).toBe('gone');
});
