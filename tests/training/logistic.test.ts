import { describe, expect, test } from 'vitest';
import { fitLogistic } from '../../training/logistic.ts';
import type { Observation } from '../../training/logistic.ts';

/** So many observations of some features, of which so many are right. */
const seen = (count: number, right: number, ...features: string[]): Observation[] =>
  Array.from({ length: count }, (_, i) => ({ features, isRight: i < right }));

const shareOf = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

describe('a logistic regression', () => {
  test('without features is the share of what is right', () => {
    expect(shareOf(fitLogistic(seen(1000, 900)).bias)).toBeCloseTo(0.9, 2);
  });

  test('finds the share of each feature, if there is enough of it', () => {
    const { bias, weights } = fitLogistic([...seen(2000, 1800, 'good'), ...seen(2000, 600, 'bad')]);
    expect(shareOf(bias + weights['good']!)).toBeCloseTo(0.9, 1);
    expect(shareOf(bias + weights['bad']!)).toBeCloseTo(0.3, 1);
  });

  test('trusts little what was seen a few times', () => {
    const { weights } = fitLogistic([...seen(1000, 900, 'common'), ...seen(2, 0, 'rare')]);
    expect(weights['rare']).toBeLessThan(0);
    expect(weights['rare']).toBeGreaterThan(-1);
  });

  test('gives the same model for the same observations, in the order of names', () => {
    const some = [...seen(50, 40, 'b', 'a'), ...seen(50, 10, 'c')];
    expect(JSON.stringify(fitLogistic(some))).toBe(JSON.stringify(fitLogistic(some)));
    expect(Object.keys(fitLogistic(some).weights)).toEqual(['a', 'b', 'c']);
  });

  test('of nothing expects one half', () => {
    expect(fitLogistic([])).toEqual({ bias: 0, weights: {} });
  });
});
