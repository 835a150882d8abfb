import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runBanmian } from './banmian.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'banmian-extract-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

interface Annotation {
  readonly articles: readonly { readonly headline: string | null }[];
}

test('a folder of pages gives one line of JSON a page', async () => {
  const { code, stdout, stderr } = await runBanmian(['extract', 'seeds']);
  expect([code, stderr]).toEqual([0, '']);
  const pages = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Annotation);
  expect(pages.map(({ articles }) => articles.length)).toEqual([4, 3]);
});

test('--out writes each page to a file of the same stem and prints nothing', async () => {
  const out = join(folder, 'made', 'here');
  const { code, stdout } = await runBanmian(['extract', 'seeds', '--out', out]);
  expect([code, stdout]).toEqual([0, '']);
  expect(await readdir(out)).toEqual(['000_fc0a40daac650225.json', '003_007a55f3a8e66e78.json']);
  const page = JSON.parse(await readFile(join(out, '003_007a55f3a8e66e78.json'), 'utf8')) as Annotation;
  expect(page.articles[0]!.headline).toContain('徐汇区与新微集团签约');
});

test('a file that cannot be read is reported, and the others are still printed', async () => {
  const broken = join(folder, 'broken.txt');
  await writeFile(broken, Buffer.from([0xff, 0x00, 0xb0]));
  const { code, stdout, stderr } = await runBanmian(['extract', broken, 'seeds/003_007a55f3a8e66e78.txt']);
  expect(code).toBe(1);
  expect(stderr).toContain('broken.txt');
  expect(stdout.trimEnd().split('\n')).toHaveLength(1);
});

test('a file that does not exist is reported, and the others are still printed', async () => {
  const { code, stdout, stderr } = await runBanmian(['extract', 'nowhere.txt', 'seeds/003_007a55f3a8e66e78.txt']);
  expect([code, stderr]).toEqual([1, 'nowhere.txt: it does not exist.\n']);
  expect(stdout.trimEnd().split('\n')).toHaveLength(1);
});

test('two files that would be written to the same path are refused', async () => {
  await writeFile(join(folder, '003_007a55f3a8e66e78.txt'), '某地召开会议。\n');
  const { code, stderr } = await runBanmian(['extract', 'seeds', folder, '--out', join(folder, 'out')]);
  expect(code).toBe(2);
  expect(stderr).toContain(`would both be written to ${join(folder, 'out/003_007a55f3a8e66e78.json')}`);
});
