import type { AgreementContext } from './agreement-context.ts';
import { fitParties, isOnlyHosted, isSame, merge } from './agreement-draft.ts';
import type { Draft } from './agreement-draft.ts';
import { readPairs, signsWithEach, partnersBefore } from './distribution.ts';
import { dayInParagraph, isRecalledDate, lastsDays, readDateOf } from './event.ts';
import type { AgreementFact, AgreementPersonFact, PartyFact, PersonRole, SignatoryFact } from './facts.ts';
import { instrumentsAfter } from './instrument.ts';
import { counterparty, dedupeParties, onlyPair, pairBefore, readParties, representedTogether } from './party.ts';
import type { Reading } from './reading.ts';
import type { Span } from './span.ts';
import { assignParties, belongsTo, bodyOf, ownersOf, readSignatories } from './signatory.ts';
import { findSignings } from './signing.ts';
import type { Signing } from './signing.ts';

/** Reads every agreement of an article: each instrument of each event once, wherever its parts are told. */
export function findAgreements(reading: Reading, context: AgreementContext): AgreementFact[] {
  const drafts: Draft[] = [];
  for (const told of findSignings(reading)) {
    const signing = isPast(reading, told, context) ? { ...told, stage: 'BACKGROUND' as const } : told;
    const draft = withSubject(draftOf(reading, signing, context), drafts, reading);
    const pairs = readPairs(reading, signing, context);
    if (pairs.length > 0) {
      const instruments = instrumentsAfter(reading.text.slice(signing.predicate.end, signing.sentence.end));
      replaceBatch(
        drafts,
        pairs.map((parties, i) =>
          withOwn(instruments.length === pairs.length ? { ...draft, ...instruments[i]! } : draft, parties, context),
        ),
      );
      continue;
    }
    if (signsWithEach(reading, signing) && splitBatch(draft, drafts, reading, context)) continue;
    if (distribute(draft, drafts, context)) continue;
    const same = drafts.findLast((other) => isSame(other, draft, context));
    if (same) merge(same, draft);
    else drafts.push(draft);
  }
  for (const draft of drafts) complete(draft, drafts, reading, context);
  return drafts
    .filter((draft) => draft.parties.length > 0 && !isOnlyHosted(draft, drafts))
    .map((draft) => factOf(draft, reading.text, context));
}

/** 2015年，双方签订首个协议, in a report of another day: what the article recalls. */
const isPast = (
  reading: Reading,
  { sentence, predicate, stage }: Signing,
  { calendar, event }: AgreementContext,
): boolean =>
  stage === 'SIGNED' &&
  sentence.start >= reading.bodyStart &&
  event !== null &&
  isRecalledDate(reading, sentence, predicate.start, calendar, event);

/** One of several agreements signed in the same words: its parties, and those of the signatories who are theirs. */
const withOwn = (draft: Draft, parties: readonly PartyFact[], context: AgreementContext): Draft => ({
  ...draft,
  parties,
  quotes: [...draft.quotes],
  signatories: draft.signatories.filter(
    (signatory) => ownersOf(signatory.person, context).length === 0 || signsFor(signatory, parties, context),
  ),
});

const signsFor = (
  { person, onBehalfOf }: SignatoryFact,
  parties: readonly PartyFact[],
  context: AgreementContext,
): boolean => {
  const owners = [onBehalfOf ?? bodyOf(person, context), ...ownersOf(person, context)].filter(
    (owner) => owner !== null,
  );
  return parties.some(({ organisation }) =>
    owners.some((owner) => owner === organisation || belongsTo(owner, organisation, context)),
  );
};

/**
 * A ceremony of 甲与乙、丙 told before is the agreements of 甲 with 乙 and with 丙 told now: their kind and day are its
 * own; where it names a school and they the head of its institute, the school signs.
 */
function replaceBatch(drafts: Draft[], each: readonly Draft[]): void {
  const named = new Set(each.flatMap(({ parties }) => parties.map(({ organisation }) => organisation)));
  const wholeOf = (name: string, { parties }: Draft): PartyFact | undefined =>
    parties.some(({ organisation }) => organisation === name)
      ? undefined
      : parties.find(({ organisation }) => organisation.length > 3 && name.startsWith(organisation));
  const batch = drafts.find(
    (draft) =>
      draft.signing.stage === each[0]!.signing.stage &&
      draft.signatories.length === 0 &&
      draft.parties.length > 2 &&
      draft.parties.every(
        ({ organisation }) =>
          named.has(organisation) || [...named].some((name) => wholeOf(name, draft)?.organisation === organisation),
      ),
  );
  if (batch) drafts.splice(drafts.indexOf(batch), 1);
  drafts.push(
    ...each.map((draft) =>
      batch
        ? {
            ...draft,
            parties: draft.parties.map((party) => wholeOf(party.organisation, batch) ?? party),
            kind: batch.kind !== 'PROJECT' ? (batch.kind ?? draft.kind) : draft.kind,
            title: draft.title ?? batch.title,
            place: draft.place ?? batch.place,
            date: draft.date ?? batch.date,
            quotes: [...draft.quotes, ...batch.quotes],
          }
        : draft,
    ),
  );
}

/** 甲分别与三家企业签约, whose names stand before: in a ceremony's words, or in a list. */
function splitBatch(draft: Draft, drafts: Draft[], reading: Reading, context: AgreementContext): boolean {
  const batch = drafts.findLast(
    ({ signing, signatories, parties }) =>
      signing.stage === draft.signing.stage && signatories.length === 0 && parties.length > 2,
  );
  if (batch?.signing.form === 'COLLECTIVE') return false;
  const known = batch?.parties ?? partnersBefore(reading, draft.signing, context.registry);
  const own = known.find(
    ({ organisation }) =>
      draft.parties.some((party) => party.organisation === organisation) ||
      draft.signatories.some((signatory) => signsFor(signatory, [{ organisation }] as PartyFact[], context)),
  );
  const signatory = draft.signatories[0];
  const body = signatory ? bodyOf(signatory.person, context) : null;
  const host =
    own ??
    draft.parties[0] ??
    (signatory && body
      ? { organisation: body, evidence: signatory.evidence }
      : signatory
        ? null
        : (batch?.parties[0] ?? null));
  const others = known.filter(({ organisation }) => organisation !== host?.organisation);
  if (others.length < 2) return false;
  const hosts = host ? [host] : [];
  if (batch) drafts.splice(drafts.indexOf(batch), 1, { ...batch, parties: [...hosts, ...others] });
  replaceBatch(
    drafts,
    others.map((party) => withOwn(draft, [...hosts, party], context)),
  );
  return true;
}

/** …；2024年2月，又与澜江区图书馆签订: who signed before signs again. */
function withSubject(draft: Draft, drafts: readonly Draft[], reading: Reading): Draft {
  const { phrase, predicate } = draft.signing;
  const before = drafts.at(-1)?.parties[0];
  const signsAgain = /^(?:又|再|还)与/.test(reading.text.slice(phrase.start, predicate.start));
  return signsAgain && before && draft.parties.length === 1
    ? { ...draft, parties: dedupeParties([before, ...draft.parties]) }
    : draft;
}

/**
 * 甲与乙、丙与丁分别在协议上签字: people of several signings told before; each signs the one, or those, of whose
 * parties they are.
 */
function distribute(draft: Draft, drafts: readonly Draft[], context: AgreementContext): boolean {
  if (draft.parties.length > 0 || draft.signatories.length < 3) return false;
  const open = drafts.flatMap((other) =>
    (other.signing.stage === draft.signing.stage && other.parties.length > 1
      ? [{ other, unsigned: unsignedOf(other, context) }]
      : []
    ).filter(({ unsigned }) => unsigned.length > 0),
  );
  const fits = draft.signatories.map((signatory) =>
    open.filter(
      ({ other, unsigned }) =>
        ownersOf(signatory.person, context).length > 0 &&
        fitParties([signatory], { ...other, parties: unsigned }, context),
    ),
  );
  const areInOrder =
    fits.length === open.length &&
    fits.some((fitting) => fitting.length > 0) &&
    fits.every((fitting, i) =>
      fitting.length === 0 ? ownersOf(draft.signatories[i]!.person, context).length === 0 : fitting[0] === open[i],
    );
  // who has no title signs where their turn is
  const targets = fits.map((fitting, i) => (fitting.length === 0 && areInOrder ? [open[i]!] : fitting));
  if (
    open.length < 2 ||
    targets.some((fitting) => fitting.length === 0) ||
    targets.every((fitting) => fitting.length > 1)
  )
    return false;
  if (
    draft.signatories.length < open.length ||
    open.some((each) => !targets.some((fitting) => fitting.length === 1 && fitting[0] === each))
  )
    return false;
  for (const each of open) {
    const own = draft.signatories.flatMap((signatory, i) =>
      targets[i]!.includes(each)
        ? [
            fits[i]!.length === 0 && each.unsigned.length === 1
              ? { ...signatory, onBehalfOf: each.unsigned[0]!.organisation }
              : signatory,
          ]
        : [],
    );
    merge(each.other, { ...draft, kind: null, title: null, parties: [], quotes: [...draft.quotes], signatories: own });
  }
  return true;
}

/** The parties for which nobody has signed yet. */
const unsignedOf = ({ parties, signatories }: Draft, context: AgreementContext): readonly PartyFact[] =>
  parties.filter((party) => !signatories.some((signatory) => signsFor(signatory, [party], context)));

function draftOf(reading: Reading, signing: Signing, context: AgreementContext): Draft {
  const { text } = reading;
  const clause = text.slice(signing.phrase.start, signing.predicate.start);
  const signatories = readSignatories(reading, signing, context);
  const represented = signatories.flatMap(({ onBehalfOf, evidence }) =>
    onBehalfOf ? [{ organisation: onBehalfOf, evidence }] : [],
  );
  const partners = counterparty(reading, signing, context);
  const weight =
    (signatories.length > 0 ? 4 : 0) +
    (signing.instrument?.title ? 2 : 0) +
    (signing.instrument ? 1 : 0) +
    (signing.sentence.start >= reading.bodyStart ? 1 : 0);
  const { start, end } = quoteOf(text, signing, signatories.length > 0);
  return {
    signing,
    at: signing.predicate.start,
    kind: signing.instrument?.isRecalled ? null : (signing.instrument?.kind ?? null),
    isHeadline: signing.sentence.start < reading.bodyStart,
    recalledKind: signing.instrument?.isRecalled ? signing.instrument.kind : null,
    title: signing.instrument?.title ?? null,
    parties:
      signatories.length > 0
        ? dedupeParties([
            ...represented,
            ...(represented.length === 0 && partners.length > 0 && !clause.includes('代表')
              ? bodiesOf(signatories, context)
              : []),
            ...partners,
            ...(represented.length > 0 ? [] : representedTogether(reading, signing, context)),
          ])
        : readParties(reading, signing, context),
    signatories,
    place: placeIn(text.slice(signing.phrase.start, signing.sentence.end)),
    date: readDateOf(reading, signing.sentence, signing.predicate.start, context.calendar, signing.stage),
    declaredCount: signing.declaredCount,
    count: countedParties(clause),
    quotes: [{ weight, evidence: reading.evidence(start, end, `agreement.${signing.form.toLowerCase()}`) }],
  };
}

const countedParties = (clause: string): number | null =>
  /三方|三家/.test(clause)
    ? 3
    : /四方|四家/.test(clause)
      ? 4
      : /双方|两[地校院区县市镇乡]|两个(?:机构|单位)|两家(?!企业|公司|单位|[^又还曾再，]{0,4}[与和同])/.test(clause)
        ? 2
        : null;

/**
 * Fills what other parts of the article tell: the parties of 双方, the party of each signatory, the day of the event.
 */
function complete(draft: Draft, drafts: readonly Draft[], reading: Reading, context: AgreementContext): void {
  if (draft.parties.length < 2 && draft.signatories.length === 0 && draft.count !== null) {
    const others = drafts.filter((other) => other !== draft && other.parties.length > 1);
    draft.parties = (others.find(({ parties }) => parties.length === draft.count) ?? others[0] ?? draft).parties;
  }
  if (draft.parties.length === 0 && draft.signing.stage === 'ANNOUNCED')
    draft.parties = pairBefore(reading, draft.signing, context.registry);
  if (draft.parties.length === 0 && draft.signatories.length === 0)
    draft.parties = onlyPair(reading, draft.signing, context.registry);
  if (draft.parties.length === 0) {
    draft.parties = bodiesOf(draft.signatories, context);
  } else if (draft.parties.length === 1 && draft.signatories.length > 1) {
    draft.parties = dedupeParties([
      ...draft.parties,
      ...bodiesOf(
        draft.signatories.filter(
          (signatory) => signatory.onBehalfOf === null && !signsFor(signatory, draft.parties, context),
        ),
        context,
      ),
    ]);
  }
  draft.signatories = assignParties(draft.signatories, draft.parties, context);
  if (draft.date === null && draft.signing.stage === 'SIGNED' && !hasOwnTime(reading, draft.signing))
    draft.date = lastsDays(reading, context.calendar)
      ? dayInParagraph(reading, draft.at, context.calendar)
      : context.event;
}

/** 开学前，…签订; 前不久，…: the sentence tells another time than the event's, without a day. */
const hasOwnTime = ({ text, bodyStart }: Reading, { sentence, predicate }: Signing): boolean =>
  sentence.start >= bodyStart &&
  /(?:^|，)(?:前不久|不久前|此前|近日|日前|近期|早些时候|上周|上月|[^，。]{0,8}(?<![会见式动约礼])前(?=，))/.test(
    text.slice(sentence.start, predicate.start),
  );

function bodiesOf(signatories: readonly SignatoryFact[], context: AgreementContext): PartyFact[] {
  return dedupeParties(
    signatories.flatMap(({ person, evidence }) => {
      const organisation = bodyOf(person, context);
      return organisation === null ? [] : [{ organisation, evidence }];
    }),
  );
}

const venue = /在([^，。；“”]{1,25}?)(?:隆重|正式|顺利|成功)?(?:举行|召开|举办|签署|签订|签约)/;
const notVenue = /仪式上$|会上$|.*(?:备忘录|协议)上$|.*(?:基础|期间|活动中|方面|领域)(?:上|内)?$|^会$/;
const placeIn = (words: string): string | null =>
  venue.exec(words)?.[1]?.replace(/^.*在/, '').replace(notVenue, '') || null;

const instrumentEnd =
  /^(?:了)?(?:《[^》]*》(?:、《[^》]*》)*|[^，。；]{0,30}?(?:协议书?|备忘录|责任书|合同|意向书|仪式))?/;

/**
 * The words that prove a signing: with signatories from the sentence's beginning, else from the phrase that names the
 * parties.
 */
function quoteOf(text: string, { phrase, predicate, sentence, form }: Signing, hasSignatories: boolean): Span {
  if (form === 'COLLECTIVE') return predicate;
  const end = predicate.end + instrumentEnd.exec(text.slice(predicate.end, sentence.end))![0].length;
  const opening = hasSignatories
    ? sentence.start + /^(?:(?:仪式上|会上|活动中|当天|随后|期间)，)?/.exec(text.slice(sentence.start))![0].length
    : phrase.start;
  return { start: opening + /^\s*/.exec(text.slice(opening))![0].length, end };
}

function factOf(draft: Draft, text: string, { facts }: AgreementContext): AgreementFact {
  const inRole = (wanted: PersonRole): AgreementPersonFact[] =>
    draft.signing.stage === 'SIGNED'
      ? facts.flatMap(({ name, roles }) =>
          roles.filter(({ role }) => role === wanted).map(({ evidence }) => ({ person: name, evidence })),
        )
      : [];
  return {
    kind: draft.kind ?? draft.recalledKind ?? 'PROJECT',
    title: draft.title !== null && text.includes(`《${draft.title}》`) ? draft.title : null,
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
