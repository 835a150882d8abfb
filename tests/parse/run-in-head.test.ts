import { expect, test } from 'vitest';
import { headlineWords } from '../../src/parse/head-mark.ts';
import type { LineLabel } from '../../src/parse/labeller/state.ts';
import { parsePage } from '../../src/parse/page.ts';
import { findRunInHead } from '../../src/parse/run-in-head.ts';

const titleOf = (folded: string): string | null => {
  const head = findRunInHead(folded);
  return head && folded.slice(head.titleStart, head.titleEnd);
};

test.each([
  ['【夜雪封山】气象台昨16时发布道路结冰预警。', '夜雪封山'],
  ['◆青岭乡修通水渠 近日,青岭乡七条水渠通水。', '青岭乡修通水渠'],
  ['◆【夜雪封山】气象台昨16时发布道路结冰预警。', '夜雪封山'],
  ['遗失启事:白一墨遗失工作证,声明作废。', '遗失启事'],
])('the headline of a brief is found in the line of its text: %s', (folded, title) => {
  expect(titleOf(folded)).toBe(title);
});

test.each(['◆青岭乡七条水渠通水。', '【云岫日报讯】青岭乡七条水渠通水。', '●本报讯 青岭乡七条水渠通水。'])(
  'a line of text alone has no headline in it: %s',
  (folded) => {
    expect(titleOf(folded)).toBeNull();
  },
);

test('numbers and brackets are marks where two headlines have them', () => {
  const wordsIn = (...headlines: string[]): string[] => {
    const wordsOf = headlineWords(headlines);
    return headlines.map((line) => line.slice(wordsOf(line).start, wordsOf(line).end));
  };
  expect(wordsIn('1. 雪后扫街人', '2. 3个村通了车')).toEqual(['雪后扫街人', '3个村通了车']);
  expect(wordsIn('【雪后扫街人】', '【天气】')).toEqual(['雪后扫街人', '天气']);
  expect(wordsIn('【雪后扫街人】', '△水渠通水')).toEqual(['【雪后扫街人】', '水渠通水']);
});

test('briefs without a headline are articles without their bullets', () => {
  const briefs = ['○青岭乡七条水渠通水。', '○白石林场种下万株苗木。'];
  const { articles } = parsePage(briefs.join('\n'), 'a', (lines) => lines.map((): LineLabel => 'OPENING'));
  expect(articles.map(({ body }) => body.text)).toEqual(briefs.map((brief) => brief.slice(1)));
});
