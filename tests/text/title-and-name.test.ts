import { expect, test } from 'vitest';
import { officeKey, officesIn, titledNames } from '../../src/text/title-and-name.ts';

test.each([
  ['区长罗启明', '区长', '罗启明'],
  ['罗启明区长', '区长', '罗启明'],
  ['云岫区委书记王华', '云岫区委书记', '王华'],
  ['校长欧阳澄宇', '校长', '欧阳澄宇'],
  ['秦曦总裁', '总裁', '秦曦'],
])('%s is %s and %s', (words, title, name) => {
  expect(titledNames(words)).toContainEqual({ title, name });
});

test.each(['高质量发展', '罗启明', '区长', '重点项目', 'ceo罗启明'])('%s is not a title with a name', (words) => {
  expect(titledNames(words)).toEqual([]);
});

test('an office is known by what its title means', () => {
  expect([
    officeKey('云岫区长'),
    officeKey('云岫区代理区长'),
    officeKey('云岫区区长'),
    officeKey('区长'),
    officeKey('云岫区'),
  ]).toEqual(['云岫区区长', '云岫区区长', '云岫区区长', null, null]);
  expect(officesIn('云岫区区长')).toContainEqual({ organisation: '云岫区', title: '区长' });
});
