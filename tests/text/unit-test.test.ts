import { expect, test } from 'vitest';
import { unitHash } from '../../src/text/unit-hash.ts';
import { unitTest } from '../../src/text/unit-test.ts';

test('a unit is tested by the pattern, the first time and later', () => {
  const isLevel = unitTest(/[省市]/);
  const found = (): boolean[] => [0, 1, 2, 3, -1].map((at) => isLevel('江东市', at));
  expect(found()).toEqual([false, false, true, false, false]);
  expect(found()).toEqual([false, false, true, false, false]);
});

test('a part of a text has the same hash as its copy', () => {
  expect(unitHash('江东大学校长', 2, 4)).toBe(unitHash('大学'));
  expect(unitHash('大学')).not.toBe(unitHash('学大'));
  expect(unitHash('江东', 1, 1)).toBe(unitHash(''));
});
