import { afterEach, beforeEach, expect, test } from 'vitest';
import { createBareDatabase, type TestDatabase } from '../support/database.ts';
import { runBanmian } from './banmian.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await createBareDatabase();
});
afterEach(() => database.drop());

const banmian = (...words: string[]) => runBanmian(words, { DATABASE_URL: database.url });

test('pages are removed by file, issue and publication, and reported before and after', async () => {
  await banmian('import', 'seeds');
  const dry = await banmian('remove', '--dry-run', 'seeds/003_007a55f3a8e66e78.txt');
  expect(dry).toMatchObject({ code: 0, stderr: '' });
  expect(dry.stdout).toMatch(
    /^003_007a55f3a8e66e78\.txt \(徐汇报, 2024-01-22\): would be removed\n1 page, 4 articles, .* 1 issue, 0 publications would be removed\.\n$/,
  );
  const removed = await banmian('remove', '--publication', 'xuhui-bao', '--issue', '2024-01-22');
  expect(removed.stdout).toBe(dry.stdout.replaceAll('would be removed', 'removed'));
  expect((await banmian('import', 'seeds')).stdout).toContain('1 page imported, 1 unchanged, 0 refused, 0 failed.');
  expect((await banmian('remove', '--publication', 'xuhui-bao')).stdout).toMatch(
    /2 pages, 7 articles, .* 2 issues, 1 publication removed\.\n$/,
  );
});

test('a page that is not stored is refused in one line, and so is a command line without a selection', async () => {
  expect(await banmian('remove', 'none.txt')).toMatchObject({
    code: 1,
    stdout: '',
    stderr: 'banmian remove: none.txt: no such page is stored.\n',
  });
  expect(await banmian('remove')).toMatchObject({
    code: 2,
    stderr: 'banmian remove: Name files, or a publication. See banmian remove --help.\n',
  });
  expect(await banmian('remove', '--issue', '301')).toMatchObject({ code: 2 });
});
