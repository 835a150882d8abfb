import type { Features } from './feature.ts';
import { nameWeight, SAME_PUBLICATION } from './name-weight.ts';
import { REASONS_AGAINST, REASONS_FOR, SAME_NAME, UNRELATED } from './reason.ts';
import type { ReasonName } from './reason.ts';

/** How likely two profiles of one name are one person. */
export interface Likeness {
  /** In points: see `Reason`. */
  readonly score: number;
  readonly reasons: readonly ReasonName[];
}

/** How much is added for the share of a newspaper's occurrences that are of a person: one who is named often is meant. */
const MOST_FOR_FREQUENCY = 4;

/** Compares two profiles of one name. Symmetric. */
export function likenessOf(one: Features, other: Features): Likeness {
  const speaksFor = [...REASONS_FOR, SAME_NAME].find(({ holds }) => holds(one, other)) ?? null;
  const against = REASONS_AGAINST.filter(({ holds }) => holds(one, other));
  const isUnrelated = speaksFor === null && UNRELATED.holds(one, other);
  const reasons = [...(speaksFor === null ? [] : [speaksFor]), ...against, ...(isUnrelated ? [UNRELATED] : [])];
  const samePublication = one.profile.publicationId === other.profile.publicationId;
  const prior = nameWeight(one.name) + (samePublication ? SAME_PUBLICATION : 0);
  return {
    score: prior + reasons.reduce((sum, { weight }) => sum + weight, 0),
    reasons: reasons.map(({ name }) => name),
  };
}

/** What the number of times that a person is named in a newspaper says for being meant there once more, in points. */
export function frequencyWeight(count: number): number {
  return Math.min(MOST_FOR_FREQUENCY, 0.5 + Math.floor(Math.log2(count)) * 0.5);
}
