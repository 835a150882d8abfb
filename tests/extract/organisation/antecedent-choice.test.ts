import { expect, test } from 'vitest';
import { antecedentWeigher, likeliest } from '../../../src/extract/organisation/antecedent-choice.ts';

test('the likeliest body is chosen, and none where that is likelier', () => {
  const weigh = antecedentWeigher({ near: 2, far: -1, common: 1 });
  const candidates = [
    { name: '青岭铜矿', features: ['far'] },
    { name: '明州铜业', features: ['near'] },
  ];
  const question = { form: '公司', sort: 'noun' as const, own: [], candidates };
  const shares = weigh(question);
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
  expect(likeliest(question, shares)?.name).toBe('明州铜业');
  const doubtful = { ...question, own: ['common'], candidates: candidates.slice(0, 1) };
  expect(likeliest(doubtful, weigh(doubtful))).toBeNull();
});
