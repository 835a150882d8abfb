import type { Features } from './feature.ts';
import { likenessOf } from './likeness.ts';
import type { Likeness } from './likeness.ts';
import { bodiesOf } from './profile.ts';

/** Something that is known of two profiles, whatever their likeness. */
export interface Constraint {
  readonly kind: 'SAME' | 'DIFFERENT';
  readonly one: string;
  readonly other: string;
}

/** Gives the likeness of two profiles. */
export type Comparison = (one: Features, other: Features) => Likeness;

/** What a constraint counts, for or against. */
export const CERTAIN = 100;
/** With more profiles, only those are compared that have a body, a place or a newspaper in common. */
const MANY = 300;
const NOTHING_IN_COMMON: Likeness = { score: -5, reasons: [] };

/** Compares the profiles of one name, each pair once. What is known of a pair outweighs its likeness. */
export function comparisonOf(features: readonly Features[], constraints: readonly Constraint[]): Comparison {
  const isLarge = features.length > MANY;
  const known = new Map<number, Likeness>();
  const keyOf = (one: Features, other: Features) =>
    Math.min(one.index, other.index) * features.length + Math.max(one.index, other.index);
  const byId = new Map(features.map((one) => [one.profile.id, one]));
  for (const { kind, one, other } of constraints) {
    const [a, b] = [byId.get(one), byId.get(other)];
    if (a === undefined || b === undefined) continue;
    const { reasons } = likenessOf(a, b);
    known.set(keyOf(a, b), { score: kind === 'SAME' ? CERTAIN : -CERTAIN, reasons });
  }
  return (one, other) => {
    const key = keyOf(one, other);
    const before = known.get(key);
    if (before !== undefined) return before;
    const likeness = isLarge && !haveAnythingInCommon(one, other) ? NOTHING_IN_COMMON : likenessOf(one, other);
    known.set(key, likeness);
    return likeness;
  };
}

function haveAnythingInCommon(one: Features, other: Features): boolean {
  if (one.profile.publicationId === other.profile.publicationId) return true;
  const bodies = bodiesOf([one.profile]);
  if ([...bodiesOf([other.profile]), ...other.profile.bodies].some((id) => bodies.has(id))) return true;
  const places = new Set(one.offices.flatMap(({ seat }) => seat?.places ?? []));
  return other.offices.some(({ seat }) => seat?.places.some((place) => places.has(place)));
}
