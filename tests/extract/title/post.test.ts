import { expect, test } from 'vitest';
import { findPostHeads, modalityOf } from '../../../src/extract/title/post.ts';

const heads = (text: string): string[] => findPostHeads(text).map((head) => head.text);

test('the posts of a text are found with the modifiers before them', () => {
  expect(heads('区委副书记、代理区长韦国栋，常务副校长杜若兰，副总经理兼董事会秘书海澄')).toEqual([
    '副书记',
    '代理区长',
    '常务副校长',
    '副总经理',
    '董事会秘书',
  ]);
});

test('the longest post at a place is taken', () => {
  expect(heads('首席执行官、主任医师、副董事长、院长助理')).toEqual(['首席执行官', '主任医师', '副董事长', '院长助理']);
});

test('bodies, meetings and groups are not posts', () => {
  for (const text of [
    '区委书记处',
    '主任会议',
    '董事会',
    '记者会',
    '委员会',
    '常委会',
    '经理部',
    '议员们',
    '主持人',
    '会长单位',
  ])
    expect(heads(text), text).toEqual([]);
});

test('a word that only announces a person is not a post', () => {
  expect(heads('民警韦国栋、店主杜若兰')).toEqual([]);
});

test('a post says where it stands, its modifiers included', () => {
  const text = '云岫区常务副区长韦国栋';
  expect(findPostHeads(text).map(({ start, end }) => text.slice(start, end))).toEqual(['常务副区长']);
});

test.each([
  ['区长', 'FULL'],
  ['代理区长', 'ACTING'],
  ['代市长', 'ACTING'],
  ['副区长', 'DEPUTY'],
  ['常务副校长', 'EXECUTIVE'],
  ['名誉理事长', 'HONORARY'],
  ['原副局长', 'FORMER'],
  ['首席执行官', 'FULL'],
])('%s is held as %s', (title, modality) => {
  expect(modalityOf(title)).toBe(modality);
});
