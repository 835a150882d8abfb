import { expect, test } from 'vitest';
import { canOwn, fitsHead } from '../../../src/extract/title/owner-by-head.ts';

test('some bodies have such a post and others do not', () => {
  expect(fitsHead('场长', '红枫农场')).toBe(true);
  expect(fitsHead('场长', '东铭集团')).toBe(false);
  expect(canOwn('副校长', '评估工作领导小组')).toBe(false);
  expect(canOwn('总经理助理', '云岫医院')).toBe(false);
  expect(canOwn('总经理助理', '云岫集团')).toBe(true);
});
