import type { AgreementContext } from './agreement-context.ts';
import type { PartyFact, SignatoryFact } from '../facts.ts';
import { belongsTo, ownersOf } from './signatory-body.ts';

/**
 * Each signatory signs for the party that owns one of their titles, or whose district does; a neighbour without one
 * follows.
 */
export function assignParties(
  signatories: readonly SignatoryFact[],
  parties: readonly PartyFact[],
  context: AgreementContext,
): SignatoryFact[] {
  const names = parties.map(({ organisation }) => organisation);
  const unused = new Set(names);
  let last: string | null = null;
  const fitting = signatories.map(({ person }) =>
    names.filter((party) =>
      ownersOf(person, context).some((owner) => belongsTo(owner, party, context) || isOnlyOfLevel(owner, party, names)),
    ),
  );
  // who holds office on both sides signs for the side that nobody else can
  for (const only of fitting.filter(({ length }) => length === 1)) unused.delete(only[0]!);
  const assigned = signatories.map((signatory, i) => {
    const owners = ownersOf(signatory.person, context);
    const said =
      names.find((party) => party === signatory.onBehalfOf) ??
      (fitting[i]!.length > 1 ? fitting[i]!.find((party) => unused.has(party)) : undefined) ??
      fitting[i]![0];
    const only = unused.size === 1 && names.length > 1 ? [...unused][0]! : null;
    const onBehalfOf: string | null =
      said ?? (owners.length > 0 ? (nearest(owners, names) ?? only) : null) ?? last ?? only;
    if (onBehalfOf) unused.delete(onBehalfOf);
    last = onBehalfOf;
    return { ...signatory, onBehalfOf };
  });
  const only = unused.size === 1 && names.length > 1 ? [...unused][0]! : null;
  return assigned.map((signatory) => ({ ...signatory, onBehalfOf: signatory.onBehalfOf ?? only }));
}

/** 区科技局 beside one party that is a district: its own. */
const isOnlyOfLevel = (owner: string, party: string, names: readonly string[]): boolean =>
  /^[省市区县州旗镇乡](?!.{0,2}区)/.test(owner) &&
  isOfLevel(party, owner[0]!) &&
  names.filter((name) => isOfLevel(name, owner[0]!)).length === 1 &&
  !names.includes(owner);
const isOfLevel = (name: string, level: string): boolean =>
  name.endsWith(level) || name.endsWith(`${level}人民政府`) || name.endsWith(`${level}政府`);

/** The party whose name shares the longest beginning with an owner: 五棵松集团, 五棵松工业涂料. */
function nearest(owners: readonly string[], parties: readonly string[]): string | null {
  const scored = parties.map((party) => ({
    party,
    score: Math.max(...owners.map((owner) => sharedStart(party, owner))),
  }));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a), { party: null as string | null, score: 2 });
  return best.party;
}

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}
