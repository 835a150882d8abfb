import { expect, test } from 'vitest';
import { either, oneOf } from '../../src/text/pattern.ts';

test('any of the words is matched, the first in the list where several fit', () => {
  const word = new RegExp(oneOf(['副区长', '区长', '副']));
  expect(word.exec('云岫区副区长')?.[0]).toBe('副区长');
  expect(word.exec('云岫区区长')?.[0]).toBe('区长');
  expect(word.test('书记')).toBe(false);
});

test('a word is matched as it stands, whatever its characters mean in a pattern', () => {
  expect(new RegExp(`^${oneOf(['C++', '（a|b）', '[x]'])}$`).test('C++')).toBe(true);
  expect(new RegExp(`^${oneOf(['a.c'])}$`).test('abc')).toBe(false);
});

test('patterns keep what their characters mean', () => {
  const office = new RegExp(`^${either(['[市区县]长', '书记(?!处)'])}$`);
  expect(office.test('县长')).toBe(true);
  expect(office.test('书记')).toBe(true);
  expect(office.test('书记处')).toBe(false);
});
