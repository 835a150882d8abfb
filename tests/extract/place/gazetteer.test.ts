import { expect, test } from 'vitest';
import { divisionAbove, divisionsOfStem, isDivision, stemOf } from '../../../src/extract/place/gazetteer.ts';

test('the gazetteer knows provinces, cities, and districts and counties', () => {
  expect(['上海市', '徐汇区', '昆山市', '云南省', '云岫区'].map(isDivision)).toEqual([true, true, true, true, false]);
  expect(divisionsOfStem('徐汇')).toEqual(['徐汇区']);
  expect(stemOf('徐汇区')).toBe('徐汇');
});

test('a division lies in its city and its province', () => {
  expect(divisionAbove('徐汇区', '市')).toBe('上海市');
  expect(divisionAbove('昆山市', '省')).toBe('江苏省');
  expect(divisionAbove('云岫区', '市')).toBeNull();
});

test('nothing is above a name that several places share', () => {
  expect(divisionAbove('鼓楼区', '市')).toBeNull();
});
