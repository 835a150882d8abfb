import type { AgreementContext } from './agreement-context.ts';
import { assignParties } from './party-assignment.ts';
import { readPairs } from './pairing.ts';
import { dayInParagraph, isRecalledDate, lastsDays } from '../event/event.ts';
import type { AgreementFact, AgreementPersonFact, PersonRole } from '../facts.ts';
import { knownParties } from './frame.ts';
import type { Frame } from './frame.ts';
import { addInstruments, addPairs, distribute, splitBatch } from './frame-list.ts';
import { frameOf } from './frame-of.ts';
import { instrumentsAfter } from './instrument.ts';
import { kindFit } from './kind-fit.ts';
import { resolveParties } from './party-resolution.ts';
import { dedupeParties } from './party.ts';
import type { Reading } from '../document/reading.ts';
import { findSignings } from './signing.ts';
import type { Signing } from './signing.ts';
import { tellingOf } from './telling.ts';
import type { Telling } from './telling.ts';

/** No printed article tells of more signings; what goes on without end is not read to its end. */
const mostSignings = 300;

/** Reads every agreement of an article: each instrument of each event once, wherever its parts are told. */
export function findAgreements(reading: Reading, given: Omit<AgreementContext, 'text'>): AgreementFact[] {
  const context = { ...given, text: reading.text };
  const frames: Frame[] = [];
  for (const told of findSignings(reading).slice(0, mostSignings)) {
    const signing = isPast(reading, told, context) ? { ...told, stage: 'BACKGROUND' as const } : told;
    readSigning(reading, signing, frames, context);
  }
  for (const frame of frames) complete(frame, frames, reading, context);
  return frames.filter((frame) => isAgreement(frame, frames)).map((frame) => factOf(frame, reading.text, context));
}

/** Adds what one signing tells to the frames before it. */
function readSigning(reading: Reading, signing: Signing, frames: Frame[], context: AgreementContext): void {
  const telling = withSubject(tellingOf(reading, signing, context), frames);
  const frame = frameOf(reading, telling, context);
  const whole = frames.find((other) => other.signing.stage === signing.stage && other.parties.length > 2);
  const pairs = readPairs(reading, telling, whole?.parties ?? [], context);
  const instruments = instrumentsAfter(reading.text.slice(signing.predicate.end, signing.sentence.end));
  if (pairs.length > 0) addPairs(frames, frame, pairs, instruments, context);
  else if (splitBatch(frames, frame, reading, context) || distribute(frames, frame, context)) return;
  else addInstruments(frames, frame, instruments, context);
}

/** …；2024年2月，又与澜江区图书馆签订: who signed before signs again. */
function withSubject(telling: Telling, frames: readonly Frame[]): Telling {
  const before = frames.at(-1)?.parties[0];
  return telling.field.lacksSubject && before && telling.parties.length === 1
    ? { ...telling, parties: dedupeParties([before, ...telling.parties]) }
    : telling;
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

/** Fills what other parts of the article tell: the parties of 双方, the party of each signatory, the day of the event. */
function complete(frame: Frame, frames: readonly Frame[], reading: Reading, context: AgreementContext): void {
  const isNamed = knownParties(frame).length > 0 || frame.signatories.length > 0;
  frame.parties = resolveParties(frame, frames, reading, context);
  frame.isRetold = !isNamed && frame.title === null && frames.some((other) => isSameSigning(other, frame));
  frame.signatories = assignParties(frame.signatories, frame.parties, context);
  if (frame.date === null && frame.signing.stage === 'SIGNED' && !frame.hasOwnTime)
    frame.date = lastsDays(reading, context.calendar)
      ? dayInParagraph(reading, frame.at, context.calendar)
      : context.event;
}

/** Whether another frame is of the same parties and stage, so that one that names nobody only tells it again. */
const isSameSigning = (other: Frame, frame: Frame): boolean =>
  other !== frame &&
  other.signing.stage === 'SIGNED' &&
  frame.signing.stage === 'SIGNED' &&
  !other.isRetold &&
  kindFit(other, frame) &&
  frame.parties.length > 0 &&
  frame.parties.every((party) => other.parties.includes(party));

/**
 * Whether a frame is an agreement of its own: it has parties, a ceremony two of them, and the headline only repeats what
 * the body tells.
 */
function isAgreement(frame: Frame, frames: readonly Frame[]): boolean {
  if (frame.parties.length === 0 || frame.isRetold) return false;
  if (frame.parties.length < 2 && !isWithUnnamed(frame, frames)) return false;
  return (
    !frame.isHeadline ||
    !frames.some(
      (other) =>
        !other.isHeadline && (other.signing.stage === 'SIGNED' ? other.parties.length > 0 : isOfSame(other, frame)),
    )
  );
}

/** Whether a frame names all parties of another: 此前，A与B签订, where the headline has A与B签约. */
const isOfSame = ({ parties, signing }: Frame, other: Frame): boolean =>
  signing.stage === 'BACKGROUND' &&
  parties.length > 1 &&
  other.parties.every(({ organisation }) => parties.some((party) => party.organisation === organisation));

/** One party alone signs with partners whom nobody names: 镇政府与各村签订责任书; not if they are named elsewhere. */
function isWithUnnamed(frame: Frame, frames: readonly Frame[]): boolean {
  const { signatories, kind, signing, hasUnnamedPartner, isCarried } = frame;
  if (kind === null) return false;
  const isNamedElsewhere = frames.some(
    (other) =>
      other.signing.stage === signing.stage &&
      other.parties.length > 1 &&
      other.parties.some(({ organisation }) => organisation === frame.parties[0]?.organisation),
  );
  if (signing.form === 'COLLECTIVE') return frame.declaredCount !== null;
  if (hasUnnamedPartner) return !isNamedElsewhere || (signatories.length > 0 && !isCarried);
  return signatories.length > 0 && !isNamedElsewhere;
}

function factOf(frame: Frame, text: string, { facts }: AgreementContext): AgreementFact {
  const inRole = (wanted: PersonRole): AgreementPersonFact[] =>
    frame.signing.stage === 'SIGNED'
      ? facts.flatMap(({ name, roles }) =>
          roles.filter(({ role }) => role === wanted).map(({ evidence }) => ({ person: name, evidence })),
        )
      : [];
  return {
    kind: frame.kind ?? frame.recalledKind ?? 'PROJECT',
    title: frame.title !== null && text.includes(`《${frame.title}》`) ? frame.title : null,
    stage: frame.signing.stage,
    signed: frame.date,
    place: frame.place,
    declaredCount: frame.declaredCount,
    isRenewal: frame.signing.isRenewal,
    parties: frame.parties,
    signatories: frame.signatories,
    hosts: inRole('HOSTED'),
    attendees: inRole('ATTENDED'),
    witnesses: inRole('WITNESSED'),
    evidence: [...frame.quotes].sort((a, b) => b.weight - a.weight).map(({ evidence }) => evidence),
  };
}
