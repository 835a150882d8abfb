import { chmodSync, mkdirSync, renameSync, rmSync, unlinkSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultReadOptions } from '../src/files/page-file.ts';
import { ingestPaths } from '../src/ingest.ts';
import { prune, type PruneResult } from '../src/prune.ts';
import { createTestDatabase, type TestDatabase } from './support/database.ts';
import { givenPage } from './http/write/given-page.ts';
import { createPageFolder, type PageFolder } from './support/page-folder.ts';
import { allRows, rowVersions } from './support/rows.ts';

let database: TestDatabase;
let folder: PageFolder;
beforeEach(async () => {
  database = await createTestDatabase();
  folder = createPageFolder();
  for (const day of [1, 2, 3]) write(day);
  await ingestPaths(database, [folder.at('arch')]);
});
afterEach(async () => {
  folder.remove();
  await database.drop();
});

/** Writes the page of a day, in the folder `arch` unless another is named. */
function write(day: number, { text = (given: string) => given, slug = 'yunxiu-bao', root = 'arch' } = {}): void {
  const page = givenPage(day);
  const metadata = { ...page.metadata, publication: { ...page.metadata.publication, slug } };
  folder.write(`${root}/2025-03-0${day}/01.txt`, text(page.text), metadata);
}

const pathOf = (day: number) => folder.at(`arch/2025-03-0${day}/01.txt`);

function pruned(dryRun = false): Promise<PruneResult> {
  return prune(database, [folder.at('arch')], { ...defaultReadOptions, replace: false, dryRun });
}

const removed = async (dryRun = false) => (await pruned(dryRun)).files.map(({ file }) => file);
const stored = async () =>
  (await database.sql<{ file: string }[]>`select file from pages order by file`).map(({ file }) => file);

test('what the folder no longer has is removed, and the archive is as if it had never come', async () => {
  unlinkSync(pathOf(2));
  expect(await removed()).toEqual(['2025-03-02/01.txt']);
  const other = await createTestDatabase();
  await ingestPaths(other, [folder.at('arch')]);
  expect(await allRows(database)).toEqual(await allRows(other));
  await other.drop();
  expect(await removed()).toEqual([]);
});

test('a dry run tells the same and writes nothing', async () => {
  rmSync(folder.at('arch/2025-03-03'), { recursive: true });
  const before = await rowVersions(database);
  const dry = await pruned(true);
  expect(await rowVersions(database)).toEqual(before);
  expect(await pruned()).toEqual(dry);
});

test('a file that was corrected, renamed or copied stays, before it is imported and after', async () => {
  write(1, { text: (text) => text.replace('会议要求', '会议强调') });
  mkdirSync(folder.at('arch/later'));
  renameSync(pathOf(2), folder.at('arch/later/02.txt'));
  renameSync(folder.at('arch/2025-03-02/01.issue.json'), folder.at('arch/later/02.issue.json'));
  expect(await removed(true)).toEqual([]);
  await ingestPaths(database, [folder.at('arch')]);
  expect(await removed()).toEqual([]);
  expect(await stored()).toHaveLength(3);
});

test('pages of other newspapers stay, and so do those that name none', async () => {
  write(1, { slug: 'other-bao', root: 'elsewhere', text: (text) => text.replaceAll('城市更新', '乡村振兴') });
  folder.write('elsewhere/none.txt', `${givenPage(2).text.replaceAll('城市更新', '水利建设')}`);
  folder.write('arch/nameless.txt', `${givenPage(3).text.replaceAll('城市更新', '交通建设')}`);
  await ingestPaths(database, [folder.at('elsewhere'), folder.at('arch')]);
  unlinkSync(pathOf(3));
  expect(await removed()).toEqual(['2025-03-03/01.txt']);
  expect(await stored()).toHaveLength(5);
});

test('a page whose file is there but cannot be read stays', async () => {
  folder.write('arch/2025-03-01/01.txt', '');
  folder.write('arch/2025-03-02/01.issue.json', '{');
  expect(await removed(true)).toEqual([]);
  expect(await removed()).toEqual([]);
});

test('a page that had replaced one of the folder makes room for it', async () => {
  const corrected = folder.at('arch/2025-03-01/02.txt');
  const { text, metadata } = givenPage(1);
  folder.write('arch/2025-03-01/02.txt', text.replace('会议要求', '会议强调'), metadata);
  await ingestPaths(database, [folder.at('arch')]);
  expect(await stored()).toContain('2025-03-01/02.txt');
  unlinkSync(corrected);
  const { files, hasMore } = await pruned();
  expect([files.map(({ file }) => file), hasMore]).toEqual([['2025-03-01/02.txt'], true]);
  await ingestPaths(database, [folder.at('arch')]);
  expect(await stored()).toEqual(['2025-03-01/01.txt', '2025-03-02/01.txt', '2025-03-03/01.txt']);
  expect((await pruned()).hasMore).toBe(false);
});

describe('what is refused', () => {
  test.each([true, false])('a folder that yields no page is refused (dry run: %s)', async (dryRun) => {
    rmSync(folder.at('arch'), { recursive: true });
    mkdirSync(folder.at('arch'));
    await expect(pruned(dryRun)).rejects.toThrow('yield no page');
    folder.write('arch/README.txt', 'Nothing here.');
    await expect(pruned(dryRun)).rejects.toThrow('yield no page');
    expect(await stored()).toHaveLength(3);
  });

  test.skipIf(process.getuid?.() === 0)('a folder of which a part cannot be opened is refused', async () => {
    chmodSync(folder.at('arch/2025-03-02'), 0);
    try {
      await expect(pruned()).rejects.toThrow('cannot be opened');
    } finally {
      chmodSync(folder.at('arch/2025-03-02'), 0o755);
    }
    expect(await stored()).toHaveLength(3);
  });

  test('folders too deep to be seen wholly are refused', async () => {
    folder.write(`arch/${'deeper/'.repeat(33)}01.txt`, givenPage(1).text);
    await expect(pruned()).rejects.toThrow('folders deep');
    expect(await stored()).toHaveLength(3);
  });

  test('a folder that looks like a part of what was imported is refused', async () => {
    await database.sql`
      insert into pages (id, issue_id, key, file, content_hash, raw)
      select gen_random_uuid(), issue_id, 'copy ' || n, 'old/' || n || '.txt', md5(n::text), ''
      from (select issue_id from pages limit 1) p, generate_series(1, 101) n`;
    await expect(pruned()).rejects.toThrow('The folders lack 101 of 104 files of their publications');
    expect(await stored()).toHaveLength(104);
    await database.sql`delete from pages where key = 'copy 101'`;
    expect(await removed()).toHaveLength(100);
  });
});
