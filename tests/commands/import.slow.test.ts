import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { generatePage } from '../../bench/generate-page.ts';
import { createBareDatabase, type TestDatabase } from '../support/database.ts';
import { allRows } from '../support/rows.ts';
import { runBanmian, startBanmian } from './banmian.ts';

let database: TestDatabase;
let folder: string;
beforeEach(async () => {
  database = await createBareDatabase();
  folder = await mkdtemp(join(tmpdir(), 'banmian-import-'));
});
afterEach(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

test('pages are imported with a report of what was found, and a second import changes nothing', async () => {
  const first = await runBanmian(['import', 'seeds'], { DATABASE_URL: database.url });
  expect(first).toMatchObject({ code: 0, stderr: '' });
  expect(first.stdout).toMatch(
    /^seeds\/000_fc0a40daac650225\.txt: 3 articles, \d+ people, \d+ organisations, \d+ agreements(?:, \d+ left open)?$/m,
  );
  expect(first.stdout).toMatch(/^2 pages imported, 0 unchanged, 0 refused, 0 failed\.$/m);
  const second = await runBanmian(['import', 'seeds'], { DATABASE_URL: database.url });
  expect(second.stdout).toMatch(/^0 pages imported, 2 unchanged, 0 refused, 0 failed\.$/m);
});

test('a broken page is reported, the others are imported, and the exit code is 1', async () => {
  const broken = join(folder, 'broken.txt');
  await writeFile(broken, Buffer.from([0xb0, 0xe6, 0xc3, 0xe6]));
  const { code, stdout, stderr } = await runBanmian(['import', broken, 'seeds/003_007a55f3a8e66e78.txt'], {
    DATABASE_URL: database.url,
  });
  expect(code).toBe(1);
  expect(stderr).toContain(broken);
  expect(stderr.trimEnd()).not.toContain('\n');
  expect(stdout).toMatch(/^1 page imported, 0 unchanged, 1 refused, 0 failed\.$/m);
});

test('wrong metadata is reported with its file and key', async () => {
  await writeFile(join(folder, 'a.txt'), '某地召开会议\n\n昨日，某地召开会议。\n');
  await writeFile(join(folder, 'a.issue.json'), '{ "publication": { "slug": "A", "name": "某报" } }');
  const { code, stderr } = await runBanmian(['import', folder], { DATABASE_URL: database.url });
  expect(code).toBe(1);
  expect(stderr).toContain('a.issue.json');
  expect(stderr).toContain('publication.slug');
});

test('a folder without pages fails', async () => {
  const { code, stderr } = await runBanmian(['import', folder], { DATABASE_URL: database.url });
  expect([code, stderr]).toEqual([1, 'No .txt file was found.\n']);
});

test('doubts of a page are counted', async () => {
  await writeFile(join(folder, 'a.txt'), '区里召开会议\n\n昨日，区委书记白露主持会议。各街道镇代表参加会议。\n');
  const { stdout } = await runBanmian(['import', folder], { DATABASE_URL: database.url });
  expect(stdout).toMatch(/a\.txt: 1 article, .*, 0 agreements, 1 left open$/m);
});

/** Six pages of one newspaper, which share names: what is known when one is read depends on those before. */
async function writePages(): Promise<void> {
  const metadata = JSON.stringify({ publication: { slug: 'yunxiu-bao', name: '云岫报' } });
  for (const seed of [1, 2, 3, 4, 5, 6]) {
    await writeFile(join(folder, `${seed}.txt`), generatePage(seed));
    await writeFile(join(folder, `${seed}.issue.json`), metadata);
  }
}

test('a killed import goes on when it is started again, and makes the same archive', async () => {
  await writePages();
  const killed = startBanmian(['import', folder], { DATABASE_URL: database.url });
  await killed.until(/3\.txt: /);
  killed.process.kill('SIGKILL');
  await killed.ended;
  const resumed = await runBanmian(['import', folder], { DATABASE_URL: database.url });
  expect(resumed).toMatchObject({ code: 0, stderr: '' });
  const unchanged = Number(/(\d+) unchanged, 0 refused, 0 failed/.exec(resumed.stdout)?.[1]);
  expect(unchanged).toBeGreaterThanOrEqual(3);
  const undisturbed = await createBareDatabase();
  try {
    await runBanmian(['import', folder], { DATABASE_URL: undisturbed.url });
    expect(await allRows(database)).toEqual(await allRows(undisturbed));
  } finally {
    await undisturbed.drop();
  }
}, 120_000); // Three imports, each in a process of its own.
