import { expect, test } from 'vitest';
import { placeOfPaper } from '../../../src/extract/place/paper-place.ts';

test('a paper has the place that it is named after, where its pages name that', () => {
  const own = placeOfPaper('云岫周刊', '云岫区召开大会。');
  expect([own('区'), own('市')]).toEqual(['云岫区', null]);
  expect(placeOfPaper('云岫周刊', '会议举行。')('区')).toBeNull();
});

test('a paper has the place that it is named after, where its name has the level or the gazetteer knows one level', () => {
  expect(placeOfPaper('云岫县报', '会议举行。')('县')).toBe('云岫县');
  expect(placeOfPaper('徐汇报', '会议举行。')('区')).toBe('徐汇区');
  expect(placeOfPaper('朝阳日报', '会议举行。')('区')).toBeNull();
});

test('a paper named after something else has no place', () => {
  expect(placeOfPaper('江东大学报', '云岫区召开大会。')('区')).toBeNull();
  expect(placeOfPaper(null, '云岫区召开大会。')('区')).toBeNull();
});
