import { expect, test } from 'vitest';
import { firstUnits } from '../../src/text/first-unit.ts';
import { finderOf, matchesOf } from '../../src/text/match.ts';

const begun = (pattern: RegExp, units: string): string => {
  const first = firstUnits(pattern);
  return [...units].filter((unit) => first.test(unit, 0)).join('');
};

test.each([
  [/来源|作 ?者/u, '来作'],
  [/[【[]? ?日期/u, '【[ 日'],
  [/(?<!\d)\d{1,2}:\d\d/, '12'],
  [/(?=来)(?:(?<word>期)*版|(?:第)+)/u, '期版第'],
  [/http/iu, 'hH'],
  [/\p{Script=Han}{2,}|\u{3a}/u, '来作日期版第:'],
  [/(?<a>来)?\k<a>/u, '【[ 来作日期版第12hH:'],
  [/来*/u, '【[ 来作日期版第12hH:'],
])('%s begins with %s', (pattern, units) => {
  expect(begun(pattern, '【[ 来作日期版第12hH:')).toBe(
    [...'【[ 来作日期版第12hH:'].filter((u) => units.includes(u)).join(''),
  );
});

test('a pattern is anchored when all its alternatives are', () => {
  const isAnchored = (pattern: RegExp): boolean => firstUnits(pattern).isAnchored;
  expect([/^来|^作/u, /(?:^来|^(?:作))者/u, /^ ?来/u].every(isAnchored)).toBe(true);
  expect([/^来|作/u, /(?:^|[ |])来/u, /(?:^来)?作/u].some(isAnchored)).toBe(false);
});

test('half a character may begin anything', () => {
  expect(begun(/来/u, '𠮷')).toBe('𠮷');
});

test.each([/来源|源头/gu, /(?<!\d)\d{1,2}:\d\d/g, /[𠮷来]|源/gu, /\p{L}+/gu])(
  'a finder of %s finds every match',
  (pattern) => {
    const texts = ['来源头来源', '10:20 来源：𠮷来源', '110:20源源头', '𠮷𠮷', ''];
    const find = finderOf(pattern);
    for (const text of texts)
      expect(find(text).map((m) => [m.index, m[0]])).toEqual(matchesOf(text, pattern).map((m) => [m.index, m[0]]));
  },
);
