import { expect, test } from 'vitest';
import { namesOfReading } from '../../../src/extract/person/known-names.ts';

test('a text is read with those known names that it holds, the first printed first', () => {
  const namesOf = namesOfReading(new Set(['陈吉宁', '韦国栋', '杜若兰']));
  expect([...namesOf({ text: '韦国栋与陈吉宁出席。', printed: null })]).toEqual(['韦国栋', '陈吉宁']);
  expect([...namesOf({ text: '会议举行。', printed: null })]).toEqual([]);
});

test('a text in traditional characters is read with the names in simplified characters', () => {
  const namesOf = namesOfReading(new Set(['陳吉寧', '陈吉宁', '韋國棟']));
  expect([...namesOf({ text: '陈吉宁出席。', printed: (text) => text })]).toEqual(['陈吉宁']);
  expect([...namesOf({ text: '陳吉寧出席。', printed: null })]).toEqual(['陳吉寧']);
});
