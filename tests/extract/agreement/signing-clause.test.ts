import { expect, test } from 'vitest';
import { startOfClause } from '../../../src/extract/agreement/signing-clause.ts';

test('a clause begins after its delimiter, but not after one inside marks', () => {
  const text = '会上，望溪区与江东大学签署';
  expect(startOfClause(text, 0, text.length)).toBe(3);
  expect(startOfClause('望溪区《甲，乙》签署', 0, 9)).toBe(0);
});
