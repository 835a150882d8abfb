import { expect, test } from 'vitest';
import { antecedentWeigher, likeliest, namedFeatures } from '../../../src/extract/organisation/antecedent-choice.ts';

test('the likeliest body is chosen, and none where that is likelier', () => {
  const weigh = antecedentWeigher({ 'noun: near': 2, 'noun: far': -1, 'noun: none common': 1 });
  const candidates = [
    { name: '青岭铜矿', features: ['far'] },
    { name: '明州铜业', features: ['near'] },
  ];
  const question = { form: '公司', sort: 'noun' as const, pointer: '' as const, own: [], candidates };
  const shares = weigh(question);
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
  expect(likeliest(question, shares)?.name).toBe('明州铜业');
  const doubtful = { ...question, own: ['common'], candidates: candidates.slice(0, 1) };
  expect(likeliest(doubtful, weigh(doubtful))).toBeNull();
});

test('features weigh by the names that they are learned under', () => {
  const candidates = [{ name: '白鹿中学', features: ['near'] }];
  const question = { form: '我校', sort: 'noun' as const, pointer: 'own' as const, own: ['common'], candidates };
  expect(namedFeatures(question)).toEqual([['noun: none common'], ['noun: near', 'own: near']]);
  const even = antecedentWeigher({ 'noun: none common': 3, 'noun: near': 1, 'own: near': 2 });
  expect(even(question)).toEqual([0.5, 0.5]);
});
