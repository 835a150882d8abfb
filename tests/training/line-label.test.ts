import { expect, test } from 'vitest';
import { checkAnnotation } from '../../src/evaluate/annotation.ts';
import { readLines } from '../../src/parse/line.ts';
import { allowedLabels } from '../../training/line-label.ts';

const body = ['3月4日，云岫县召开河长制工作会。', '县长苗青禾出席会议并讲话。'];
const page = [
  '云岫县召开河长制工作会_云岫新闻网',
  '云岫县召开河长制工作会',
  '作者：白一墨',
  ...body,
  '上一篇：雪后扫街人',
];
const article = {
  headline: '云岫县召开河长制工作会',
  byline: { reporters: ['白一墨'] },
  bodyStart: '3月4日，云岫县召开河长',
  bodyEnd: '县长苗青禾出席会议并讲话。',
  paragraphs: 2,
};
const allowed = (text: object) => allowedLabels(readLines(page.join('\n')), checkAnnotation({ articles: [text] }, 'a'));

test('the lines of a page are labelled by its annotation', () => {
  expect(allowed(article)).toEqual([['OUTSIDE'], ['HEADLINE'], ['DATA'], ['FIRST'], ['BODY'], ['OUTSIDE']]);
});

test('a text without a headline has an opening', () => {
  expect(allowed({ ...article, headline: null })?.[3]).toEqual(['OPENING']);
});

test('a page that its annotation does not fit is not learned from', () => {
  expect(allowed({ ...article, bodyStart: '雪后的清晨' })).toBeNull();
});
