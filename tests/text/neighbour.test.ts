import { expect, test } from 'vitest';
import { neighboursIn } from '../../src/text/neighbour.ts';

test('every item but the last has a neighbour', () => {
  expect(neighboursIn(['微', '系', '统'])).toEqual([
    ['微', '系'],
    ['系', '统'],
  ]);
});

test('nothing stands beside an item that is alone', () => {
  expect(neighboursIn(['微'])).toEqual([]);
  expect(neighboursIn([])).toEqual([]);
});

test('an item may be undefined', () => {
  expect(neighboursIn([undefined, 1])).toEqual([[undefined, 1]]);
});
