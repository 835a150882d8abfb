import { expect, test } from 'vitest';
import { genericNounsOf, isGenericNoun } from '../../../src/extract/organisation/generic-noun.ts';

test.each([
  ['青岭铜矿集团股份有限公司', ['公司', '集团', '集团公司', '该公司']],
  ['青岭市消防救援支队', ['支队', '该队']],
  ['白石林业大学', ['学校', '我校', '该校']],
  ['青岭铜业集团医院', ['医院']],
])('%s may be called %j', (name, nouns) => {
  expect(genericNounsOf(name)).toEqual(expect.arrayContaining(nouns));
});

test('a hospital of a group is not called a group', () => {
  expect(genericNounsOf('青岭铜业集团医院')).not.toContain('集团');
});

test.each([
  ['该校', true],
  ['我院', true],
  ['集团公司', true],
  ['支队', true],
  ['青岭支队', false],
])('whether %s is nothing but a common noun: %s', (name, expected) => {
  expect(isGenericNoun(name)).toBe(expected);
});
