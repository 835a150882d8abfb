import type { ResolveAlias } from './alias-resolution.ts';
import type { AgreementAnnotation } from './annotation.ts';
import { comparisonKey } from './comparison-key.ts';
import type { Category, Tally } from './tally.ts';

interface Signing {
  readonly parties: ReadonlySet<string>;
  /** Person and party: `王明@东海区`. */
  readonly signatories: ReadonlySet<string>;
  readonly kind: string;
  readonly date: string;
  readonly quote: string;
}

/**
 * Judges who signed what with whom. Signings are paired by the parties they share, the closest first; those that have
 * none in common are different ones. Announced signings are left out on both sides.
 */
export function judgeAgreements(
  annotated: readonly AgreementAnnotation[],
  read: readonly AgreementAnnotation[],
  resolve: ResolveAlias,
  tally: Tally,
): void {
  const wanted = signingsOf(annotated, resolve);
  const given = signingsOf(read, resolve);
  const pairs = pair(wanted, given);
  for (const [gold, own] of pairs) judgePair(gold, own, tally);
  for (const signing of wanted) if (!pairs.has(signing)) report(signing, tally, 'miss');
  const paired = new Set(pairs.values());
  for (const signing of given) if (!paired.has(signing)) report(signing, tally, 'extra');
}

function signingsOf(agreements: readonly AgreementAnnotation[], resolve: ResolveAlias): Signing[] {
  return agreements
    .filter(({ stage }) => comparisonKey(stage).toLowerCase() !== 'announced')
    .map(({ parties, signatories, kind, date, evidence }) => ({
      parties: new Set(parties.map(resolve)),
      signatories: new Set(
        signatories.map(({ person, onBehalfOf }) => `${comparisonKey(person)}@${resolve(onBehalfOf)}`),
      ),
      kind: comparisonKey(kind),
      date: comparisonKey(date),
      quote: comparisonKey(evidence?.quote),
    }));
}

function pair(wanted: readonly Signing[], given: readonly Signing[]): Map<Signing, Signing> {
  const candidates = wanted
    .flatMap((gold) => given.map((own) => ({ gold, own, parties: likeness(gold.parties, own.parties) })))
    .filter(({ parties }) => parties > 0)
    .map(({ gold, own, parties }) => ({
      gold,
      own,
      score: parties + likeness(gold.signatories, own.signatories) * 0.5 + (gold.kind === own.kind ? 0.3 : 0),
    }))
    .sort((a, b) => b.score - a.score);
  const pairs = new Map<Signing, Signing>();
  const taken = new Set<Signing>();
  for (const { gold, own } of candidates) {
    if (pairs.has(gold) || taken.has(own)) continue;
    pairs.set(gold, own);
    taken.add(own);
  }
  return pairs;
}

/** How much two sets have in common: 0 nothing, 1 all. Two empty sets are alike. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const all = new Set([...a, ...b]).size;
  return all === 0 ? 1 : [...a].filter((item) => b.has(item)).length / all;
}

function judgePair(gold: Signing, own: Signing, tally: Tally): void {
  tally.hit('agreement-found');
  const isExact = likeness(gold.parties, own.parties) === 1 && likeness(gold.signatories, own.signatories) === 1;
  judgeValue('agreement-exact', isExact, `${describe(gold)} <> ${describe(own)}`, gold, tally);
  tally.compare('agreement-party', gold.parties, own.parties, () => [gold.quote]);
  tally.compare('agreement-signatory', gold.signatories, own.signatories, () => [gold.quote]);
  judgeValue('agreement-kind', gold.kind === own.kind, `${gold.kind} <> ${own.kind}`, gold, tally);
  judgeValue('agreement-date', gold.date === own.date, `${gold.date || '-'} <> ${own.date || '-'}`, gold, tally);
}

function judgeValue(category: Category, isEqual: boolean, what: string, { quote }: Signing, tally: Tally): void {
  if (isEqual) tally.hit(category);
  else tally.different(category, what, [quote]);
}

/**
 * A signing that only one side has, with all its parties and signatories. Its kind and date are judged only where it is
 * found.
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
