import { expect, test } from 'vitest';
import { wordOf } from '../../../src/parse/labeller/feature-word.ts';
import { SignSet } from '../../../src/parse/labeller/sign-set.ts';

const set = new SignSet([
  { name: 'clock', pattern: /(?<!\d)\d{1,2}:\d\d/ },
  { name: 'label', pattern: /^来源 ?:/u },
  { name: 'foot', pattern: /版权|Copyright/iu, longest: 12 },
]);
const signsOf = (line: string): string[] => {
  const found: number[] = [];
  set.addTo(found, line);
  return found.map(wordOf);
};

test.each([
  ['来源:云岫新闻网 10:20', ['clock', 'label']],
  ['(来源:云岫新闻网)', []],
  ['© COPYRIGHT', ['foot']],
  ['云岫新闻网 版权所有 不得转载', []],
  ['', []],
])('%s shows %j', (line, signs) => {
  expect(signsOf(line)).toEqual(signs);
});

test('a set holds no more signs than an integer has bits', () => {
  expect(() => new SignSet(Array.from({ length: 32 }, (_, n) => ({ name: String(n), pattern: /a/ })))).toThrow(
    RangeError,
  );
});
