import type { AgreementContext } from './agreement-context.ts';
import { governmentOf } from './alias.ts';
import type { PartyFact } from './facts.ts';
import type { Reading, Span } from './reading.ts';
import type { Registry } from './registry.ts';
import { directObject } from './signing.ts';
import type { Signing } from './signing.ts';
import { spansWithin } from './span.ts';

type NamedPlace = Registry['places'][number];

/** The parties that a signing's own words name, in print order. */
export function readParties(reading: Reading, signing: Signing, context: Pick<AgreementContext, 'registry' | 'placeOf'>): PartyFact[] {
  if (signing.form === 'COLLECTIVE') return readBatch(reading, signing, context);
  const { text } = reading;
  const { registry } = context;
  const named = inPhrase(signing, registry);
  const host = registry.places.find(({ rule }) => rule === 'organisation.host');
  const object = signing.instrument?.title ? null : directObject.exec(text.slice(signing.predicate.end, signing.sentence.end));
  const project = object ? registry.places.find(({ start }) => start === signing.predicate.end + object[0].length) : undefined;
  if (project) return facts(reading, [...(host ? [host] : []), ...named, project], 'agreement.project-party');
  if (named.length === 0) return [];
  if (host && lacksSubject(text, signing) && isAbout(text, signing, host.organisation)) return facts(reading, [host, ...named], 'agreement.host-party');
  const parties = facts(reading, named, 'agreement.party');
  if (parties.length > 1 || signing.items.length > 1) return parties;
  const subject = subjectBefore(text, signing, registry, parties[0]!.organisation);
  return subject ? facts(reading, [subject, ...named], 'agreement.party-subject') : parties;
}

/** 颜培根代表县政府同临澜水务环境有限公司签订: whom the represented party signs with. */
export function counterparty(reading: Reading, { phrase, predicate }: Signing, { registry }: Pick<AgreementContext, 'registry'>): PartyFact[] {
  const clause = reading.text.slice(phrase.start, predicate.start);
  const link = /代表[^，。]{2,25}?(?:同|与)(?=[^，。]*$)/.exec(clause);
  const at = phrase.start + (link ? link.index + link[0].length : Infinity);
  return facts(reading, spansWithin(registry.places, at, predicate.start), 'agreement.counterparty');
}

/** A、B分别与C、D签订: as many agreements as pairs; A分别与B、C签订: one with each. */
export function readPairs(reading: Reading, { phrase, predicate }: Signing, { places }: Registry): PartyFact[][] {
  const link = /分别(?:与|同|和)/.exec(reading.text.slice(phrase.start, predicate.start));
  if (!link) return [];
  const at = phrase.start + link.index;
  const left = facts(reading, spansWithin(places, phrase.start, at), 'agreement.party');
  const right = facts(reading, spansWithin(places, at, predicate.start), 'agreement.party');
  if (left.length === 1 && right.length > 1) return right.map((party) => [left[0]!, party]);
  return left.length > 1 && left.length === right.length ? left.map((party, i) => [party, right[i]!]) : [];
}

/** The names that fill the phrase's own coordination; a ceremony's phrase may hold them in other ways. */
function inPhrase({ phrase, items, form }: Signing, { places }: Registry): NamedPlace[] {
  const inside = spansWithin(places, phrase.start, phrase.end);
  const named = inside.filter(({ start, end }) => items.some((item) => start >= item.start && end <= item.end && end >= item.end - 1));
  return named.length === 0 && form === 'CEREMONY' ? inside : named;
}

const lacksSubject = (text: string, { phrase, predicate }: Signing): boolean => /^(?:会上|并|还|在[^，]{1,30})?与/.test(text.slice(phrase.start, predicate.start));

/** The bare name of the district opens the sentence: 其间，徐汇还…与中国能建签署. */
const isAbout = (text: string, { sentence, phrase }: Signing, host: string): boolean => text.slice(sentence.start, phrase.start).includes(host.slice(0, -1));

/** 和而泰作为受邀企业出席会议，并在会上与中国电信签署: the clause before names who signs. */
function subjectBefore(text: string, { sentence, phrase }: Signing, { places }: Registry, other: string): NamedPlace | undefined {
  const before = spansWithin(places, sentence.start, phrase.start).filter(({ organisation }) => organisation !== other);
  return before.find(({ start }) => start === 0 || /[，。\n]/.test(text[start - 1]!)) ?? before[0];
}

/** The host and every company that a batch signing names; lists of what was signed before are left out. */
function readBatch(reading: Reading, signing: Signing, { registry, placeOf }: Pick<AgreementContext, 'registry' | 'placeOf'>): PartyFact[] {
  const isLocal = ({ organisation }: NamedPlace): boolean => governmentOf(organisation, placeOf) !== null || /(?:开发区|经开区|高新区|新区|管委会)$/.test(organisation);
  const near = spansWithin(registry.places, signing.sentence.start, signing.predicate.end);
  const host = near.find(isLocal) ?? registry.places.find(({ rule }) => rule === 'organisation.host');
  const listed = registry.places.filter(({ rule, start }) => {
    const sentence = reading.sentences.find((span) => span.start <= start && start < span.end)!;
    const words = reading.text.slice(sentence.start, sentence.end);
    return rule === 'organisation.list' && /签约|合作|项目|企业/.test(words) && !/其间|此前|早在|去年|曾/.test(words);
  });
  return facts(reading, [...(host ? [host] : []), ...listed], 'agreement.batch-party');
}

/** The coordinated pair of the clause before: 海联会与…学院还就…达成合作意向，计划今年4月签署合作备忘录. */
export function pairBefore(reading: Reading, { sentence, predicate }: Signing, { places }: Registry): PartyFact[] {
  return facts(reading, spansWithin(places, sentence.start, predicate.start), 'agreement.party-subject').slice(0, 2);
}

const facts = (reading: Reading, places: readonly (Span & { organisation: string })[], rule: string): PartyFact[] =>
  dedupeParties(places.map(({ start, end, organisation }) => ({ organisation, evidence: reading.evidence(start, end, rule) })));

/** Each organisation once, where it stands first. */
export const dedupeParties = (parties: readonly PartyFact[]): PartyFact[] =>
  parties.filter(({ organisation }, i) => parties.findIndex((other) => other.organisation === organisation) === i);
