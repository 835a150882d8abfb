import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runBanmian, startBanmian } from './banmian.ts';

const text = '5月23日，县委书记白露出席会议。副县长欧阳秋主持。\n';
const annotation = {
  articles: [
    {
      persons: [
        { name: '白露', titles: [{ title: '县委书记', org: null }], roles: ['attended'] },
        { name: '欧阳秋', titles: [{ title: '副县长', org: null }], roles: ['hosted'] },
        { name: '无名氏', titles: [], roles: ['other'] },
      ],
    },
  ],
};

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'banmian-evaluate-'));
  await writeFile(join(folder, 'meeting.txt'), text);
  await writeFile(join(folder, 'meeting.json'), JSON.stringify(annotation));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('a folder of annotated texts gives a table of scores', async () => {
  const { code, stdout, stderr } = await runBanmian(['evaluate', folder]);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^1 text\ncategory +precision +recall +F1 +tp +fp +fn\n/);
  expect(stdout).toMatch(/^person +100\.0 +66\.7 +80\.0 +2 +0 +1$/m);
  expect(stdout).toMatch(/^role +100\.0 +100\.0 +100\.0 +2 +0 +0$/m);
  expect(stdout).not.toContain('无名氏');
});

test('--errors lists each mismatch, with its sentence if the text has one', async () => {
  await writeFile(join(folder, 'meeting.json'), JSON.stringify({ articles: [{ persons: [{ name: '副县长' }] }] }));
  const { stdout } = await runBanmian(['evaluate', folder, '--errors', 'person']);
  expect(stdout).toContain('\nMISS person: 副县长\n  meeting.txt\n  副县长欧阳秋主持。\n');
  expect(stdout).toContain('\nEXTRA person: 欧阳秋\n');
  expect(stdout).not.toContain('EXTRA role');
});

test('a reader that has read enough may leave', async () => {
  const { process: child, ended } = startBanmian(['evaluate', folder]);
  child.stdout!.destroy();
  expect(await ended).toMatchObject({ code: 0, stderr: '' });
});

test('--json prints the same for programs', async () => {
  const { stdout } = await runBanmian(['evaluate', folder, '--json', '--errors']);
  const { texts, scores, errors } = JSON.parse(stdout) as {
    texts: number;
    scores: Record<string, object>;
    errors: object[];
  };
  expect(texts).toBe(1);
  expect(scores.person).toEqual({ precision: 100, recall: 66.7, f1: 80, tp: 2, fp: 0, fn: 1 });
  expect(errors).toContainEqual({
    category: 'person',
    kind: 'MISS',
    what: '无名氏',
    file: 'meeting.txt',
    headline: null,
    sentence: null,
  });
});

test.each<[string, (folder: string) => Promise<unknown>, string[], number, RegExp]>([
  ['a folder without annotations', (at) => rm(join(at, 'meeting.json')), [], 1, /holds no annotation/],
  ['an annotation without its text', (at) => rm(join(at, 'meeting.txt')), [], 1, /meeting\.json has no text beside it/],
  [
    'a file that is not an annotation',
    (at) => writeFile(join(at, 'meeting.json'), '{}'),
    [],
    1,
    /meeting\.json is not an annotation/,
  ],
  ['an unknown category', async () => undefined, ['--errors', 'people'], 2, /There is no category 'people'/],
  ['a category without --errors', async () => undefined, ['person'], 2, /Unexpected argument 'person'/],
])('%s is refused', async (_, spoil, words, expected, line) => {
  await spoil(folder);
  const { code, stdout, stderr } = await runBanmian(['evaluate', folder, ...words]);
  expect([code, stdout]).toEqual([expected, '']);
  expect(stderr).toMatch(line);
});

test('a missing folder is refused', async () => {
  const { code, stderr } = await runBanmian(['evaluate']);
  expect(code).toBe(2);
  expect(stderr).toContain('Name a folder');
});
