import { expect, test } from 'vitest';
import { readNumeral } from '../../src/text/numeral.ts';

test.each([
  ['968', 968],
  ['１２８７', 1287],
  ['1,287', 1287],
  ['二〇二六', 2026],
  ['四', 4],
  ['十', 10],
  ['廿一', 21],
  ['三十一', 31],
  ['一千二百八十七', 1287],
  ['两万', 20_000],
  ['2147483647', 2_147_483_647],
  ['1 2', 12],
])('%s is a number', (printed, value) => {
  expect(readNumeral(printed)).toBe(value);
});

test.each(['', '版', '第3', '12a', '1234567890123', '一二十', '2147483648', '九万万万'])(
  '%j is not a number',
  (printed) => {
    expect(readNumeral(printed)).toBeNull();
  },
);
