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
const readers = async () => [...(await database.sql`select file, reader from pages order by file`)];

test('import --facts takes what extract prints, a page a line', async () => {
  const { stdout } = await banmian('extract', folder.at('.'));
  folder.write('facts.json', stdout.split('\n')[1]!);
  const facts = folder.at('facts.json');
  expect(await banmian('import', '--facts', facts, '--reader', 'tingzhu', folder.at('.'))).toMatchObject({
    code: 0,
    stderr: '',
  });
  expect(await readers()).toEqual([
    { file: '1/01.txt', reader: null },
    { file: '2/01.txt', reader: 'tingzhu' },
  ]);
  const other = await banmian('import', '--facts', facts, '--reader', 'tingzhu', 'seeds');
  expect(other).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('2/01.txt is none of these pages.') as string,
  });
});

test.each([
  [['--facts', 'no-such.json', 'seeds'], 'no-such.json: there is no such file.'],
  [['--facts', 'package.json', 'seeds'], 'package.json: file: Invalid input'],
  [['--facts', 'no-such.json', '--reader', '\u001b[1m', 'seeds'], '--reader: it must be at most 100 letters'],
  [['--reader', 'tingzhu', 'seeds'], '--reader goes with --facts.'],
  [['--facts', 'no-such.json', '--prune', 'seeds'], '--facts does not go with --prune.'],
])('import %j is a wrong command line', async (words, message) => {
  const { code, stderr } = await banmian('import', ...words);
  expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
});
