import { expect, test } from 'vitest';
import { remembered } from '../../src/text/remember.ts';

test('an answer is worked out once, and again after too many others', () => {
  const asked: string[] = [];
  const half = remembered(2, (text) => {
    asked.push(text);
    return text.length > 1 ? text.slice(1) : undefined;
  });
  expect(['甲乙', '丙', '丙', '甲乙'].map((text) => half(text))).toEqual(['乙', undefined, undefined, '乙']);
  expect(asked).toEqual(['甲乙', '丙']);
  half('丁');
  half('丙');
  expect(asked).toEqual(['甲乙', '丙', '丁', '丙']);
});
