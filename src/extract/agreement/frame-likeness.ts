import type { AgreementContext } from './agreement-context.ts';
import type { PartyFact, SignatoryFact } from '../facts.ts';
import { knownParties } from './frame.ts';
import type { Frame } from './frame.ts';
import { kindFit } from './kind-fit.ts';
import { fitsOf } from './office-fit.ts';
import { areOfSort } from './party-resolution.ts';
import { belongsTo, isSameBody, ownersOf } from './signatory-body.ts';

/** What speaks for two tellings being of one signing, and against it. */
const weights = {
  sharedParty: 2,
  otherParty: -3,
  otherInHeadline: -1,
  otherRecalled: -1,
  noneShared: -4,
  countFits: 2,
  countFails: -3,
  unnamed: 0.5,
  signatoryFits: 1,
  signatoryFails: -2,
  othersSign: -3,
  allSign: 1,
  sameSentence: 2,
  recalledFails: -0.5,
  anotherToo: -4,
  kindFails: -5,
  titleFails: -10,
  descriptionFails: -2,
};

/** How well two frames tell the same signing; above 0 they are one. */
export function likenessOf(a: Frame, b: Frame, context: AgreementContext): number {
  if (a.signing.stage !== b.signing.stage) return -Infinity;
  if (a.signing.stage !== 'SIGNED' && a.signing.sentence.start !== b.signing.sentence.start) return -Infinity;
  return (
    recallFit(a, b) +
    (isAnother(b, context) ? weights.anotherToo : 0) +
    titleFit(a, b) +
    (kindFit(a, b) ? 0 : weights.kindFails) +
    partyFit(a, b, context) +
    signatoryFit(a, b, context)
  );
}

/** 双方还签署: one more, of those who have signed already. */
const isAnother = ({ signing: { clauseStart, predicate } }: Frame, { text }: AgreementContext): boolean =>
  /(?:还|又|另外?)(?:现场|共同|分别|正式|联合)?$/.test(text.slice(clauseStart, predicate.start));

/** 甲、乙在协议上签字: names neither parties nor instrument, so that it goes on with what was told before. */
const isRecalling = ({ kind, parties, signatories }: Frame): boolean =>
  kind === null && parties.length === 0 && signatories.length > 1;

const recallFit = (a: Frame, b: Frame): number =>
  isRecalling(b) && a.signing.sentence.start === b.signing.sentence.start ? weights.sameSentence : 0;

/** Two titles printed in 《》 are two documents; two descriptions may be of one. */
function titleFit(a: Frame, b: Frame): number {
  if (a.isHeadline || !a.title || !b.title || a.title.includes(b.title) || b.title.includes(a.title)) return 0;
  const areMarked = [a, b].every(({ signing }) => signing.instrument?.isMarked);
  return areMarked ? weights.titleFails : weights.descriptionFails;
}

/** Whether 双方, 三方 or 两校 can be these parties. */
const isCountOf = (parties: readonly PartyFact[], { count }: Frame): boolean =>
  parties.length > 1 && count !== null && (count === 0 || count === parties.length);

function partyFit(a: Frame, b: Frame, context: AgreementContext): number {
  const [known, told] = [knownParties(a), b.parties];
  if (told.length === 0) {
    if (b.count === null || known.length === 0) return weights.unnamed;
    if (isCountOf(known, b) && areOfSort(known, b, context)) return weights.countFits;
    if (!areOfSort(known, b, context)) return weights.countFails;
    return known.length < b.count ? weights.unnamed : weights.countFails;
  }
  if (known.length === 0) return weights.unnamed;
  const isShared = (one: PartyFact, others: readonly PartyFact[]): boolean =>
    others.some((other) => isSameParty(one.organisation, other.organisation, a.isHeadline, context));
  const shared = told.filter((party) => isShared(party, known)).length;
  if (shared === 0) return weights.noneShared;
  const apart = Math.min(told.length - shared, known.filter((party) => !isShared(party, told)).length);
  const other = isLaterOf(b, a) ? weights.otherRecalled : weights.otherParty;
  return shared * weights.sharedParty + apart * (a.isHeadline ? weights.otherInHeadline : other);
}

/** 甲、乙在协议上签字, told of parties for whom nobody has signed yet: by other names, it may be, or by their parts. */
const isLaterOf = (later: Frame, before: Frame): boolean =>
  later.kind === null &&
  later.signatories.length > 1 &&
  before.signatories.length === 0 &&
  before.parties.length === later.parties.length;

/** Whether two names are of one party; the headline may name the whole for a part. */
const isSameParty = (one: string, other: string, isHeadline: boolean, context: AgreementContext): boolean =>
  isSameBody(one, other, context) || (isHeadline && (belongsTo(one, other, context) || belongsTo(other, one, context)));

function signatoryFit(a: Frame, b: Frame, context: AgreementContext): number {
  const known = knownParties(a);
  if (b.signatories.length === 0) return 0;
  const isRepeated = b.signatories.some(({ person }) => a.signatories.some((other) => other.person === person));
  const isSigned =
    a.signatories.length > 0 &&
    !a.isCarried &&
    !isRepeated &&
    !b.signatories.every((signatory) => isUnsigned(signatory, a, context));
  const fails = isRecalling(b) && isCountOf(known, b) ? weights.recalledFails : weights.signatoryFails;
  const fits = b.signatories.map((signatory) => {
    const fit = fitOf(signatory, known, context);
    return fit < 0 ? fails : fit;
  });
  const areAll =
    known.length > 1 &&
    known.every((party) => b.signatories.some((signatory) => fitOf(signatory, [party], context) > 0));
  return fits.reduce((sum, fit) => sum + fit, (isSigned ? weights.othersSign : 0) + (areAll ? weights.allSign : 0));
}

/** Whether a signatory is of a party of the frame for which nobody has signed yet. */
export function isUnsigned(signatory: SignatoryFact, frame: Frame, context: AgreementContext): boolean {
  const parties = knownParties(frame);
  const names = parties.map(({ organisation }) => organisation);
  const party = bestOf(fitsOf(signatory, names, context));
  return party >= 0 && !frame.signatories.some((other) => bestOf(fitsOf(other, names, context)) === party);
}

const bestOf = (fits: readonly number[]): number => {
  const most = Math.max(...fits);
  return most >= 1 ? fits.indexOf(most) : -1;
};

/** Whether a signatory holds office at one of the parties; 0 where that is not known. */
function fitOf(signatory: SignatoryFact, parties: readonly PartyFact[], context: AgreementContext): number {
  if (parties.length === 0) return 0;
  const fits = fitsOf(
    signatory,
    parties.map(({ organisation }) => organisation),
    context,
  );
  const most = Math.max(...fits);
  if (most >= 1) return weights.signatoryFits;
  const isKnown = signatory.onBehalfOf !== null || ownersOf(signatory.person, context).length > 0;
  return most > 0 || !isKnown ? 0 : weights.signatoryFails;
}
