import { expect, test } from 'vitest';
import { kindOfBody, kindRules } from '../../../src/extract/organisation/kind.ts';
import { namesByKind } from './kinds.ts';

test.each(kindRules.map((rule) => [rule.example, rule] as const))('%s is read by its rule', (example, rule) => {
  expect(kindOfBody(example)).toBe(rule.kind);
  expect(rule.pattern.test(rule.not)).toBe(false);
});

test('of three hundred names, at least 98 in a hundred are of the right kind', () => {
  const named = Object.entries(namesByKind).flatMap(([kind, names]) => names.map((name) => ({ name, kind })));
  const wrong = named.filter(({ name, kind }) => kindOfBody(name) !== kind);
  expect(named.length).toBeGreaterThanOrEqual(300);
  expect(wrong.length / named.length, wrong.map(({ name }) => name).join()).toBeLessThanOrEqual(0.02);
});
