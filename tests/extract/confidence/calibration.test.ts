import { describe, expect, test } from 'vitest';
import { calibration, confidenceOf, factKinds } from '../../../src/extract/confidence/calibration.ts';

const model = { count: 100, right: 50, bias: 0, weights: { 'rule person.listed': 1.1, 'named ≥ 2': 1.1 } };

describe('confidence', () => {
  test('what is known of a reading adds up, to two decimals', () => {
    expect(confidenceOf(model, ['rule person.listed'])).toBe(0.75);
    expect(confidenceOf(model, ['rule person.listed', 'named ≥ 2'])).toBe(0.9);
  });

  test('a rule that was never measured counts as the average of its kind', () => {
    expect(confidenceOf(model, ['rule person.unheard-of'])).toBe(0.5);
  });

  test('nothing is certain', () => {
    expect(confidenceOf({ ...model, bias: 40 }, [])).toBe(0.99);
    expect(confidenceOf({ ...model, bias: -40 }, [])).toBe(0.01);
  });
});

test.each(factKinds)('%s was measured on many readings', (kind) => {
  const { count, right } = calibration[kind];
  expect(count).toBeGreaterThan(150);
  expect(right / count).toBeGreaterThan(0.5);
});
