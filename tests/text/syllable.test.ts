import { expect, test } from 'vitest';
import { syllablesIn } from '../../src/text/syllable.ts';

test.each([
  ['xinweijituan', ['xin', 'wei', 'ji', 'tuan']],
  ['xuhuiqu', ['xu', 'hui', 'qu']],
  ['xian', ['xian']],
  ['lvse', ['lv', 'se']],
  ['zhongguo', ['zhong', 'guo']],
])('%s is read as %j first', (letters, syllables) => {
  expect(syllablesIn(letters)[0]).toEqual(syllables);
});

test('letters have several readings where they can, but few', () => {
  expect(syllablesIn('xian')).toEqual([['xian'], ['xi', 'an']]);
  expect(syllablesIn('xiananxiananxiananxianan')).toHaveLength(4);
});

test('other words have no reading', () => {
  expect(
    ['plus', 'banmr', '', 'a'.repeat(100)].map((letters) => syllablesIn(letters).filter(({ length }) => length > 0)),
  ).toEqual([[], [], [], []]);
});
