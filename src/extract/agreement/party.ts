import type { AgreementContext } from './agreement-context.ts';
import { governmentOf } from '../organisation/alias.ts';
import type { PartyFact } from '../facts.ts';
import type { Reading } from '../document/reading.ts';
import type { Span } from '../document/span.ts';
import type { Registry } from '../organisation/registry.ts';
import { directObject } from './signing-party.ts';
import type { Signing } from './signing.ts';
import { spansWithin } from '../document/span.ts';

type NamedPlace = Registry['places'][number];

/** The parties that a signing's own words name, in print order. */
export function readParties(
  reading: Reading,
  signing: Signing,
  context: Pick<AgreementContext, 'registry' | 'placeOf'>,
): PartyFact[] {
  if (signing.form === 'COLLECTIVE') return readBatch(reading, signing, context);
  const { text } = reading;
  const { registry } = context;
  const named = [...ownBody(reading, signing, context), ...inPhrase(reading, signing, registry)];
  const host = registry.places.find(({ rule }) => rule === 'organisation.host');
  const object = signing.instrument?.title
    ? null
    : directObject.exec(text.slice(signing.predicate.end, signing.sentence.end));
  const project = object
    ? registry.places.find(({ start }) => start === signing.predicate.end + object[0].length)
    : undefined;
  if (project) return partyFacts(reading, [...(host ? [host] : []), ...named, project], 'agreement.project-party');
  if (named.length === 0) return [];
  const opening = lacksSubject(text, signing)
    ? clauseSubject(text, signing, registry, named[0]!.organisation)
    : undefined;
  if (opening) return partyFacts(reading, [opening, ...named], 'agreement.party-subject');
  if (host && lacksSubject(text, signing) && isAbout(text, signing, host.organisation))
    return partyFacts(reading, [host, ...named], 'agreement.host-party');
  const parties = partyFacts(reading, named, 'agreement.party');
  if (parties.length > 1 || signing.items.length > 1) return parties;
  const subject = subjectBefore(text, signing, registry, parties[0]!.organisation);
  return subject ? partyFacts(reading, [subject, ...named], 'agreement.party-subject') : parties;
}

/** 颜培根代表县政府同临澜水务环境有限公司签订, 何安代表永泽县，与…现场签约: whom the represented party signs with. */
export function counterparty(
  reading: Reading,
  { sentence, phrase, predicate }: Signing,
  { registry }: Pick<AgreementContext, 'registry'>,
): PartyFact[] {
  const clause = reading.text.slice(phrase.start, predicate.start);
  const link = /代表[^，。]{2,25}?(?:同|与)(?=[^，。]*$)/.exec(clause);
  const isAlone =
    /^[与同](?!时)/.test(clause) &&
    /代表[^，。；]{2,25}，$/.test(reading.text.slice(Math.max(sentence.start, phrase.start - 40), phrase.start));
  const withHeads = link ? null : unnamedHeads.exec(clause);
  if (withHeads)
    return partyFacts(
      reading,
      spansWithin(registry.places, phrase.start + withHeads.index, predicate.start),
      'agreement.counterparty',
    );
  const at = phrase.start + (link ? link.index + link[0].length : isAlone ? 1 : Infinity);
  return partyFacts(reading, spansWithin(registry.places, at, predicate.start), 'agreement.counterparty');
}

/** 甲、乙代表云岫区和江东大学签字: both parties, whoever of the group signs for which. */
export function representedTogether(
  { text, evidence }: Reading,
  { phrase, predicate }: Signing,
  { registry }: Pick<AgreementContext, 'registry'>,
): PartyFact[] {
  const at = text.lastIndexOf('代表', predicate.start);
  if (at < phrase.start) return [];
  const named = spansWithin(registry.places, at + 2, predicate.start);
  const areJoined =
    named.length > 1 &&
    named[0]!.start === at + 2 &&
    named.every(
      ({ end }, i) => i === named.length - 1 || (named[i + 1]!.start === end + 1 && /[和与、]/.test(text[end]!)),
    );
  return areJoined
    ? dedupeParties(
        named.map(({ start, end, organisation }) => ({
          organisation,
          evidence: evidence(start, end, 'agreement.represented'),
        })),
      )
    : [];
}

/** 市长甲与青石区、湖口县等主要负责人签订: bodies stand for those of their heads whom nobody names. */
const unnamedHeads = /[与同](?=[^与和同，。]{2,80}(?:主要|相关|有关)?(?:负责人|负责同志)$)/;

/** The names that fill the phrase's own coordination; a ceremony's phrase may hold them in other ways. */
function inPhrase({ text }: Reading, { phrase, items, form }: Signing, { places, canonical }: Registry): NamedPlace[] {
  const inside = spansWithin(places, phrase.start, phrase.end);
  const named = items.flatMap((item): NamedPlace[] => {
    const own = inside.filter(({ start, end }) => start >= item.start && end <= item.end && end >= item.end - 1);
    // 省中医院|专科联盟: the place is a longer name's
    const organisation = own.length > 0 ? null : canonical(text.slice(item.start, item.end));
    return organisation === null ? own : [{ ...item, organisation, rule: 'organisation.signing-party' }];
  });
  return named.length === 0 && form === 'CEREMONY' ? inside : named;
}

/** 我区与…签约, 我校同…签署, 区政府与…: the paper's own district or school. */
function ownBody(
  { text }: Reading,
  { phrase }: Signing,
  { registry, placeOf }: Pick<AgreementContext, 'registry' | 'placeOf'>,
): NamedPlace[] {
  const own =
    /^(?:[^，与和同、]{0,6}?)(?:[我本]([省市区县旗镇乡校院])|([省市区县旗镇乡])(?:人民)?政府)(?=[与和同、分先])/.exec(
      text.slice(phrase.start, phrase.end),
    );
  const level = own?.[1] ?? own?.[2];
  const place = level ? placeOf(level === '院' ? '校' : level) : null;
  const organisation = place === null ? null : registry.canonical(place);
  const end = phrase.start + (own ? own[0].length : 0);
  return organisation === null
    ? []
    : [
        {
          start: end - (own![1] ? 2 : own![0].length - own![0].lastIndexOf(level!)),
          end,
          organisation,
          rule: 'organisation.own-body',
        },
      ];
}

const lacksSubject = (text: string, { phrase, predicate }: Signing): boolean =>
  /^(?:会上|并|还|在[^，]{1,30})?与/.test(text.slice(phrase.start, predicate.start));

/** The bare name of the district opens the sentence: 其间，云岫还…与中岫能建签署. */
const isAbout = (text: string, { sentence, phrase }: Signing, host: string): boolean =>
  text.slice(sentence.start, phrase.start).includes(host.slice(0, -1));

/** 和而盛作为受邀企业出席会议，并在会上与中岫电信签署: the clause before names who signs. */
function subjectBefore(
  text: string,
  { sentence, phrase }: Signing,
  { places }: Registry,
  other: string,
): NamedPlace | undefined {
  const before = spansWithin(places, sentence.start, phrase.start).filter(({ organisation }) => organisation !== other);
  return before.find(({ start }) => start === 0 || /[，。\n]/.test(text[start - 1]!)) ?? before[0];
}

/** 县委党校与…第一中学达成共用场馆的意向，与…大学签订: the body that opens a clause before signs too. */
const clauseSubject = (
  text: string,
  { sentence, phrase }: Signing,
  { places }: Registry,
  other: string,
): NamedPlace | undefined =>
  spansWithin(places, sentence.start, phrase.start).find(
    ({ start, end, organisation }) =>
      organisation !== other &&
      (start === sentence.start || /[，。\n]/.test(text[start - 1]!)) &&
      /^(?:[与和同将还已并先]|分别|作为|代表|召开|举行|举办|组织|[^，。；]{1,4}[与和同])/.test(
        text.slice(end, end + 6),
      ),
  );

/** The host and every company that a batch signing names; lists of what was signed before are left out. */
function readBatch(
  reading: Reading,
  signing: Signing,
  { registry, placeOf }: Pick<AgreementContext, 'registry' | 'placeOf'>,
): PartyFact[] {
  const isLocal = ({ organisation }: NamedPlace): boolean =>
    governmentOf(organisation, placeOf) !== null || /(?:开发区|经开区|高新区|新区|管委会)$/.test(organisation);
  const near = spansWithin(registry.places, signing.sentence.start, signing.predicate.end);
  const host = near.find(isLocal) ?? registry.places.find(({ rule }) => rule === 'organisation.host');
  const listed = registry.places.filter(({ rule, start }) => {
    if (rule !== 'organisation.list') return false;
    const sentence = reading.sentences.find((span) => span.start <= start && start < span.end)!;
    const words = reading.text.slice(sentence.start, sentence.end);
    return /签约|合作|项目|企业/.test(words) && !/其间|此前|早在|去年|曾/.test(words);
  });
  return partyFacts(reading, [...(host ? [host] : []), ...listed], 'agreement.batch-party');
}

/** The coordinated pair of the clause before: 海联会与…学院还就…达成合作意向，计划今年4月签署合作备忘录. */
export function pairBefore(reading: Reading, { sentence, predicate }: Signing, { places }: Registry): PartyFact[] {
  return partyFacts(reading, spansWithin(places, sentence.start, predicate.start), 'agreement.party-subject').slice(
    0,
    2,
  );
}

/** 甲医院成为乙医院医联体成员，双方签订协议: the only two bodies of the sentence. */
export function onlyPair(reading: Reading, { sentence, predicate }: Signing, { places }: Registry): PartyFact[] {
  const named = partyFacts(reading, spansWithin(places, sentence.start, predicate.start), 'agreement.party-subject');
  return named.length === 2 && reading.text.slice(sentence.start, predicate.start).includes('双方') ? named : [];
}

/** The bodies that stand in these places as parties, each once. */
export const partyFacts = (
  reading: Reading,
  places: readonly (Span & { organisation: string })[],
  rule: string,
): PartyFact[] =>
  dedupeParties(
    places.map(({ start, end, organisation }) => ({ organisation, evidence: reading.evidence(start, end, rule) })),
  );

/** Each organisation once, where it stands first. */
export const dedupeParties = (parties: readonly PartyFact[]): PartyFact[] =>
  parties.filter(({ organisation }, i) => parties.findIndex((other) => other.organisation === organisation) === i);
