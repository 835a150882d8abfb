import { governmentOf } from './alias.ts';
import { readDateOf } from './event.ts';
import type { Calendar } from './event.ts';
import type { AgreementFact, AgreementKind, DateFact, EvidenceFact, PartyFact, PersonFact, SignatoryFact } from './facts.ts';
import type { PlaceOf } from './place.ts';
import type { Reading, Span } from './reading.ts';
import type { Registry } from './registry.ts';
import { directObject, findSignings } from './signing.ts';
import type { Signing } from './signing.ts';

/** What the article has given so far. */
export interface AgreementContext {
  readonly facts: readonly PersonFact[];
  readonly places: readonly (Span & { readonly name: string })[];
  readonly registry: Registry;
  readonly placeOf: PlaceOf;
  readonly calendar: Calendar;
  readonly event: DateFact | null;
}

interface Draft {
  signing: Signing;
  kind: AgreementKind | null;
  title: string | null;
  parties: PartyFact[];
  signatories: SignatoryFact[];
  witnesses: { person: string; evidence: EvidenceFact }[];
  place: string | null;
  date: DateFact | null;
  quotes: Span[];
  /** How many parties the text counts: 2 for 双方, 3 for 三方. */
  count: number | null;
}

/** Reads every agreement of an article: each instrument of each event once, wherever its parts are told. */
export function findAgreements(reading: Reading, context: AgreementContext): AgreementFact[] {
  const drafts: Draft[] = [];
  for (const signing of findSignings(reading)) {
    const draft = draftOf(reading, signing, context);
    const same = drafts.findLast((other) => isSame(other, draft, context));
    if (same) merge(same, draft);
    else drafts.push(draft);
  }
  return drafts.map((draft) => complete(draft, drafts, reading, context)).filter((draft) => draft.parties.length > 0).map((draft) => factOf(reading, draft, context));
}

function draftOf(reading: Reading, signing: Signing, context: AgreementContext): Draft {
  const { text } = reading;
  const words = text.slice(signing.sentence.start, signing.predicate.start);
  const clause = text.slice(signing.phrase.start, signing.predicate.start);
  const signatories = signatoriesOf(reading, signing, context);
  const parties = signatories.length > 0 ? [] : partiesOf(reading, signing, context);
  const count = /三方|三家/.test(clause) ? 3 : /四方/.test(clause) ? 4 : /双方|两地|两校/.test(clause) ? 2 : null;
  const explicit = new Map<string, PartyFact>();
  for (const { onBehalfOf, evidence } of signatories) if (onBehalfOf) explicit.set(onBehalfOf, { organisation: onBehalfOf, evidence });
  return {
    signing, kind: signing.instrument?.kind ?? null, title: signing.instrument?.title ?? null,
    parties: parties.length > 0 ? parties : /代表(?!双方|三方|各方|四方|合作|企业签)/.test(words) ? [...explicit.values()] : [],
    signatories, witnesses: [], place: placeIn(text.slice(signing.phrase.start, signing.sentence.end)),
    date: readDateOf(reading, signing.sentence, signing.predicate.start, context.calendar, signing.stage === 'ANNOUNCED'),
    quotes: [quoteOf(text, signing)], count,
  };
}

/** The parties that the signing's own phrase names, in print order. */
function partiesOf(reading: Reading, signing: Signing, { registry, placeOf }: AgreementContext): PartyFact[] {
  const { text } = reading;
  if (signing.form === 'COLLECTIVE') return collectiveParties(reading, signing, registry, placeOf);
  const inPhrase = registry.places.filter(({ start, end }) => start >= signing.phrase.start && end <= signing.phrase.end);
  const first = signing.items[0];
  let chosen = first ? inPhrase.filter(({ start, end }) => signing.items.some((item) => start >= item.start && end <= item.end && end >= item.end - 1)) : [];
  if (chosen.length === 0 && signing.form === 'CEREMONY') chosen = inPhrase;
  const named = dedupe(chosen.map((place) => ({ organisation: place.organisation, evidence: reading.evidence(place.start, place.end, 'agreement.party') })));
  const object = directObject.exec(text.slice(signing.predicate.end, signing.sentence.end));
  const signed = object && !signing.instrument?.title ? registry.places.find(({ start }) => start === signing.predicate.end + object[0].length) : undefined;
  const host = registry.places.find(({ rule }) => rule === 'organisation.host');
  const hostParty = host ? [{ organisation: host.organisation, evidence: reading.evidence(host.start, host.end, 'agreement.host-party') }] : [];
  if (signed) return dedupe([...hostParty, ...named, { organisation: signed.organisation, evidence: reading.evidence(signed.start, signed.end, 'agreement.project-party') }]);
  if (/^(?:会上|并|还|在[^，]{1,30})?与/.test(text.slice(signing.phrase.start, signing.predicate.start)) && named.length > 0 && host && hostIsSubject(text, signing, host.organisation)) return dedupe([...hostParty, ...named]);
  if (named.length !== 1 || signing.items.length > 1) return named;
  const subject = registry.places.filter(({ start, end }) => start >= signing.sentence.start && end <= signing.phrase.start && !named.some(({ organisation }) => text.slice(start, end) === organisation));
  const opener = subject.find(({ start }) => /[，。\n]$|^$/.test(text.slice(start - 1, start))) ?? subject[0];
  if (opener && opener.organisation !== named[0]!.organisation) return [{ organisation: opener.organisation, evidence: reading.evidence(opener.start, opener.end, 'agreement.party-subject') }, ...named];
  return named;
}

/** The sentence is about the district: its bare name opens it (其间，徐汇还…). */
const hostIsSubject = (text: string, { sentence, phrase }: Signing, host: string): boolean => text.slice(sentence.start, phrase.start).includes(host.slice(0, -1));

/** The host and every company that a batch signing names. */
function collectiveParties(reading: Reading, signing: Signing, registry: Registry, placeOf: PlaceOf): PartyFact[] {
  const { text } = reading;
  const near = registry.places.filter(({ start, end }) => start >= signing.sentence.start && end <= signing.predicate.end);
  const local = ['区', '县', '市'].map(placeOf).find((place) => place !== null && text.includes(place));
  const host = near.find(({ organisation }) => governmentOf(organisation, placeOf) !== null || /开发区|经开区|高新区|新区|管委会/.test(organisation)) ?? registry.places.find(({ organisation }) => local && governmentOf(organisation, placeOf) === local);
  const listed = registry.places.filter(({ rule, start }) => rule === 'organisation.list' && /签约|合作|项目|企业/.test(sentenceAt(reading, start)) && !/成功牵手|推介会/.test(sentenceAt(reading, start)));
  return dedupe([...(host ? [host] : []), ...listed].map((place) => ({ organisation: place.organisation, evidence: reading.evidence(place.start, place.end, 'agreement.batch-party') })));
}

const sentenceAt = (reading: Reading, at: number): string => {
  const sentence = reading.sentences.find(({ start, end }) => start <= at && at < end);
  return sentence ? reading.text.slice(sentence.start, sentence.end) : '';
};

/** 甲、乙、丙分别代表三方签署; 甲代表A，乙代表B，共同签署; 甲与乙分别在备忘录上签字. */
function signatoriesOf(reading: Reading, signing: Signing, { places, registry, facts }: AgreementContext): SignatoryFact[] {
  const { text } = reading;
  const people = places.filter(({ start, end }) => start >= signing.sentence.start && end <= signing.predicate.start);
  if (people.length === 0 || signing.form !== 'PARTIES') return [];
  const last = people.at(-1)!;
  const between = text.slice(last.end, signing.predicate.start);
  if (!/代表|分别|共同|上签$|^(?:等)?(?:上台|现场)?$/.test(between) || /见证(?:下)?/.test(between) || /(?:出席|主持|会见|表示|参加)/.test(between)) return [];
  const stop = Math.max(...['出席', '主持', '致辞', '会见', '表示', '见证', '仪式上', '会上', '结束后'].map((word) => text.slice(signing.sentence.start, last.end).lastIndexOf(word)));
  const group = people.filter(({ start }) => start > signing.sentence.start + stop);
  let pending: SignatoryFact[] = [];
  const found: SignatoryFact[] = [];
  for (const [i, person] of group.entries()) {
    if (found.some((other) => other.person === person.name) || pending.some((other) => other.person === person.name)) continue;
    pending.push({ person: person.name, onBehalfOf: null, evidence: reading.evidence(person.start, person.end, 'agreement.signatory') });
    const next = group[i + 1]?.start ?? signing.predicate.start;
    const behalf = /^(?:等)?(?:分别)?代表/.exec(text.slice(person.end, next));
    const represented = behalf ? registry.places.find(({ start }) => start >= person.end + behalf[0].length && start <= person.end + behalf[0].length + 1 && start < next) : undefined;
    if (!represented) continue;
    found.push(...pending.map((signatory) => ({ ...signatory, onBehalfOf: represented.organisation })));
    pending = [];
  }
  return [...found, ...pending].filter(({ person }) => facts.some(({ name }) => name === person));
}

/** The same signing told twice: headline and body, announcement and signatories. */
function isSame(a: Draft, b: Draft, context: AgreementContext): boolean {
  const ownersFit = (told: Draft, signed: Draft): boolean => signed.signatories.every(({ person }) => {
    const owners = (context.facts.find(({ name }) => name === person)?.titles ?? []).flatMap(({ organisation }) => organisation ?? []);
    return told.parties.some(({ organisation }) => owners.some((owner) => belongsTo(owner, organisation, context)));
  });
  if ((a.signing.stage === 'SIGNED') !== (b.signing.stage === 'SIGNED')) return false;
  if (a.signing.stage !== 'SIGNED' && a.signing.sentence.start !== b.signing.sentence.start) return false;
  if (a.signing.stage !== b.signing.stage) return false;
  if (a.title && b.title && a.title !== b.title && !a.title.includes(b.title) && !b.title.includes(a.title)) return false;
  if (b.parties.length === 0 && b.signatories.length > 0 && a.signing.form === 'CEREMONY' && a.signatories.length === 0 && (b.count ?? a.parties.length) === a.parties.length && ownersFit(a, b)) return true;
  const isKindCompatible = a.kind === b.kind || a.kind === null || b.kind === null || (isVague(a) || isVague(b)) && a.kind !== 'MEMORANDUM' && b.kind !== 'MEMORANDUM' || (isGeneral(a) !== isGeneral(b) && a.signing.form === 'CEREMONY');
  if (!isKindCompatible) return false;
  if (a.parties.length === 0 || b.parties.length === 0) return b.parties.length > 0 || b.count === null || a.parties.length === 0 || b.count === a.parties.length || b.signatories.length > 0 && b.count === null;
  const shared = a.parties.filter(({ organisation }) => b.parties.some((party) => party.organisation === organisation)).length;
  return shared === Math.min(a.parties.length, b.parties.length) || (shared >= 1 && a.signing.form === 'COLLECTIVE' && b.signing.form !== 'CEREMONY' && b.kind === null);
}

const isGeneral = (draft: Draft): boolean => draft.kind === 'COOPERATION' || draft.kind === 'PROJECT';
const isVague = (draft: Draft): boolean => draft.title === null && draft.kind === 'COOPERATION' || draft.kind === 'PROJECT' && draft.signing.form !== 'COLLECTIVE';

function merge(into: Draft, from: Draft): void {
  const order = into.parties.length >= from.parties.length ? into : from;
  into.parties = dedupe([...order.parties, ...into.parties, ...from.parties]);
  if (from.signatories.length > 0) into.quotes.unshift(...from.quotes);
  else if (into.signing.phrase.start < 0) into.quotes.unshift(...from.quotes);
  else into.quotes.push(...from.quotes);
  into.signatories = [...into.signatories, ...from.signatories.filter(({ person }) => !into.signatories.some((other) => other.person === person))];
  into.title ??= from.title;
  const isExplicit = from.signing.form === 'PARTIES' && from.kind !== null;
  if (into.kind === null || (into.signing.form === 'CEREMONY' && isExplicit) || (isVague(into) && from.kind !== null && (isExplicit || into.signing.form === 'CEREMONY'))) into.kind = from.kind;
  into.place ??= from.place;
  into.date ??= from.date;
  into.count ??= from.count;
}

/** Fills what other parts of the article tell: parties of 双方, the party of each signatory, the day of the event. */
function complete(draft: Draft, drafts: readonly Draft[], reading: Reading, context: AgreementContext): Draft {
  if (draft.parties.length < 2 && draft.signatories.length === 0 && draft.count !== null) {
    const other = drafts.find((candidate) => candidate !== draft && candidate.parties.length === draft.count) ?? drafts.find((candidate) => candidate !== draft && candidate.parties.length > 1);
    if (other) draft.parties = [...other.parties];
  }
  if (draft.parties.length === 0 && draft.signing.stage === 'ANNOUNCED') draft.parties = pairBefore(draft.signing, reading, context);
  if (draft.parties.length === 0) {
    const owners = draft.signatories.map(({ person, evidence }) => ({ organisation: firstOwner(person, context), evidence }));
    draft.parties = dedupe(owners.filter((owner): owner is PartyFact => owner.organisation !== null));
  }
  draft.signatories = assignParties(draft, context);
  if (draft.date === null && draft.signing.stage === 'SIGNED') draft.date = context.event;
  return draft;
}

/** The coordinated pair of the clause before: 海联会与…学院还就…达成合作意向，计划今年4月签署合作备忘录. */
function pairBefore(signing: Signing, reading: Reading, { registry }: AgreementContext): PartyFact[] {
  const before = registry.places.filter(({ start, end }) => start >= signing.sentence.start && end <= signing.predicate.start);
  return dedupe(before.map((place) => ({ organisation: place.organisation, evidence: reading.evidence(place.start, place.end, 'agreement.party-subject') }))).slice(0, 2);
}

const firstOwner = (person: string, { facts }: AgreementContext): string | null => facts.find(({ name }) => name === person)?.titles.find(({ organisation }) => organisation !== null)?.organisation ?? null;

/** Each signatory signs for the party that owns one of their titles, or whose district does; a neighbour without one follows. */
function assignParties(draft: Draft, context: AgreementContext): SignatoryFact[] {
  let last: string | null = null;
  const used = new Set<string>();
  const assigned = draft.signatories.map((signatory) => {
    const owners = (context.facts.find(({ name }) => name === signatory.person)?.titles ?? []).flatMap(({ organisation }) => organisation ?? []);
    const own = signatory.onBehalfOf && draft.parties.some(({ organisation }) => organisation === signatory.onBehalfOf) ? signatory.onBehalfOf : draft.parties.map(({ organisation }) => organisation).find((party) => owners.some((owner) => belongsTo(owner, party, context)));
    const free = draft.parties.map(({ organisation }) => organisation).filter((party) => !used.has(party));
    const only = free.length === 1 ? free[0]! : null;
    const onBehalfOf = own ?? (owners.length > 0 ? nearest(owners, draft.parties) ?? only : null) ?? last ?? only;
    if (onBehalfOf) used.add(onBehalfOf);
    last = onBehalfOf;
    return { ...signatory, onBehalfOf };
  });
  const left = draft.parties.map(({ organisation }) => organisation).filter((party) => !used.has(party));
  return left.length === 1 ? assigned.map((signatory) => ({ ...signatory, onBehalfOf: signatory.onBehalfOf ?? left[0]! })) : assigned;
}

function belongsTo(owner: string, party: string, { placeOf }: AgreementContext): boolean {
  if (owner === party || owner.startsWith(party) || (owner.length > 2 && /[区会]$/.test(owner) && party.includes(owner))) return true;
  const place = governmentOf(party, placeOf);
  if (place === null) return false;
  const level = place.at(-1)!;
  return owner.startsWith(place) || (owner.startsWith(level) && placeOf(level) === place);
}

/** The party whose name shares the longest beginning with an owner: 三棵树集团, 三棵树工业涂料. */
function nearest(owners: readonly string[], parties: readonly PartyFact[]): string | null {
  const shared = (a: string, b: string): number => { let i = 0; while (i < a.length && a[i] === b[i]) i += 1; return i; };
  const scored = parties.flatMap(({ organisation }) => owners.map((owner) => ({ organisation, score: shared(organisation, owner) }))).sort((a, b) => b.score - a.score);
  return scored[0] && scored[0].score >= 3 ? scored[0].organisation : null;
}

const placeIn = (words: string): string | null => /在([^，。；“”]{1,25}?)(?:隆重|正式|顺利|成功)?(?:举行|召开|举办|签署|签订|签约)/.exec(words)?.[1]?.replace(/^.*在/, '').replace(/仪式上$|会上$|.*(?:备忘录|协议)上$|.*(?:基础|期间|活动中|方面|领域)(?:上|内)?$|^会$/, '') || null;

function quoteOf(text: string, { phrase, predicate, sentence, form }: Signing): Span {
  const after = /^(?:了)?(?:《[^》]*》(?:、《[^》]*》)*|[^，。；]{0,30}?(?:协议书?|备忘录|责任书|合同|意向书|仪式))?/.exec(text.slice(predicate.end, sentence.end))![0];
  const start = form === 'COLLECTIVE' ? predicate.start : phrase.start;
  return { start: start + /^\s*/.exec(text.slice(start))![0].length, end: predicate.end + (form === 'COLLECTIVE' ? 0 : after.length) };
}

const dedupe = (parties: readonly PartyFact[]): PartyFact[] => parties.filter(({ organisation }, i) => parties.findIndex((other) => other.organisation === organisation) === i);

function factOf(reading: Reading, draft: Draft, context: AgreementContext): AgreementFact {
  const witnessed = (draft.signing.stage === 'SIGNED' ? context.facts : []).flatMap(({ name, roles }) => roles.filter(({ role }) => role === 'WITNESSED').map(({ evidence }) => ({ person: name, evidence })));
  const inRole = (wanted: string) => (draft.signing.stage === 'SIGNED' ? context.facts : []).flatMap(({ name, roles }) => roles.filter(({ role }) => role === wanted).map(({ evidence }) => ({ person: name, evidence })));
  return {
    kind: draft.kind ?? 'PROJECT', title: draft.title, stage: draft.signing.stage, signed: draft.date, place: draft.place,
    declaredCount: draft.signing.declaredCount, isRenewal: draft.signing.isRenewal, parties: draft.parties, signatories: draft.signatories,
    hosts: inRole('HOSTED'), attendees: inRole('ATTENDED'), witnesses: witnessed,
    evidence: draft.quotes.map(({ start, end }) => reading.evidence(start, end, `agreement.${draft.signing.form.toLowerCase()}`)),
  };
}
