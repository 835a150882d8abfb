import type { Actor } from './actor.ts';
import { isPartnerLink } from './actor-group.ts';
import type { AgreementContext } from './agreement-context.ts';
import { apartFeatures, eachWith } from './apart.ts';
import type { Field } from './field.ts';
import type { PartyFact } from '../facts.ts';
import { fitsOf } from './office-fit.ts';
import type { Reading } from '../document/reading.ts';
import { partiesOf } from './telling.ts';
import type { Telling } from './telling.ts';

/** An actor of a field, with the words that join it to the one before. */
interface Joined {
  readonly actor: Actor;
  readonly link: string;
}

/** One of several agreements signed in the same words: its parties, and who signs it for which of them. */
export interface Pair {
  readonly parties: readonly PartyFact[];
  readonly people: ReadonlyMap<string, string>;
}

/**
 * The agreements that the words of one signing make where they name three bodies or more; none for one of them all.
 * A与B、C与D签订: two; A、B分别与C、D签订: as many as pairs; A与B、C签订: one of the three, or one with each. `known` are
 * parties that the text has told before.
 */
export function readPairs(
  reading: Reading,
  telling: Telling,
  known: readonly PartyFact[],
  context: AgreementContext,
): readonly Pair[] {
  const joined = joinedActors(telling.field);
  if (joined.length < 3) return [];
  const sidesOf = (side: readonly Joined[]): Pair[] => sides(reading, side, known, context);
  const all = sidesOf(joined);
  if (all.length < 3) return [];
  const couples = couplesIn(joined).map(sidesOf);
  if (couples.length > 1 && couples.every(({ length }) => length === 2)) return couples.map(([a, b]) => pairOf(a!, b!));
  const at = partnerAt(joined);
  const pairs = at < 1 ? [] : pairsOf(sidesOf(joined.slice(0, at)), sidesOf(joined.slice(at)));
  if (pairs.length < 2) return [];
  const together = namesOf(all.flatMap(({ parties }) => parties));
  const isApart = context.choices.isApart({
    features: apartFeatures(
      reading,
      telling,
      joined.map(({ actor }) => actor),
      joined[at]!.link,
      together,
    ),
    together,
    apart: pairs.map(({ parties }) => namesOf(parties)),
  });
  return isApart ? pairs : [];
}

const namesOf = (parties: readonly PartyFact[]): string[] => parties.map(({ organisation }) => organisation);

/** Where the second side begins: behind 分别与, else behind the first 与. */
function partnerAt(joined: readonly Joined[]): number {
  const marked = joined.findIndex(({ link }) => eachWith.test(link));
  return marked > 0 ? marked : joined.findIndex(({ link }, i) => i > 0 && isPartnerLink(link));
}

function pairsOf(left: readonly Pair[], right: readonly Pair[]): Pair[] {
  if (left.length === 1) return right.map((side) => pairOf(left[0]!, side));
  if (right.length === 1) return left.map((side) => pairOf(side, right[0]!));
  return left.length === right.length ? left.map((side, i) => pairOf(side, right[i]!)) : [];
}

/** The actors of a field with the words that join each to the one before; clauses of a list are joined by 、. */
const joinedActors = ({ groups }: Field): Joined[] =>
  groups.flatMap(({ actors, links, before }, g) =>
    actors.map((actor, i): Joined => {
      if (i > 0) return { actor, link: links[i]! };
      return { actor, link: g === 0 ? '' : /[与和同]$/.test(before) ? before : '、' };
    }),
  );

const pairOf = (a: Pair, b: Pair): Pair => ({
  parties: [...a.parties, ...b.parties],
  people: new Map([...a.people, ...b.people]),
});

/** The bodies of one side, each with its people. */
function sides(
  reading: Reading,
  side: readonly Joined[],
  known: readonly PartyFact[],
  context: AgreementContext,
): Pair[] {
  const found = new Map<string, { parties: PartyFact[]; people: Map<string, string> }>();
  for (const { actor } of side) {
    const party = partyAmong(actor, known, context) ?? partiesOf(reading, [actor], context)[0];
    if (!party) continue;
    const own = found.get(party.organisation) ?? { parties: [party], people: new Map<string, string>() };
    found.set(party.organisation, own);
    if (actor.person !== null) own.people.set(actor.person, party.organisation);
  }
  return [...found.values()];
}

/** The party of several told before that a person is of, by the words before their name and their posts. */
function partyAmong(
  { person, isSaid }: Actor,
  known: readonly PartyFact[],
  context: AgreementContext,
): PartyFact | undefined {
  if (person === null || isSaid || known.length < 3) return undefined;
  const names = known.map(({ organisation }) => organisation);
  const fits = fitsOf({ person, onBehalfOf: null }, names, context);
  const most = Math.max(...fits);
  return most >= 2 ? known[fits.indexOf(most)] : undefined;
}

/** A与B、C与D: 、 stands between couples. */
function couplesIn(joined: readonly Joined[]): Joined[][] {
  if (joined.length < 4 || joined.length % 2 > 0) return [];
  const isInTurn = joined.every(
    ({ link }, i) => i === 0 || (i % 2 === 1 ? isPartnerLink(link) : /^[^与和同]*、[^与和同]*$/.test(link)),
  );
  return isInTurn ? joined.flatMap((_, i) => (i % 2 === 0 ? [joined.slice(i, i + 2)] : [])) : [];
}
