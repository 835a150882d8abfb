import { expect, test } from 'vitest';
import { followStrength } from '../../../src/extract/person/name-follow.ts';

test('what follows a name is weighed', () => {
  expect(followStrength('，', 0)).toBe(3);
  expect(followStrength('', 0)).toBe(3);
  expect(followStrength('主持会议', 0)).toBe(2);
  expect(followStrength('8人获奖', 0)).toBe(2);
  expect(followStrength('抹了一把汗', 0)).toBe(2);
  expect(followStrength('石榴', 0)).toBe(0);
});

test('和 is a conjunction only when something is joined', () => {
  expect(followStrength('和杜若兰', 0)).toBe(2);
  expect(followStrength('和，', 0)).toBe(0);
});
