import { describe, expect, test } from 'vitest';
import { featuresOf } from '../../../src/resolve/person/feature.ts';
import { REASONS_AGAINST, REASONS_FOR, SAME_NAME, UNRELATED } from '../../../src/resolve/person/reason.ts';
import { profileIn } from './profile-in-short.ts';

const reasons = [...REASONS_FOR, SAME_NAME, ...REASONS_AGAINST, UNRELATED];

describe.each(reasons)('the reason $name', ({ holds, example, not }) => {
  const holdsOf = ([one, other]: readonly [string, string]) => {
    const [a, b] = featuresOf([profileIn(one, 'a'), profileIn(other, 'b')]);
    return [holds(a!, b!), holds(b!, a!)];
  };

  test(`holds of ${example.join(' and ') || 'nothing'}, either way`, () => {
    expect(holdsOf(example)).toEqual([true, true]);
  });

  test(`does not hold of ${not.join(' and ')}, either way`, () => {
    expect(holdsOf(not)).toEqual([false, false]);
  });
});
