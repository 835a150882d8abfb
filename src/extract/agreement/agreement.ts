import { distribute, replaceBatch, splitBatch, withOwn } from './agreement-batch.ts';
import type { AgreementContext } from './agreement-context.ts';
import { isOnlyHosted, isSame, merge } from './agreement-draft.ts';
import type { Draft } from './agreement-draft.ts';
import { readPairs, signsWithEach } from '../organisation/distribution.ts';
import { dayInParagraph, isRecalledDate, lastsDays } from '../event/event.ts';
import type { AgreementFact, AgreementPersonFact, PersonRole } from '../facts.ts';
import { instrumentsAfter } from './instrument.ts';
import { assignParties } from './party-assignment.ts';
import { dedupeParties, onlyPair, pairBefore } from './party.ts';
import type { Reading } from '../document/reading.ts';
import { bodiesOf, signsFor } from './signatory-body.ts';
import { draftOf } from './signing-draft.ts';
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
