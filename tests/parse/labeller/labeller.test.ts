import { expect, test } from 'vitest';
import { labellerOf } from '../../../src/parse/labeller/labeller.ts';
import { shippedLabeller } from '../../../src/parse/labeller/shipped.ts';
import { labels, mayEnd, mayFollow, states } from '../../../src/parse/labeller/state.ts';
import { readLines } from '../../../src/parse/line.ts';

const story = '3月4日，云岫县召开河长制工作会，县长苗青禾出席会议并讲话。';
const weighing = (label: (typeof labels)[number]): number[] => labels.map((l) => (l === label ? 9 : 0));

test('every line of a page gets its label', () => {
  const page = `您的位置：首页 >> 今日云岫\n云岫县召开河长制工作会\n2021-03-04 10:20 来源：云岫新闻网\n　　${story}\n　　会议听取了汇报。\n上一篇：雪后扫街人\n`;
  expect(shippedLabeller()(readLines(page))).toEqual(['OUTSIDE', 'HEADLINE', 'DATA', 'FIRST', 'BODY', 'OUTSIDE']);
});

test('a headline has a text below it, whatever the weights say', () => {
  const label = labellerOf({ transitions: [], weights: { '': weighing('HEADLINE') } });
  expect(label(readLines(`雪后扫街人\n${story}\n春来采茶人\n`)).at(-1)).not.toBe('HEADLINE');
});

test('sheets are labelled apart', () => {
  const label = labellerOf({ transitions: [], weights: { '': weighing('BODY') } });
  expect(label(readLines(`${story}\n${story}\f${story}\n${story}`))).toEqual(['OPENING', 'BODY', 'OPENING', 'BODY']);
});

test('no text is left open', () => {
  for (const before of states) expect(states.some((next) => mayFollow(before, next)) || mayEnd(before)).toBe(true);
  expect(states.filter((state) => mayFollow(null, state)).map(({ label }) => label)).not.toContain('BODY');
});
