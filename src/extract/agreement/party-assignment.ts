import type { AgreementContext } from './agreement-context.ts';
import type { PartyFact, SignatoryFact } from '../facts.ts';
import { fitsOf } from './office-fit.ts';

/** As many sides as parties, told in the same order: a little speaks for each side's own. */
const inOrder = 0.4;
/** A party for which nobody else signs needs somebody. */
const uncovered = 1.2;

/**
 * Each signatory signs for the party that their words and posts fit best; every party gets somebody where there are
 * enough. Who fits none follows the one before, or takes the party that is left.
 */
export function assignParties(
  signatories: readonly SignatoryFact[],
  parties: readonly PartyFact[],
  context: AgreementContext,
): SignatoryFact[] {
  const names = parties.map(({ organisation }) => organisation);
  if (names.length === 0) return signatories.map((signatory) => ({ ...signatory, onBehalfOf: null }));
  const fits = signatories.map((signatory) => fitsOf(signatory, names, context));
  const isSameCount = signatories.length === names.length;
  const chosen = fits.map((own, i) =>
    best(own.map((fit, j) => fit + (isSameCount && i === j && fit > 0 ? inOrder : 0))),
  );
  spread(chosen, fits, names.length);
  return signatories.map((signatory, i) => ({ ...signatory, onBehalfOf: names[resolved(chosen, i, names)] ?? null }));
}

const best = (fits: readonly number[]): number | null => {
  const most = Math.max(...fits);
  return most > 0 ? fits.indexOf(most) : null;
};

/** Gives a party without a signatory one of those who share another and fit it nearly as well. */
function spread(chosen: (number | null)[], fits: readonly (readonly number[])[], count: number): void {
  for (let party = 0; party < count; party += 1) {
    if (chosen.includes(party)) continue;
    const candidates = chosen.flatMap((own, i) =>
      own !== null && chosen.filter((other) => other === own).length > 1
        ? [{ i, loss: fits[i]![own]! - fits[i]![party]! }]
        : [],
    );
    const cheapest = candidates.reduce((a, b) => (b.loss <= a.loss ? b : a), { i: -1, loss: uncovered + 0.4 });
    if (cheapest.i >= 0) chosen[cheapest.i] = party;
  }
}

/** The party of one that fits none: the only one left, else that of the neighbour before. */
function resolved(chosen: readonly (number | null)[], i: number, names: readonly string[]): number {
  const own = chosen[i];
  if (own !== null && own !== undefined) return own;
  if (names.length === 1) return -1;
  const left = names.flatMap((_, party) => (chosen.includes(party) ? [] : [party]));
  const waiting = chosen.filter((party) => party === null).length;
  if (left.length === waiting) return left[chosen.slice(0, i).filter((party) => party === null).length]!;
  return left.length === 1 && names.length > 1
    ? left[0]!
    : (chosen.slice(0, i).findLast((party) => party !== null) ?? left[0] ?? 0);
}
