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

test('a byline that is wrapped around the ends of a body is part of its lines', () => {
  const lines = ['水渠通水', '本报讯(通讯员 苗青', '禾)青岭乡七条水渠', '通水。(白', '一墨)', '雪后扫街人'];
  const text = { headline: '水渠通水', bodyStart: '青岭乡七条水渠', bodyEnd: '通水。' };
  const labels = allowedLabels(readLines(lines.join('\n')), checkAnnotation({ articles: [text] }, 'a'));
  expect(labels).toEqual([['HEADLINE'], ['FIRST'], ['BODY'], ['BODY'], ['BODY'], ['OUTSIDE']]);
});

test('a headline in the line of its text, or with the mark of a list, is known', () => {
  const lines = ['◆青岭修通水渠 青岭乡七条水渠通水。', '【苗木下山】', '白石林场种下万株苗木。'];
  const texts = [
    { headline: '青岭修通水渠', bodyStart: '青岭乡七条水渠', bodyEnd: '七条水渠通水。' },
    { headline: '苗木下山', bodyStart: '白石林场种下', bodyEnd: '种下万株苗木。' },
  ];
  const labels = allowedLabels(readLines(lines.join('\n')), checkAnnotation({ articles: texts }, 'a'));
  expect(labels).toEqual([['OPENING'], ['HEADLINE'], ['FIRST']]);
});
