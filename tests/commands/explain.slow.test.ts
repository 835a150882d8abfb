import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ingestPaths } from '../../src/ingest.ts';
import { createTestDatabase } from '../support/database.ts';
import { ask } from '../support/query.ts';
import { runBanmian } from './banmian.ts';

const page = `兰亭县与海川集团签署合作协议

本报讯（记者 白露）3月2日，兰亭县人民政府与云上海川集团有限公司签约仪式举行。副县长欧阳秋与云上海川集团有限公司董事长岑静代表双方签署合作协议。
`;

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'banmian-explain-'));
  file = join(folder, 'page.txt');
  await writeFile(file, page);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('every fact is listed under its article with its confidence, rule, line and quote', async () => {
  const { code, stdout, stderr } = await runBanmian(['explain', file]);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^1 {2}兰亭县与海川集团签署合作协议\n/);
  expect(stdout).toMatch(/^ {2}person +欧阳秋 +0\.\d\d +person\.\S+ +line 3 +“欧阳秋”$/m);
  expect(stdout).toMatch(/^ {4}title +副县长 @ \S.* +0\.\d\d +title\.\S+ +line 3 +“副县长”$/m);
  expect(stdout).toMatch(/^ {2}organisation +云上海川集团有限公司.*COMPANY.* +0\.\d\d +organisation\.\S+ +line \d +“/m);
  expect(stdout).toMatch(
    /^ {2}agreement +COOPERATION \(SIGNED\) +0\.\d\d +agreement\.\S+ +line \d +“.*签署合作协议”$/m,
  );
  expect(stdout).toMatch(/^ {4}party +云上海川集团有限公司 /m);
  expect(stdout).toMatch(/^ {4}signatory +岑静 for 云上海川集团有限公司 /m);
});

test('with --json every fact has its rule, and its quote is in the line given', async () => {
  const { stdout } = await runBanmian(['explain', file, '--json']);
  const { articles } = JSON.parse(stdout) as {
    articles: { facts: { kind: string; rule: string; quote: string; line: number }[] }[];
  };
  const lines = page.split('\n');
  const facts = articles.flatMap((article) => article.facts);
  expect(new Set(facts.map(({ kind }) => kind))).toEqual(
    new Set(['event', 'person', 'title', 'role', 'organisation', 'alias', 'agreement', 'signed', 'party', 'signatory']),
  );
  for (const { rule, quote, line } of facts) {
    expect(rule).toMatch(/^\w+\.[\w-]+$/);
    expect(lines[line - 1]).toContain(quote);
  }
});

test('doubts are listed at the end with their counts', async () => {
  await writeFile(file, '区里召开会议\n\n昨日，区委书记白露主持会议。130余名招商人员参加会议。\n');
  const { stdout } = await runBanmian(['explain', file]);
  expect(stdout).toMatch(/^ {2}doubt +UNNAMED_PEOPLE \(130\) +doubt\.unnamed-people +line 3 +“130余名招商人员参加”$/m);
});

test('a file without articles is reported as such', async () => {
  await writeFile(file, '\n');
  expect(await runBanmian(['explain', '--force', file])).toEqual({
    code: 0,
    stdout: 'The file holds no article.\n',
    stderr: '',
  });
});

test.each([
  [[], /Name a file/],
  [['a.txt', 'b.txt'], /Unexpected argument 'b\.txt'/],
])('explain %j is not understood', async (words, line) => {
  const { code, stderr } = await runBanmian(['explain', ...words]);
  expect(code).toBe(2);
  expect(stderr).toMatch(line);
});

test('what explain finds open in the seed pages is what the archive lists as unresolved', async () => {
  const seeds = ['000_fc0a40daac650225', '003_007a55f3a8e66e78'].map((name) => `seeds/${name}.txt`);
  const explained: string[] = [];
  for (const seed of seeds) {
    const { stdout } = await runBanmian(['explain', seed, '--json']);
    const { articles } = JSON.parse(stdout) as { articles: { facts: { kind: string; quote: string }[] }[] };
    for (const { kind, quote } of articles.flatMap(({ facts }) => facts)) if (kind === 'doubt') explained.push(quote);
  }
  const database = await createTestDatabase();
  await ingestPaths(database, ['seeds']);
  const { unresolved } = await ask(database, '{ unresolved(first: 100) { nodes { evidence { quote } } } }');
  await database.drop();
  const listed = (unresolved as { nodes: { evidence: { quote: string } }[] }).nodes.map(
    ({ evidence }) => evidence.quote,
  );
  expect(listed.length).toBeGreaterThan(1);
  expect(listed.sort()).toEqual(explained.sort());
});
