import { expect, test } from 'vitest';
import { groupsOf, matchesOf } from '../../src/text/match.ts';

const day = /(?<month>\d+)月(?:(?<day>\d+)日)?/g;

test('the groups of a match are read by their names', () => {
  const [match] = matchesOf('5月23日', day);
  expect(match && groupsOf(match, 'month', 'day')).toEqual({ month: '5', day: '23' });
});

test('a group that took no part is refused by name', () => {
  const [match] = matchesOf('5月', day);
  expect(() => match && groupsOf(match, 'month', 'day')).toThrow(
    new TypeError("The group 'day' took no part in the match."),
  );
});

test('every match is found from the beginning of each text', () => {
  const found = (text: string): string[] => matchesOf(text, day).map(([words]) => words);
  expect(found('5月23日至6月1日')).toEqual(['5月23日', '6月1日']);
  expect(found('6月')).toEqual(['6月']);
  expect(matchesOf('ab', /x*/g)).toHaveLength(3);
});
