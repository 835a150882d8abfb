import type { AgreementContext } from './agreement-context.ts';
import type { PartyFact, SignatoryFact } from '../facts.ts';
import { knownParties } from './frame.ts';
import type { Frame } from './frame.ts';
import { governmentOf } from '../organisation/alias.ts';
import { kindFit } from './kind-fit.ts';
import { fitsOf } from './office-fit.ts';
import { belongsTo, isShortOf, ownersOf } from './signatory-body.ts';

/** What speaks for two tellings being of one signing, and against it. */
const weights = {
  sharedParty: 2,
  otherParty: -3,
  otherInHeadline: -1,
  noneShared: -4,
  countFits: 2,
  countFails: -3,
  unnamed: 0.5,
  signatoryFits: 1,
  signatoryFails: -2,
  othersSign: -3,
  allSign: 1,
  kindFails: -5,
  titleFails: -10,
  descriptionFails: -2,
};

/** How well two frames tell the same signing; above 0 they are one. */
export function likenessOf(a: Frame, b: Frame, context: AgreementContext): number {
  if (a.signing.stage !== b.signing.stage) return -Infinity;
  if (a.signing.stage !== 'SIGNED' && a.signing.sentence.start !== b.signing.sentence.start) return -Infinity;
  return (
    titleFit(a, b) + (kindFit(a, b) ? 0 : weights.kindFails) + partyFit(a, b, context) + signatoryFit(a, b, context)
  );
}

/** Two titles printed in 《》 are two documents; two descriptions may be of one. */
function titleFit(a: Frame, b: Frame): number {
  if (a.isHeadline || !a.title || !b.title || a.title.includes(b.title) || b.title.includes(a.title)) return 0;
  const areMarked = [a, b].every(({ signing }) => signing.instrument?.isMarked);
  return areMarked ? weights.titleFails : weights.descriptionFails;
}

function partyFit(a: Frame, b: Frame, context: AgreementContext): number {
  const [known, told] = [knownParties(a), b.parties];
  if (told.length === 0) {
    if (b.count === null || known.length === 0) return weights.unnamed;
    if (b.count === 0 || b.count === known.length) return weights.countFits;
    return known.length < b.count ? weights.unnamed : weights.countFails;
  }
  if (known.length === 0) return weights.unnamed;
  const isShared = (one: PartyFact, others: readonly PartyFact[]): boolean =>
    others.some((other) => isSameParty(one.organisation, other.organisation, a.isHeadline, context));
  const shared = told.filter((party) => isShared(party, known)).length;
  if (shared === 0) return weights.noneShared;
  const apart = Math.min(told.length - shared, known.filter((party) => !isShared(party, told)).length);
  return shared * weights.sharedParty + apart * (a.isHeadline ? weights.otherInHeadline : weights.otherParty);
}

/** Whether two names are of one party; the headline may name the whole for a part. */
function isSameParty(one: string, other: string, isHeadline: boolean, context: AgreementContext): boolean {
  if (one === other || isShortOf(one, other) || isShortOf(other, one)) return true;
  if (isHeadline) return belongsTo(one, other, context) || belongsTo(other, one, context);
  const seat = governmentOf(one, context.placeOf);
  return seat !== null && seat === governmentOf(other, context.placeOf);
}

function signatoryFit(a: Frame, b: Frame, context: AgreementContext): number {
  const known = knownParties(a);
  if (b.signatories.length === 0) return 0;
  const isRepeated = b.signatories.some(({ person }) => a.signatories.some((other) => other.person === person));
  const isSigned =
    a.signatories.length > 0 &&
    !a.isCarried &&
    !isRepeated &&
    !b.signatories.every((signatory) => isUnsigned(signatory, a, context));
  const fits = b.signatories.map((signatory) => fitOf(signatory, known, context));
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
