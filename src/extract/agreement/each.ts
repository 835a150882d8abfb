import type { Actor } from './actor.ts';
import { isPartnerLink } from './actor-group.ts';
import type { AgreementContext } from './agreement-context.ts';
import type { Field } from './field.ts';
import type { PartyFact } from '../facts.ts';
import { fitsOf } from './office-fit.ts';
import { partyFacts } from './party.ts';
import type { Reading } from '../document/reading.ts';
import type { Registry } from '../organisation/registry.ts';
import type { Signing } from './signing.ts';
import { spansWithin } from '../document/span.ts';
import { either, oneOf } from '../../text/pattern.ts';
import { partiesOf } from './telling.ts';

const each = either(['分别', '先后', '依次', '逐一', '逐个', '陆续', '各自']);
const eachWith = new RegExp(`${each}(?:还|又|也|就[^，与和同]{2,20})?[与同和]$`);
const eachAtEnd = new RegExp(`${each}(?!代表|在|率)`);
const together = /代表|[三四多]方(?:共同)?$/;

interface Joined {
  readonly actor: Actor;
  readonly link: string;
}

/** One of several agreements signed in the same words: its parties, and who signs it for which of them. */
export interface Pair {
  readonly parties: readonly PartyFact[];
  readonly people: ReadonlyMap<string, string>;
}

/** `known` are parties that the text has told before. A、B分别与C、D签订: as many agreements as pairs; A分别与B、C签订, A与B、C分别签订: one with each; A与B、C与D: two. */
export function readPairs(
  reading: Reading,
  field: Field,
  known: readonly PartyFact[],
  context: AgreementContext,
): Pair[] {
  const joined = joinedActors(field);
  const sidesOf = (side: readonly Joined[]): Pair[] => sides(reading, side, known, context);
  const couples = couplesIn(joined).map(sidesOf);
  if (couples.length > 1 && couples.every(({ length }) => length === 2)) return couples.map(([a, b]) => pairOf(a!, b!));
  const at = splitAt(joined, field);
  if (at < 1) return [];
  const [left, right] = [sidesOf(joined.slice(0, at)), sidesOf(joined.slice(at))];
  if (left.length === 1 && right.length > 1) return right.map((side) => pairOf(left[0]!, side));
  if (left.length > 1 && right.length === 1) return left.map((side) => pairOf(side, right[0]!));
  return left.length > 1 && left.length === right.length ? left.map((side, i) => pairOf(side, right[i]!)) : [];
}

/** The actors of a field with the words that join each to the one before; clauses of a list are joined by 、. */
const joinedActors = ({ groups }: Field): Joined[] =>
  groups.flatMap(({ actors, links, before }, g) =>
    actors.map((actor, i): Joined => {
      if (i > 0) return { actor, link: links[i]! };
      return { actor, link: g === 0 ? '' : /[与和同]$/.test(before) ? before : '、' };
    }),
  );

/** Where the second side begins, if each of one signs with the other; else -1. */
function splitAt(joined: readonly Joined[], { groups, tail }: Field): number {
  const marked = joined.findIndex(({ link }) => eachWith.test(link));
  if (marked > 0) return marked;
  const isMarked = (eachAtEnd.test(tail) && !together.test(tail)) || eachAtEnd.test(groups[0]?.before ?? '');
  return isMarked ? joined.findIndex(({ link }, i) => i > 0 && isPartnerLink(link)) : -1;
}

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

const partnerSorts = ['企业', '公司', '单位', '院校', '高校', '学校', '医院', '银行', '机构'];
const pointed = '(?:上述|以上|这|前来的|来自[^，]{1,8}的)';
const counted = String.raw`(?:[两三四五六七八九十多几\d]+)?[家所个名位]`;
const described = '(?:本地|重点|龙头|合作|参会|签约|意向)';
const countedSorts = [...partnerSorts, '央企', '国企', '客商', '部门', '乡镇', '街道', '村', '商会', '协会'];
/** 与三家重点企业, 与上述各方: partners that are counted or pointed at, not named. */
const partners = new RegExp(
  `[与同和]${pointed}?${counted}${described}?${oneOf(countedSorts)}|` +
    `[与同和](?:上述|以上|合作|签约|参会|各)${oneOf([...partnerSorts, '方', '家'])}`,
);

/** 副区长甲分别与三家企业负责人签约: one agreement with each of the partners that the text has named before. */
export function signsWithEach(reading: Reading, { phrase, predicate, form }: Signing): boolean {
  const clause = reading.text.slice(phrase.start, predicate.start);
  return (
    form === 'PARTIES' && partners.test(clause) && new RegExp(each).test(clause) && !/代表[双三四各多]方/.test(clause)
  );
}

/** 东铭集团、海昇动力、曜石科技参加活动: the last list of bodies before the sentence of the signing. */
export function partnersBefore(reading: Reading, { sentence }: Signing, { places }: Registry): PartyFact[] {
  const near = spansWithin(places, Math.max(reading.bodyStart, sentence.start - 300), sentence.start);
  let run: typeof near = [];
  let last: typeof near = [];
  for (const place of near) {
    const previous = run.at(-1);
    run = previous && /^[、和]$/.test(reading.text.slice(previous.end, place.start)) ? [...run, place] : [place];
    if (run.length > 1) last = run;
  }
  return partyFacts(reading, last, 'agreement.party');
}
