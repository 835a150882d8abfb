import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findPages } from '../../src/files/find-pages.ts';
import { defaultReadOptions } from '../../src/files/page-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'banmian-find-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, content: string | Uint8Array = ''): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), content);
}
/** The files found, by their paths in the folder, with the reason where one cannot be read. */
async function find(paths: readonly string[], followLinks = false): Promise<string[]> {
  const found = await findPages(
    paths.map((path) => join(folder, path)),
    { ...defaultReadOptions, followLinks },
  );
  return found.map(
    ({ path, error }) => relative(folder, path) + (error === undefined ? '' : ` ${error.message.slice(path.length)}`),
  );
}

describe('a folder', () => {
  test('gives all .txt files in it, in any case and however deep, by folder and number', async () => {
    for (const name of [
      'b/10.txt',
      'b/9.TXT',
      'b/2.Txt',
      'a/deep/er/1.txt',
      'z.txt',
      'a/1.txt.bak',
      'a/notes.md',
      'a/1.issue.json',
      '.git/1.txt',
      'b/._9.txt',
    ])
      write(name);
    expect(await find([''])).toEqual(['z.txt', 'a/deep/er/1.txt', 'b/2.Txt', 'b/9.TXT', 'b/10.txt']);
  });

  test('names each file by its path from there', async () => {
    write('arch/2025/1.txt');
    const files = async (path: string) =>
      (await findPages([join(folder, path)], defaultReadOptions)).map(({ file }) => file);
    expect([
      await files('arch'),
      await files('arch/2025'),
      await files('arch/2025/1.txt'),
      await files('arch/*'),
    ]).toEqual([['2025/1.txt'], ['1.txt'], ['1.txt'], ['1.txt']]);
  });

  test('that is deeper than 32 folders is reported, and what is above it is found', async () => {
    write(`${'a/'.repeat(40)}1.txt`);
    write('a/2.txt');
    expect(await find([''])).toEqual(['a/2.txt', expect.stringContaining('it is more than 32 folders deep')]);
  });

  test('reports a path that is too long', async () => {
    const long = `${`${'长'.repeat(80)}/`.repeat(5)}1.txt`;
    write(long);
    expect(await find([''])).toEqual([expect.stringContaining('its path is longer than 1000 bytes')]);
  });

  test('that is a link, or holds links, is walked only where links are followed, and once', async () => {
    write('arch/1.txt');
    symlinkSync('arch', join(folder, 'link'));
    symlinkSync('..', join(folder, 'arch/up'));
    symlinkSync('1.txt', join(folder, 'arch/2.txt'));
    expect(await find(['arch'])).toEqual(['arch/1.txt', 'arch/2.txt']); // The link is told of when it is read.
    expect(await find(['link'])).toEqual(['link']);
    expect(await find(['link'], true)).toEqual(['link/1.txt', 'link/2.txt']);
    expect(await find([''], true)).toEqual(['arch/1.txt', 'arch/2.txt']);
  });

  test.skipIf(process.getuid?.() === 0)('that may not be opened is reported', async () => {
    mkdirSync(join(folder, 'shut'), { mode: 0 });
    expect(await find([''])).toEqual(['shut : it cannot be opened (EACCES).']);
  });
});

describe('a pattern', () => {
  test('matches what a shell would match', async () => {
    for (const name of [
      '2025-04-02/01.txt',
      '2025-04-02/02.txt',
      '2025-04-09/01.txt',
      '2025-05-07/01.txt',
      '2025-04-09/a.issue.json',
      '2025-04-09/README.md',
    ])
      write(name);
    expect(await find(['2025-04-*'])).toEqual(['2025-04-02/01.txt', '2025-04-02/02.txt', '2025-04-09/01.txt']);
    expect(await find(['2025-0[45]-*/01.txt'])).toEqual([
      '2025-04-02/01.txt',
      '2025-04-09/01.txt',
      '2025-05-07/01.txt',
    ]);
    expect(await find(['**/02.txt'])).toEqual(['2025-04-02/02.txt']);
    expect(await find(['2025-04-09/*'])).toEqual(['2025-04-09/01.txt', '2025-04-09/README.md']);
    expect(await find(['{2025-04-02,2025-05-07}/'])).toEqual([
      '2025-04-02/01.txt',
      '2025-04-02/02.txt',
      '2025-05-07/01.txt',
    ]);
  });

  test('that matches nothing is reported', async () => {
    expect(await find(['2026-*'])).toEqual([expect.stringContaining('no file matches it')]);
  });

  test('that is the name of a file means that file', async () => {
    write('03 [1].txt');
    write('03 1.txt');
    expect(await find(['03 [1].txt'])).toEqual(['03 [1].txt']);
  });
});

describe('the order', () => {
  const stated = (day: string | null, page: number, slug = 'x-bao') =>
    JSON.stringify({
      publication: { slug, name: '报' },
      ...(day !== null && { publishedOn: { date: day, basis: 'STATED' } }),
      page,
    });

  test('is by the day and page that the metadata states', async () => {
    for (const [name, day, page, slug] of [
      ['a', '2025-02-01', 1],
      ['b', '2025-01-01', 2],
      ['c', '2025-01-01', 1],
      ['d', '2024-01-01', 1, 'y-bao'],
    ] as const) {
      write(`${name}.txt`);
      write(`${name}.issue.json`, stated(day, page, slug));
    }
    expect(await find([''])).toEqual(['c.txt', 'b.txt', 'a.txt', 'd.txt']);
  });

  test.each([
    [
      ['2025-10-02/1.txt', '2025-9-30/1.txt', '2025-9-30/10.txt', '2025-9-30/2.txt'],
      ['2025-9-30/1.txt', '2025-9-30/2.txt', '2025-9-30/10.txt', '2025-10-02/1.txt'],
    ],
    [
      ['2025/10/2/1.txt', '2025/9/30/1.txt'],
      ['2025/9/30/1.txt', '2025/10/2/1.txt'],
    ],
    [
      ['20251002-01.txt', '20250930-02.txt', '20250930-01.txt'],
      ['20250930-01.txt', '20250930-02.txt', '20251002-01.txt'],
    ],
    [
      ['2025年10月2日/第1版.txt', '2025年9月30日/第十版.txt', '2025年9月30日/第二版.txt'],
      ['2025年9月30日/第二版.txt', '2025年9月30日/第十版.txt', '2025年10月2日/第1版.txt'],
    ],
    [
      ['b/2025-01-01.txt', 'a/2025-02-02.txt'],
      ['a/2025-02-02.txt', 'b/2025-01-01.txt'],
    ],
  ])('is by the day and page in the path: %j', async (names, order) => {
    for (const name of names) write(name);
    expect(await find([''])).toEqual(order);
  });

  test('is by the day and page that the page prints, in any encoding, if nothing else says', async () => {
    const head = (day: string, page: number) =>
      `云岫报　2025年${day}　星期三　第${page}版\n\n会议召开\n\n本周，区里召开会议，部署下一阶段的各项重点工作。\n`;
    write('a.txt', iconv.encode(head('10月2日', 1), 'gbk'));
    write('b.txt', iconv.encode(head('9月30日', 2), 'utf-16le', { addBOM: false }));
    write('c.txt', head('9月30日', 1) + '再\n'.repeat(9_000));
    write('d.txt', '会议召开\n\n本周，区里召开会议。\n');
    expect(await find([''])).toEqual(['c.txt', 'b.txt', 'a.txt', 'd.txt']);
  });

  test('does not depend on the order of the paths, and each file comes once', async () => {
    for (const name of ['2.txt', '10.txt', '1.txt', '1 corrected.txt']) write(name);
    expect(await find(['10.txt', '', './1.txt', '1.txt', '2.txt'])).toEqual([
      '1.txt',
      '1 corrected.txt',
      '2.txt',
      '10.txt',
    ]);
  });
});
