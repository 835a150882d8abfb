import { matchesOf } from '../../text/match.ts';
import { oneOf } from '../../text/pattern.ts';
import type { AgreementContext } from '../agreement/agreement-context.ts';
import type { PartyFact } from '../facts.ts';
import { partyFacts } from '../agreement/party.ts';
import type { Reading } from '../document/reading.ts';
import type { Span } from '../document/span.ts';
import type { Registry } from './registry.ts';
import { bodyOf } from '../agreement/signatory-body.ts';
import { linkAt } from './name-link.ts';
import type { Signing } from '../agreement/signing.ts';
import { spansWithin } from '../document/span.ts';

const each = '(?:分别|先后|依次|逐一|逐个|陆续|各自)';
const eachIn = new RegExp(each);
/** Each signs for itself: 分别与, 先后与; or 分别签署 straight before the predicate, which 分别代表 is not. */
const before = new RegExp(`${each}(?:还|又|也|就[^，与和同]{2,20})?(?=[与同和])`, 'g');
const atEnd = new RegExp(`${each}(?:正式|现场|上台|共同)*(?:就[^，。；]{2,40}|[以用通][^，。；与和]{1,12}方式)?$`);
const together = /代表[^，。；]{0,4}[双三四各多]方|[三四多]方(?:共同|分别)?$/;

/** A、B分别与C、D签订: as many agreements as pairs; A分别与B、C签订, A与B、C分别签订: one with each. */
export function readPairs(
  reading: Reading,
  signing: Signing,
  context: Pick<AgreementContext, 'registry' | 'places' | 'facts' | 'placeOf'>,
): PartyFact[][] {
  const { phrase, predicate } = signing;
  const clause = reading.text.slice(phrase.start, predicate.start);
  const marked = matchesOf(clause, before).at(-1);
  if (!marked && (!atEnd.test(clause) || together.test(clause))) return [];
  const at = marked ? phrase.start + marked.index + marked[0].length : null;
  const couples = at === null ? readCouples(reading, signing, context.registry) : [];
  if (couples.length > 1) return couples;
  const link = at ?? firstLink(reading.text, phrase.start, predicate.start);
  if (link === null) return [];
  const left = sideOf(reading, phrase.start, link, context);
  const right = sideOf(reading, link, predicate.start, context);
  if (left.length === 1 && right.length > 1) return right.map((party) => [left[0]!, party]);
  if (left.length > 1 && right.length === 1) return left.map((party) => [party, right[0]!]);
  return left.length > 1 && left.length === right.length ? left.map((party, i) => [party, right[i]!]) : [];
}

/** A与B、C与D分别签订: two couples, joined by 、. */
function readCouples(reading: Reading, { phrase, predicate }: Signing, { places }: Registry): PartyFact[][] {
  const couples: PartyFact[][] = [];
  let from = phrase.start;
  for (let i = phrase.start; i <= predicate.start; i += 1) {
    if (i < predicate.start && reading.text[i] !== '、') continue;
    const named = spansWithin(places, from, i);
    if (named.length === 0 || (named.length > 1 && firstLink(reading.text, from, i) === null)) return [];
    if (named.length !== 2) return [];
    couples.push(factsOf(reading, named));
    from = i + 1;
  }
  return couples;
}

/** The first 与, 和, 同 or 携手 of a stretch; 、 joins those of one side. */
function firstLink(text: string, from: number, end: number): number | null {
  for (let i = from; i < end; i += 1)
    if (text[i] !== '、' && text[i] !== '-' && linkAt(text, i, from, end) > 0) return i;
  return null;
}

/** The bodies of one side; where only people stand, the bodies that they sign for. */
function sideOf(
  reading: Reading,
  from: number,
  to: number,
  context: Pick<AgreementContext, 'registry' | 'places' | 'facts' | 'placeOf'>,
): PartyFact[] {
  const named = spansWithin(context.registry.places, from, to).filter(
    ({ start }) => !/在$/.test(reading.text.slice(from, start)),
  );
  const people = spansWithin(context.places, from, to);
  if (named.length >= people.length && named.length > 0) return factsOf(reading, named);
  const represented = people.flatMap(({ start, end, name }) => {
    const organisation = bodyOf(name, context);
    return organisation === null ? [] : [{ start, end, organisation }];
  });
  return factsOf(reading, represented.length > 0 ? represented : named);
}

const factsOf = (reading: Reading, places: readonly (Span & { readonly organisation: string })[]): PartyFact[] =>
  partyFacts(reading, places, 'agreement.party');

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
  return form === 'PARTIES' && partners.test(clause) && eachIn.test(clause) && !/代表[双三四各多]方/.test(clause);
}

/** 东铭集团、海昇动力、曜石科技参加活动: the last list of bodies before the sentence of the signing. */
export function partnersBefore(reading: Reading, { sentence }: Signing, { places }: Registry): PartyFact[] {
  const near = places.filter(
    ({ end, start }) => end <= sentence.start && start > sentence.start - 300 && start >= reading.bodyStart,
  );
  let run: typeof near = [];
  let last: typeof near = [];
  for (const place of near) {
    const previous = run.at(-1);
    run = previous && /^[、和]$/.test(reading.text.slice(previous.end, place.start)) ? [...run, place] : [place];
    if (run.length > 1) last = run;
  }
  return factsOf(reading, last);
}
