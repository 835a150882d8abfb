import type { AgreementContext } from './agreement-context.ts';
import { actorsIn } from './actor.ts';
import { groupsIn, isPartnerLink } from './actor-group.ts';
import { governmentOf } from '../organisation/government.ts';
import type { Frame } from './frame.ts';
import type { PartyFact } from '../facts.ts';
import { dedupeParties, partyFacts } from './party.ts';
import type { Reading } from '../document/reading.ts';
import { belongsTo, bodyOf } from './signatory-body.ts';
import { spansWithin } from '../document/span.ts';
import { partiesOf } from './telling.ts';

/** The parties of a frame: those it names, else whom 双方 means, else the bodies of those who sign. */
export function resolveParties(
  frame: Frame,
  frames: readonly Frame[],
  reading: Reading,
  context: AgreementContext,
): readonly PartyFact[] {
  const { parties, owners, count } = frame;
  const own = withOwners(parties, owners, context);
  if (parties.length > 1) return count !== null && count > parties.length && own.length === count ? own : parties;
  if (own.length > 1) return own;
  if (count === null && own.length > 0) return own;
  for (const resolved of [
    () => ofOtherFrame(frame, frames, context),
    () => inSentence(frame, reading, context),
    () => pairBefore(frame, reading, context),
    () => ofSortBefore(frame, reading, context),
    () => guests(frame, context),
  ]) {
    const found = count === null && frame.signing.stage !== 'ANNOUNCED' ? [] : resolved();
    if (found.length > own.length && areOfSort(found, frame, context)) return found;
  }
  return own;
}

const sorts: readonly (readonly [RegExp, RegExp])[] = [
  [/两[地市县区州省镇乡国]|三地/, /[省市区县州旗盟国]$|政府$|管委会$/],
  [/两校|三校/, /大学|学院|学校|中学|小学|[一二三四五六七八九十]中$/],
];

/** 两地 are places, 两校 schools. */
export function areOfSort(parties: readonly PartyFact[], { pairWords }: Frame, { placeOf }: AgreementContext): boolean {
  const sort = sorts.find(([words]) => words.test(pairWords))?.[1];
  return (
    sort === undefined ||
    parties.every(({ organisation }) => sort.test(organisation) || governmentOf(organisation, placeOf) !== null)
  );
}

/** A party that is named stands for the offices of its own that sign. */
const withOwners = (
  parties: readonly PartyFact[],
  owners: readonly PartyFact[],
  context: AgreementContext,
): PartyFact[] =>
  inPrintOrder([
    ...parties,
    ...owners.filter(
      ({ organisation }) => !parties.some((party) => belongsTo(organisation, party.organisation, context)),
    ),
  ]);

/** Each once, where it stands first, if all stand in one text. */
function inPrintOrder(parties: readonly PartyFact[]): PartyFact[] {
  const once = dedupeParties(parties);
  return once.every(({ evidence }) => evidence.field === once[0]?.evidence.field)
    ? [...once].sort((a, b) => a.evidence.start - b.evidence.start)
    : once;
}

/** 双方 of an agreement told elsewhere in the article. */
function ofOtherFrame(frame: Frame, frames: readonly Frame[], context: AgreementContext): readonly PartyFact[] {
  const others = frames.filter(
    (other) => other !== frame && other.parties.length > 1 && areOfSort(other.parties, frame, context),
  );
  return (others.find(({ parties }) => parties.length === frame.count) ?? others[0])?.parties ?? [];
}

/** 甲医院成为乙医院医联体成员，双方签订协议: the only bodies of the sentence. */
function inSentence({ count, signing }: Frame, reading: Reading, { registry }: AgreementContext): PartyFact[] {
  const { sentence, predicate } = signing;
  const named = partyFacts(
    reading,
    spansWithin(registry.places, sentence.start, predicate.start),
    'agreement.party-before',
  );
  return named.length === (count ?? 2) ? named : [];
}

/** The last two bodies that the text before joins by 与: 沧澜区与临溪县举行座谈。…双方签署. */
function pairBefore({ count, signing }: Frame, reading: Reading, context: AgreementContext): PartyFact[] {
  const near = reading.sentences.filter(
    ({ start, end }) => end <= signing.predicate.start && start >= signing.predicate.start - 600,
  );
  for (const sentence of near.toReversed()) {
    const groups = groupsIn(reading.text, sentence, actorsIn(reading.text, sentence, context));
    for (const { actors, links } of groups.toReversed()) {
      const bodies = partiesOf(
        reading,
        actors.filter(({ person }) => person === null),
        context,
      );
      if (links.some(isPartnerLink) && bodies.length === (count || 2)) return bodies;
    }
  }
  return [];
}

/** 陇塬区代表团赴东坊市。…两地签订: the only two places, or schools, that the text before names. */
function ofSortBefore(frame: Frame, reading: Reading, context: AgreementContext): PartyFact[] {
  const { count, pairWords, signing } = frame;
  if (!sorts.some(([words]) => words.test(pairWords))) return [];
  const named = partyFacts(
    reading,
    spansWithin(context.registry.places, 0, signing.predicate.start),
    'agreement.party-before',
  );
  const parties = named.filter((party) => areOfSort([party], frame, context));
  return parties.length === count ? parties : [];
}

/** 市长甲会见乙市市长丙。会见后，双方签署: the bodies of those who met. */
function guests({ count, pairWords }: Frame, context: AgreementContext): PartyFact[] {
  const bodies = context.facts
    .filter(({ roles }) => roles.some(({ role }) => role === 'MET'))
    .flatMap(({ name, mentions }) => {
      const organisation = bodyOf(name, context);
      return organisation === null ? [] : [{ organisation, evidence: mentions[0]! }];
    });
  const all = dedupeParties(bodies);
  const schools = all.filter(({ organisation }) => /(?:大学|学校|中学)$/.test(organisation));
  const parties = pairWords.endsWith('校') ? schools : all;
  return parties.length === (count || 2) ? parties : [];
}
