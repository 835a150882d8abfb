import type { ResolveAlias } from './alias-resolution.ts';
import type { AgreementAnnotation } from './annotation.ts';
import { comparisonKey } from './comparison-key.ts';
import type { Category, Tally } from './tally.ts';

/** An agreement in a form that can be compared. */
export interface Signing {
  readonly parties: ReadonlySet<string>;
  /** See `signatoryKey`. */
  readonly signatories: ReadonlySet<string>;
  readonly kind: string;
  readonly date: string;
  readonly quote: string;
}

/**
 * Scores who signed what with whom. Signings without a common party are never paired. Announced signings are left out
 * on both sides.
 */
export function scoreAgreements(
  annotated: readonly AgreementAnnotation[],
  read: readonly AgreementAnnotation[],
  resolve: ResolveAlias,
  tally: Tally,
): void {
  const expected = signingsOf(annotated, resolve);
  const actual = signingsOf(read, resolve);
  const pairs = pairSignings(expected, actual);
  for (const [wanted, found] of pairs) scorePair(wanted, found, tally);
  for (const signing of expected) if (!pairs.has(signing)) report(signing, tally, 'miss');
  const paired = new Set(pairs.values());
  for (const signing of actual) if (!paired.has(signing)) report(signing, tally, 'extra');
}

/** The agreements that are scored, in their order: those that are not only announced. */
export function signingsOf(agreements: readonly AgreementAnnotation[], resolve: ResolveAlias): Signing[] {
  return agreements
    .filter(({ stage }) => comparisonKey(stage).toLowerCase() !== 'announced')
    .map(({ parties, signatories, kind, date, evidence }) => ({
      parties: new Set(parties.map(resolve)),
      signatories: new Set(signatories.map((signatory) => signatoryKey(signatory, resolve))),
      kind: comparisonKey(kind),
      date: comparisonKey(date),
      quote: comparisonKey(evidence?.quote),
    }));
}

/** Person and party: `王明@东海区`. */
export function signatoryKey(
  { person, onBehalfOf }: AgreementAnnotation['signatories'][number],
  resolve: ResolveAlias,
): string {
  return `${comparisonKey(person)}@${resolve(onBehalfOf)}`;
}

/** Pairs annotated with read signings by the parties they share, the closest pair first. */
export function pairSignings(expected: readonly Signing[], actual: readonly Signing[]): Map<Signing, Signing> {
  const candidates = expected
    .flatMap((wanted) => actual.map((found) => ({ wanted, found, parties: likeness(wanted.parties, found.parties) })))
    .filter(({ parties }) => parties > 0)
    .map(({ wanted, found, parties }) => ({
      wanted,
      found,
      score: parties + likeness(wanted.signatories, found.signatories) * 0.5 + (wanted.kind === found.kind ? 0.3 : 0),
    }))
    .sort((a, b) => b.score - a.score);
  const pairs = new Map<Signing, Signing>();
  const taken = new Set<Signing>();
  for (const { wanted, found } of candidates) {
    if (pairs.has(wanted) || taken.has(found)) continue;
    pairs.set(wanted, found);
    taken.add(found);
  }
  return pairs;
}

/** The Jaccard similarity of two sets, from 0 (nothing in common) to 1 (equal). Two empty sets are equal. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const all = new Set([...a, ...b]).size;
  return all === 0 ? 1 : [...a].filter((item) => b.has(item)).length / all;
}

function scorePair(wanted: Signing, found: Signing, tally: Tally): void {
  tally.hit('agreement-found');
  const isExact =
    likeness(wanted.parties, found.parties) === 1 && likeness(wanted.signatories, found.signatories) === 1;
  scoreValue('agreement-exact', isExact, `${describe(wanted)} <> ${describe(found)}`, wanted, tally);
  tally.compare('agreement-party', wanted.parties, found.parties, () => [wanted.quote]);
  tally.compare('agreement-signatory', wanted.signatories, found.signatories, () => [wanted.quote]);
  scoreValue('agreement-kind', wanted.kind === found.kind, `${wanted.kind} <> ${found.kind}`, wanted, tally);
  scoreValue(
    'agreement-date',
    wanted.date === found.date,
    `${wanted.date || '-'} <> ${found.date || '-'}`,
    wanted,
    tally,
  );
}

function scoreValue(category: Category, isEqual: boolean, what: string, { quote }: Signing, tally: Tally): void {
  if (isEqual) tally.hit(category);
  else tally.different(category, what, [quote]);
}

/**
 * Counts a signing that only one side has, with all its parties and signatories. Kind and date are scored for paired
 * signings only.
 */
function report(signing: Signing, tally: Tally, as: 'miss' | 'extra'): void {
  const words = [signing.quote];
  tally[as]('agreement-found', describe(signing), words);
  tally[as]('agreement-exact', describe(signing), words);
  for (const party of signing.parties) tally[as]('agreement-party', party, words);
  for (const signatory of signing.signatories) tally[as]('agreement-signatory', signatory, words);
}

function describe({ parties, signatories }: Signing): string {
  return `${[...parties].join('、') || '-'} | ${[...signatories].join('、') || '-'}`;
}
