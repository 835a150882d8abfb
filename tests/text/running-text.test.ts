import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isChineseText } from '../../src/text/running-text.ts';
import { LINEAR, growth } from '../support/growth.ts';

const textsIn = (folder: string, ending: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name));

test('every collected page, article and sentence is Chinese text', () => {
  const files = ['tests/pages', 'tests/fresh/pages', 'tests/fresh/articles', 'tests/fresh/sentences', 'seeds'].flatMap(
    (folder) => textsIn(folder, '.txt'),
  );
  expect(files.length).toBeGreaterThan(200);
  expect(files.filter((file) => !isChineseText(readFileSync(file, 'utf8')))).toEqual([]);
});

test.each([
  '遗失启事\n张三遗失身份证一张，声明作废。',
  '讣告\n王某某于昨日去世。',
  '会 议 召 开\n昨 日 ， 区 里 召 开 会 议 。',
  '一\n行\n只\n有\n一\n字\n的\n竖\n排\n文\n字\n，\n也\n是\n。',
  '停水公告：因管道检修，定于2025年7月10日8:00至20:00停水，咨询电话021-12345678。',
])('a single notice is Chinese text: %j', (text) => {
  expect(isChineseText(text)).toBe(true);
});

test('the documents and sources of a project are not Chinese text, though they quote Chinese', () => {
  const files = [
    'README.md',
    'CHANGELOG.md',
    'schema.graphql',
    'package.json',
    'LICENSE',
    ...textsIn('seeds', '.json'),
    ...textsIn('tests/pages', '.json'),
    ...textsIn('src/parse', '.ts'),
    ...textsIn('src/extract', '.ts'),
  ];
  expect(files.filter((file) => isChineseText(readFileSync(file, 'utf8')))).toEqual([]);
});

test.each([
  '',
  ' \n\t\n　\n',
  'Pages of the weekly, one folder a day. 徐汇报',
  '2020 1234 5.6\n2021 1300 5.7\n',
  '项目 金额 增长\n教育支出 12345.6 12.3\n医疗卫生 2345.6 3.4\n城乡社区 345.6 4.5\n',
  '项目 金额\n教育支出 12345 123\n医疗卫生 23456 34\n城乡社区 34567 45\n合计 99999 100\n',
  '本日、東京都で会議が開かれ、区長が出席した。新しい協定に署名し、地域の発展について話し合った。',
  '오늘 서울에서 회의가 열렸다. 구청장이 참석하여 새로운 협정에 서명하였다.',
  '通知',
])('text that is not running text is not Chinese text: %j', (text) => {
  expect(isChineseText(text)).toBe(false);
});

test.each(['徐', '1', '徐1', 'a', '，', '徐a'])(
  'a text of nothing but %j is judged in time in proportion to its length',
  async (piece) => {
    expect(await growth(500_000, (length) => isChineseText(piece.repeat(length / piece.length)))).toBeLessThan(LINEAR);
  },
);
