import { expect, test } from 'vitest';
import { SentenceFinder } from '../../src/evaluate/sentence-finder.ts';

const finder = new SentenceFinder(
  '夜市开张\n\n县长白露来了。摊主们与白\n\n露合影！\n\n桥通了\n\n白露剪彩，鞭炮 齐鸣。',
);

test('the sentence around the words is found across a line break', () => {
  expect(finder.find(['摊主'], null)).toBe('摊主们与白露合影!');
  expect(finder.find(['与白露'], null)).toBe('摊主们与白露合影!');
});

test('the most reliable words go first', () => {
  expect(finder.find(['白露县长', '县长白露', '白露'], null)).toBe('夜市开张县长白露来了。');
});

test('the words are looked up in the article first', () => {
  expect(finder.find(['白露'], '桥通了')).toBe('桥通了白露剪彩,鞭炮齐鸣。');
  expect(finder.find(['摊主'], '桥通了')).toBe('摊主们与白露合影!');
});

test('no sentence is found when the text has none of the words', () => {
  expect(finder.find(['马超', ''], null)).toBeNull();
});
