import { expect, test } from 'vitest';
import { endsTeaser, isCrossReference, opensTeaser, readTeasers } from '../../src/parse/teaser.ts';
import { foldText } from '../../src/text/fold.ts';

const read = (text: string) =>
  readTeasers({ printed: { text, runs: [[0, 0, text.length]] }, folded: foldText(text) }).map((t) => [
    t.printedPages,
    t.pages,
    t.title.text,
  ]);

test('teasers without a space between them are divided', () => {
  expect(
    read(
      '12 徐汇中学学生与市长共同启动上海科技节开幕式08-09 2023 年徐汇区道德模范风采(上)02 徐汇区召开“礼赞劳动者·奋进新征程”2024 五一大会',
    ),
  ).toEqual([
    ['12', [12], '徐汇中学学生与市长共同启动上海科技节开幕式'],
    ['08-09', [8, 9], '2023 年徐汇区道德模范风采(上)'],
    ['02', [2], '徐汇区召开“礼赞劳动者·奋进新征程”2024 五一大会'],
  ]);
});

test('a page number may stand behind the text', () => {
  expect(read('我区新增三处口袋公园 02版')).toEqual([['02', [2], '我区新增三处口袋公园']]);
  expect(endsTeaser('我区新增三处口袋公园(详见第3版)')).toBe(true);
});

test('a number with its counter is not a page', () => {
  for (const line of ['23 个重大项目集中签约', '2024 年徐汇区', '5 月 23 日上午', '12 家企业落户'])
    expect(opensTeaser(line)).toBe(false);
  expect(endsTeaser('桥梁全长 02')).toBe(true);
  expect(endsTeaser('会议下转第3版')).toBe(false);
});

test('teasers are divided at the stars before their page numbers', () => {
  expect(read('★3版：井下的除夕夜　★4版：诗会作品选')).toEqual([
    ['3', [3], '井下的除夕夜'],
    ['4', [4], '诗会作品选'],
  ]);
  expect(read('老街口的修鞋摊 —— 第3版')).toEqual([['第3版', [3], '老街口的修鞋摊']].map(([, p, t]) => ['3', p, t]));
  expect(opensTeaser('★我县获评“四星”景区')).toBe(false);
});

test('a bracket that points to a report elsewhere is not an index line', () => {
  expect(isCrossReference('(相关报道见2版)')).toBe(true);
  expect(isCrossReference('我区新增三处口袋公园(详见第3版)')).toBe(false);
});
