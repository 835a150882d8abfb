import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { allRows } from '../support/rows.ts';
import { runBanmian } from './banmian.ts';

let database: TestDatabase;
let folder: string;
beforeEach(async () => {
  database = await createTestDatabase();
  folder = mkdtempSync(join(tmpdir(), 'banmian-files-'));
});
afterEach(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

const at = (name: string) => join(folder, name);
const page = (name: string) => `会议召开\n\n本周，区委书记${name}主持会议，部署下一阶段的各项重点工作。\n`;
const STATED = JSON.stringify({ publication: { slug: 'yunxiu-bao', name: '云岫报' } });
function write(name: string, content: string | Uint8Array): void {
  mkdirSync(dirname(at(name)), { recursive: true });
  writeFileSync(at(name), content);
}
const run = (words: readonly string[], input?: string | Uint8Array) =>
  runBanmian(['import', ...words], { DATABASE_URL: database.url }, input);
const files = async () =>
  (await database.sql<{ file: string }[]>`select file from pages order by file collate "C"`).map(({ file }) => file);

test('nested folders, quoted patterns and lists on standard input are imported, with .txt in any case', async () => {
  write('arch/2025-04-02/01.TXT', page('白露'));
  write('arch/2025-04-09/01.txt', page('谷雨'));
  write('list/a\nb.txt', page('霜降'));
  write('list/c.txt', page('立春'));
  expect(await run([at('arch/2025-04-0[29]'), '-'], `${at('list/a\nb.txt')}\0${at('list/c.txt')}\0`)).toMatchObject({
    code: 0,
    stderr: '',
  });
  expect(await files()).toEqual(['01.TXT', '01.txt', 'a\nb.txt', 'c.txt']);
  const again = await run(['-'], `${at('arch')}\n${at('list')}\n`);
  expect(again.stdout).toMatch(/^0 pages imported, 4 unchanged, 0 refused, 0 failed\.$/m);
});

test('the archive keeps the encoding of a page, and --encoding reads a page that does not show it', async () => {
  write('a.txt', iconv.encode(page('白露'), 'gbk'));
  write('b.txt', iconv.encode('停水公告\n本周停水。', 'gbk'));
  const first = await run([folder]);
  expect([first.code, first.stderr]).toEqual([
    1,
    `${at('b.txt')}: its encoding is not clear; name it with --encoding NAME (UTF-8, UTF-16LE, UTF-16BE, GB18030, BIG5).\n`,
  ]);
  expect(await run(['--encoding', 'GBK', '--force', at('b.txt')])).toMatchObject({ code: 0, stderr: '' });
  expect((await allRows(database))['pages']).toMatchObject([{ encoding: 'GB18030' }, { encoding: 'GB18030' }]);
  const wrong = await run(['--encoding', 'latin1', folder]);
  expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining("'latin1' is not a known encoding: UTF-8,")]);
});

test('files that are not Chinese text are refused with one line each, unless --force is given', async () => {
  write('README.txt', 'Pages of the weekly, one folder a day.\n');
  write('empty.txt', '');
  write('page.txt', page('白露'));
  const { code, stdout, stderr } = await run([folder]);
  expect([code, stderr]).toEqual([
    1,
    `${at('README.txt')}: it holds no Chinese running text; --force reads it all the same.\n${at('empty.txt')}: it is empty; --force reads it all the same.\n`,
  ]);
  expect(stdout).toMatch(/^1 page imported, 0 unchanged, 2 refused, 0 failed\.$/m);
  expect(await run(['--force', folder])).toMatchObject({ code: 0, stderr: '' });
});

describe.skipIf(process.platform === 'win32')('metadata beside a page', () => {
  test.each<[string, (path: string) => unknown, string]>([
    ['a pipe', (path) => execFileSync('mkfifo', [path]), 'it is a pipe, not a regular file.'],
    [
      'a link to a device',
      (path) => symlinkSync('/dev/zero', path),
      'it is a symbolic link; --follow-links reads what it leads to.',
    ],
    [
      'a link that leads nowhere',
      (path) => symlinkSync('none', path),
      'it is a symbolic link; --follow-links reads what it leads to.',
    ],
    ['a folder', (path) => mkdirSync(path), 'it is a folder, not a regular file.'],
    ['too large', (path) => writeFileSync(path, ' '.repeat(65 * 1024)), 'it is larger than 64 kB.'],
  ])(
    'that is %s refuses the page at once, which goes to no other publication',
    async (_, make, reason) => {
      write('a.txt', page('白露'));
      make(at('a.issue.json'));
      const { code, stderr } = await run([folder]);
      expect([code, stderr]).toEqual([1, `${at('a.issue.json')}: ${reason}\n`]);
      expect(await files()).toEqual([]);
    },
    30_000,
  );

  test('that is a link is read with --follow-links, unless it leads to something else than a file', async () => {
    write('a.txt', page('白露'));
    write('b.txt', page('谷雨'));
    write('c.txt', page('霜降'));
    write('stated.json', STATED);
    symlinkSync('stated.json', at('a.issue.json'));
    symlinkSync('/dev/zero', at('b.issue.json'));
    symlinkSync('none', at('c.issue.json'));
    const { stderr } = await run(['--follow-links', folder]);
    expect(stderr).toBe(
      `${at('b.issue.json')}: it is a device, not a regular file.\n${at('c.issue.json')}: it is a symbolic link that leads nowhere.\n`,
    );
    expect((await allRows(database))['publications']).toMatchObject([{ slug: 'yunxiu-bao' }]);
  }, 30_000);
});

test.each<[string, object]>([
  ['number: must not be more than 2147483647.', { number: 2 ** 31 }],
  [
    'publishedOn.date: must be a day between 1800 and 2999 that the calendar has.',
    { publishedOn: { date: '0000-01-01', basis: 'STATED' } },
  ],
  [
    'publication.name: must not be longer than 200 characters.',
    { publication: { slug: 'a', name: '长'.repeat(20_000) } },
  ],
  [
    'publication.name: must not hold control characters or halves of characters.',
    { publication: { slug: 'a', name: '\u001b[2J报' } },
  ],
  [
    'publication.city: must not hold control characters or halves of characters.',
    { publication: { slug: 'a', name: '报', city: '\0' } },
  ],
  [
    'publication.district: must not hold control characters or halves of characters.',
    { publication: { slug: 'a', name: '报', district: '\ud800区' } },
  ],
])('metadata out of range is refused by its key: %s', async (complaint, stated) => {
  write('a.txt', page('白露'));
  write('a.issue.json', JSON.stringify({ publication: { slug: 'yunxiu-bao', name: '云岫报' }, ...stated }));
  expect(await run([folder])).toMatchObject({ code: 1, stderr: `${at('a.issue.json')}: ${complaint}\n` });
});

test('a printed number larger than the archive can hold does not fail the page', async () => {
  write('a.txt', `云岫报　2025年4月2日　星期三　总第九万万万期　第1版\n\n${page('白露')}`);
  expect(await run([folder])).toMatchObject({ code: 0, stderr: '' });
});

test('the name of a file cannot control the terminal, wherever it is printed', async () => {
  const name = 'a\u001b[2J\r\nb\u202e.txt';
  const shown = 'a\\u001b[2J\\u000d\\u000ab\\u202e.txt';
  write(`good/${name}`, page('白露'));
  write(`empty/${name}`, '');
  write(`copy/c${name}`, page('白露'));
  const outcomes = [
    await run([at('good'), at('empty'), at('copy')]),
    ...(await Promise.all(
      [['extract'], ['explain', '--json'], ['explain']].map((words) => runBanmian([...words, at(`empty/${name}`)])),
    )),
  ];
  outcomes.push(await runBanmian(['extract', at('good'), at(`good/${name}`), at('empty'), '--out', at('out')]));
  for (const { stdout, stderr } of outcomes) expect(stdout + stderr).not.toMatch(/[^\P{C}\n]/u);
  expect(outcomes[0]?.stdout).toContain(`${shown}: 1 article`);
  for (const { stderr } of outcomes) expect(stderr).toContain(shown);
});

describe('an import stops with one line', () => {
  beforeEach(() => {
    for (const name of ['白露', '谷雨', '霜降']) write(`${name}.txt`, page(name));
  });
  const failing = (statement: string) =>
    database.sql.unsafe(`
    create function fail() returns trigger language plpgsql as $$ begin ${statement}; return new; end $$;
    create trigger fail before insert on pages for each row execute function fail()`);

  test('when the disk of the database is full', async () => {
    await failing(`raise exception 'could not extend file' using errcode = '53100'`);
    const { code, stdout, stderr } = await run([folder]);
    expect([code, stdout, stderr]).toEqual([
      1,
      '',
      'banmian import: The disk of the database is full. The import stopped: 0 imported, 3 of 3 files not tried.\n',
    ]);
  });

  test('when the database ends the connection again and again', async () => {
    await failing('perform pg_terminate_backend(pg_backend_pid())');
    const { code, stdout, stderr } = await run([folder]);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(
      /^banmian import: The database is no longer available \(\w+\)\. The import stopped: 0 imported, 3 of 3 files not tried\.\n$/,
    );
  });
});
