import type { AgreementContext } from './agreement-context.ts';
import { readDateOf } from './event.ts';
import type { AgreementFact, AgreementKind, AgreementPersonFact, DateFact, EvidenceFact, PartyFact, PersonRole, SignatoryFact } from './facts.ts';
import { counterparty, dedupeParties, pairBefore, readParties, readPairs } from './party.ts';
import type { Reading, Span } from './reading.ts';
import { assignParties, belongsTo, ownersOf, readSignatories } from './signatory.ts';
import { findSignings } from './signing.ts';
import type { Signing } from './signing.ts';

interface Draft {
  readonly signing: Signing;
  kind: AgreementKind | null;
  title: string | null;
  parties: readonly PartyFact[];
  signatories: readonly SignatoryFact[];
  place: string | null;
  date: DateFact | null;
  declaredCount: number | null;
  /** How many parties the text counts: 2 for 双方, 3 for 三方. */
  count: number | null;
  quotes: readonly Quote[];
}

interface Quote {
  readonly evidence: EvidenceFact;
  /** How much of the signing the words prove. */
  readonly weight: number;
}

/** Reads every agreement of an article: each instrument of each event once, wherever its parts are told. */
export function findAgreements(reading: Reading, context: AgreementContext): AgreementFact[] {
  const drafts: Draft[] = [];
  for (const signing of findSignings(reading)) {
    const pairs = readPairs(reading, signing, context.registry);
    if (pairs.length > 0) {
      drafts.push(...pairs.map((parties) => ({ ...draftOf(reading, signing, context), parties })));
      continue;
    }
    const draft = withSubject(draftOf(reading, signing, context), drafts, reading);
    if (distribute(draft, drafts, context)) continue;
    const same = drafts.findLast((other) => isSame(other, draft, context));
    if (same) merge(same, draft);
    else drafts.push(draft);
  }
  for (const draft of drafts) complete(draft, drafts, reading, context);
  return drafts.filter(({ parties }) => parties.length > 0).map((draft) => factOf(draft, context));
}

/** …；2024年2月，又与澜江区图书馆签订: who signed before signs again. */
function withSubject(draft: Draft, drafts: readonly Draft[], reading: Reading): Draft {
  const { phrase, predicate } = draft.signing;
  const before = drafts.at(-1)?.parties[0];
  const signsAgain = /^(?:又|再|还)与/.test(reading.text.slice(phrase.start, predicate.start));
  return signsAgain && before && draft.parties.length === 1 ? { ...draft, parties: dedupeParties([before, ...draft.parties]) } : draft;
}

/** 甲与乙、丙与丁分别在协议上签字: people of several signings told before; each signs the one whose parties are theirs. */
function distribute(draft: Draft, drafts: readonly Draft[], context: AgreementContext): boolean {
  if (draft.parties.length > 0 || draft.signatories.length < 3) return false;
  const open = drafts.filter(({ signing, signatories, parties }) => signing.stage === draft.signing.stage && signatories.length === 0 && parties.length > 1);
  const targets = draft.signatories.map((signatory) => open.filter((other) => ownersOf(signatory.person, context).length > 0 && fitParties([signatory], other, context)));
  if (open.length < 2 || targets.some((fitting) => fitting.length !== 1)) return false;
  for (const other of open) {
    const own = draft.signatories.filter((_, i) => targets[i]![0] === other);
    if (own.length > 0) merge(other, { ...draft, kind: null, title: null, parties: [], signatories: own });
  }
  return true;
}

function draftOf(reading: Reading, signing: Signing, context: AgreementContext): Draft {
  const { text } = reading;
  const clause = text.slice(signing.phrase.start, signing.predicate.start);
  const signatories = readSignatories(reading, signing, context);
  const represented = signatories.flatMap(({ onBehalfOf, evidence }) => (onBehalfOf ? [{ organisation: onBehalfOf, evidence }] : []));
  const weight = (signatories.length > 0 ? 4 : 0) + (signing.instrument?.title ? 2 : 0) + (signing.instrument ? 1 : 0) + (signing.sentence.start >= reading.bodyStart ? 1 : 0);
  const { start, end } = quoteOf(text, signing, signatories.length > 0);
  return {
    signing,
    kind: signing.instrument?.kind ?? null,
    title: signing.instrument?.title ?? null,
    parties: signatories.length > 0 ? dedupeParties([...represented, ...counterparty(reading, signing, context)]) : readParties(reading, signing, context),
    signatories,
    place: placeIn(text.slice(signing.phrase.start, signing.sentence.end)),
    date: readDateOf(reading, signing.sentence, signing.predicate.start, context.calendar, signing.stage === 'ANNOUNCED'),
    declaredCount: signing.declaredCount,
    count: countedParties(clause),
    quotes: [{ weight, evidence: reading.evidence(start, end, `agreement.${signing.form.toLowerCase()}`) }],
  };
}

const countedParties = (clause: string): number | null => (/三方|三家/.test(clause) ? 3 : /四方|四家/.test(clause) ? 4 : /双方|两地|两校|两院/.test(clause) ? 2 : null);

/** The same signing told twice: headline and body, ceremony and signatories. */
function isSame(a: Draft, b: Draft, context: AgreementContext): boolean {
  if (a.signing.stage !== b.signing.stage) return false;
  if (a.signing.stage !== 'SIGNED' && a.signing.sentence.start !== b.signing.sentence.start) return false;
  if (a.title && b.title && !a.title.includes(b.title) && !b.title.includes(a.title)) return false;
  if (isSignedAt(a, b, context)) return true;
  if (!agreeInKind(a, b)) return false;
  if (b.parties.length === 0) return (a.parties.length === 0 && a.signatories.length === 0) || ((b.count ?? a.parties.length) === a.parties.length && (b.signatories.length === 0 || b.count !== null || fitParties(b.signatories, a, context)));
  if (a.parties.length === 0) return a.signatories.length === 0 || fitParties(a.signatories, b, context);
  const shared = a.parties.filter(({ organisation }) => b.parties.some((party) => party.organisation === organisation)).length;
  return shared === Math.min(a.parties.length, b.parties.length) || (shared > 0 && a.signing.form === 'COLLECTIVE' && b.kind === null);
}

/** The ceremony told before is where these people sign: they are its parties' own. */
function isSignedAt(ceremony: Draft, signed: Draft, context: AgreementContext): boolean {
  if (ceremony.signing.form !== 'CEREMONY' || ceremony.signatories.length > 0 || signed.signatories.length === 0 || signed.parties.length > 0) return false;
  if (signed.count !== null && signed.count !== ceremony.parties.length) return false;
  return fitParties(signed.signatories, ceremony, context);
}

const fitParties = (signatories: readonly SignatoryFact[], { parties }: Draft, context: AgreementContext): boolean =>
  signatories.every(({ person }) => {
    const owners = ownersOf(person, context);
    return owners.length === 0 || owners.some((owner) => parties.some(({ organisation }) => belongsTo(owner, organisation, context)));
  });

const isMemorandum = ({ kind }: Draft): boolean => kind === 'MEMORANDUM' || kind === 'UNDERSTANDING';
const isGeneral = ({ kind }: Draft): boolean => kind === 'COOPERATION' || kind === 'PROJECT';
const isVague = ({ kind, title, signing }: Draft): boolean => (kind === 'COOPERATION' && title === null) || (kind === 'PROJECT' && signing.form !== 'COLLECTIVE');

function agreeInKind(a: Draft, b: Draft): boolean {
  if (a.kind === b.kind || a.kind === null || b.kind === null) return true;
  if ((isVague(a) || isVague(b)) && !isMemorandum(a) && !isMemorandum(b)) return true;
  return a.signing.form === 'CEREMONY' && isGeneral(a) !== isGeneral(b);
}

function merge(into: Draft, from: Draft): void {
  const isNamed = from.signing.form === 'PARTIES' && from.kind !== null;
  const fromCeremony = into.signing.form === 'CEREMONY';
  if (into.kind === null || (fromCeremony && isNamed) || (isVague(into) && from.kind !== null && (isNamed || fromCeremony))) into.kind = from.kind;
  const [more, fewer] = into.parties.length >= from.parties.length ? [into, from] : [from, into];
  into.parties = dedupeParties([...more.parties, ...fewer.parties]);
  into.signatories = [...into.signatories, ...from.signatories.filter(({ person }) => !into.signatories.some((other) => other.person === person))];
  into.title ??= from.title;
  into.place ??= from.place;
  into.date ??= from.date;
  into.count ??= from.count;
  into.declaredCount ??= from.declaredCount;
  into.quotes = [...into.quotes, ...from.quotes];
}

/** Fills what other parts of the article tell: the parties of 双方, the party of each signatory, the day of the event. */
function complete(draft: Draft, drafts: readonly Draft[], reading: Reading, context: AgreementContext): void {
  if (draft.parties.length < 2 && draft.signatories.length === 0 && draft.count !== null) {
    const others = drafts.filter((other) => other !== draft && other.parties.length > 1);
    draft.parties = (others.find(({ parties }) => parties.length === draft.count) ?? others[0] ?? draft).parties;
  }
  if (draft.parties.length === 0 && draft.signing.stage === 'ANNOUNCED') draft.parties = pairBefore(reading, draft.signing, context.registry);
  if (draft.parties.length === 0) {
    draft.parties = dedupeParties(draft.signatories.flatMap(({ person, evidence }) => ownersOf(person, context).slice(0, 1).map((organisation) => ({ organisation, evidence }))));
  }
  draft.signatories = assignParties(draft.signatories, draft.parties, context);
  if (draft.date === null && draft.signing.stage === 'SIGNED') draft.date = context.event;
}

const venue = /在([^，。；“”]{1,25}?)(?:隆重|正式|顺利|成功)?(?:举行|召开|举办|签署|签订|签约)/;
const notVenue = /仪式上$|会上$|.*(?:备忘录|协议)上$|.*(?:基础|期间|活动中|方面|领域)(?:上|内)?$|^会$/;
const placeIn = (words: string): string | null => venue.exec(words)?.[1]?.replace(/^.*在/, '').replace(notVenue, '') || null;

const instrumentEnd = /^(?:了)?(?:《[^》]*》(?:、《[^》]*》)*|[^，。；]{0,30}?(?:协议书?|备忘录|责任书|合同|意向书|仪式))?/;

/** The words that prove a signing: with signatories from the sentence's beginning, else from the phrase that names the parties. */
function quoteOf(text: string, { phrase, predicate, sentence, form }: Signing, hasSignatories: boolean): Span {
  if (form === 'COLLECTIVE') return predicate;
  const end = predicate.end + instrumentEnd.exec(text.slice(predicate.end, sentence.end))![0].length;
  const opening = hasSignatories ? sentence.start + (/^(?:(?:仪式上|会上|活动中|当天|随后|期间)，)?/.exec(text.slice(sentence.start))![0].length) : phrase.start;
  return { start: opening + /^\s*/.exec(text.slice(opening))![0].length, end };
}

function factOf(draft: Draft, { facts }: AgreementContext): AgreementFact {
  const inRole = (wanted: PersonRole): AgreementPersonFact[] =>
    draft.signing.stage === 'SIGNED' ? facts.flatMap(({ name, roles }) => roles.filter(({ role }) => role === wanted).map(({ evidence }) => ({ person: name, evidence }))) : [];
  return {
    kind: draft.kind ?? 'PROJECT',
    title: draft.title,
    stage: draft.signing.stage,
    signed: draft.date,
    place: draft.place,
    declaredCount: draft.declaredCount,
    isRenewal: draft.signing.isRenewal,
    parties: draft.parties,
    signatories: draft.signatories,
    hosts: inRole('HOSTED'),
    attendees: inRole('ATTENDED'),
    witnesses: inRole('WITNESSED'),
    evidence: [...draft.quotes].sort((a, b) => b.weight - a.weight).map(({ evidence }) => evidence),
  };
}
