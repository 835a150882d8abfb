import { unlinkSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { givenPage } from '../http/write/given-page.ts';
import { createBareDatabase, type TestDatabase } from '../support/database.ts';
import { createPageFolder, type PageFolder } from '../support/page-folder.ts';
import { runBanmian } from './banmian.ts';

let database: TestDatabase;
let folder: PageFolder;
beforeEach(async () => {
  database = await createBareDatabase();
  folder = createPageFolder();
  for (const day of [1, 2]) {
    const { text, metadata } = givenPage(day);
    folder.write(`${day}/01.txt`, text, metadata);
  }
});
afterEach(async () => {
  folder.remove();
  await database.drop();
});

const banmian = (...words: string[]) => runBanmian(words, { DATABASE_URL: database.url });

test('import --prune removes what the folder no longer has, and a dry run says what', async () => {
  await banmian('import', folder.at('.'));
  unlinkSync(folder.at('2/01.txt'));
  const dry = await banmian('import', '--prune', '--dry-run', folder.at('.'));
  expect(dry).toMatchObject({ code: 0, stderr: '' });
  expect(dry.stdout).toMatch(
    /^2\/01\.txt \(云岫报, 2025-03-02, page 1\): would be removed\n1 page, 1 article, .* would be removed\.\n$/,
  );
  const real = await banmian('import', '--prune', folder.at('.'));
  expect(real.stdout).toContain('0 pages imported, 1 unchanged, 0 refused, 0 failed.\n');
  expect(real.stdout).toContain(dry.stdout.replaceAll('would be removed', 'removed'));
  expect(real.code).toBe(0);
});

test('import --prune is refused where it can mean nothing, and then removes nothing', async () => {
  await banmian('import', folder.at('.'));
  const empty = createPageFolder();
  expect(await banmian('import', '--prune', empty.at('.'))).toMatchObject({
    code: 1,
    stderr:
      'No .txt file was found.\nbanmian import: These folders yield no page of a known newspaper; nothing is removed.\n',
  });
  empty.remove();
  expect(await banmian('import', '--prune', folder.at('1/01.txt'))).toMatchObject({ code: 2, stdout: '' });
  expect(await banmian('import', '--dry-run', folder.at('.'))).toMatchObject({
    code: 2,
    stderr: 'banmian import: --dry-run goes with --prune. See banmian import --help.\n',
  });
  expect(await database.sql`select 1 from pages`).toHaveLength(2);
});
