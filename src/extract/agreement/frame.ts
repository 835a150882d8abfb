import type { AgreementKind, DateFact, EvidenceFact, PartyFact, SignatoryFact } from '../facts.ts';
import type { AgreementContext } from './agreement-context.ts';
import { dedupeParties } from './party.ts';
import { isSameBody } from './signatory-body.ts';
import type { Signing } from './signing.ts';

/** An agreement as far as one or several tellings give it. */
export interface Frame {
  readonly signing: Signing;
  /** Told by the headline alone, which shortens what the body names in full. */
  isHeadline: boolean;
  /** The place of the predicate that tells it first, in the body where possible. */
  at: number;
  kind: AgreementKind | null;
  /** The kind of a document that is only recalled; counts where nothing names it. */
  recalledKind: AgreementKind | null;
  title: string | null;
  parties: readonly PartyFact[];
  /** The bodies whose people sign; parties where no others are named. */
  owners: readonly PartyFact[];
  signatories: readonly SignatoryFact[];
  /** The signatories are only the subject of a clause before; others who are said to sign take their place. */
  isCarried: boolean;
  place: string | null;
  date: DateFact | null;
  /** 日前, 上周: told with another time than the event's, without a day. */
  hasOwnTime: boolean;
  declaredCount: number | null;
  /** How many parties the text counts: 2 for 双方, 3 for 三方, 0 for 各方. */
  count: number | null;
  /** The words that count: 双方, 两地, 两校; '' where none do. */
  readonly pairWords: string;
  /** A list of its own: a copied frame needs a copy of it. */
  /** 与各乡镇, 与86家商户: a partner is told whom nobody names; a batch has some always. */
  readonly hasUnnamedPartner: boolean;
  /** Names nobody of its own and repeats another. */
  isRetold: boolean;
  readonly quotes: Quote[];
}

/** Words that prove a signing. */
export interface Quote {
  readonly evidence: EvidenceFact;
  /** How much of the signing the words prove. */
  readonly weight: number;
}

/** The parties as far as they are known. */
export const knownParties = ({ parties, owners }: Frame): readonly PartyFact[] =>
  parties.length > 1 ? parties : dedupeParties([...parties, ...owners]);

/** Adds to a frame what another tells of the same signing. */
export function merge(into: Frame, from: Frame, context: AgreementContext): void {
  into.kind = mergedKind(into, from);
  into.parties = mergedParties(into, from, context);
  into.owners = dedupeParties([...into.owners, ...from.owners]);
  into.signatories = mergedSignatories(into, from);
  into.isCarried &&= from.isCarried || from.signatories.length === 0;
  into.title = into.isHeadline ? (from.title ?? into.title) : (into.title ?? from.title);
  into.hasOwnTime ||= from.hasOwnTime && !(into.isHeadline && from.isHeadline);
  if (into.isHeadline && !from.isHeadline && into.at === into.signing.predicate.start) into.at = from.at;
  into.isHeadline &&= from.isHeadline;
  into.recalledKind ??= from.recalledKind;
  into.place ??= from.place;
  into.date ??= from.date;
  into.count ??= from.count;
  into.declaredCount ??= from.declaredCount;
  into.quotes.push(...from.quotes);
}

/** Those of both, each once; the body names in full whom the headline shortens. */
function mergedParties(into: Frame, from: Frame, context: AgreementContext): readonly PartyFact[] {
  if (into.isHeadline && !from.isHeadline && from.parties.length > 1) return from.parties;
  const [more, fewer] = into.parties.length >= from.parties.length ? [into, from] : [from, into];
  return dedupeParties([...more.parties, ...fewer.parties.filter((party) => !isNamed(party, more.parties, context))]);
}

/** Whether a party stands among others, maybe by another form of its name. */
const isNamed = (party: PartyFact, others: readonly PartyFact[], context: AgreementContext): boolean =>
  others.some(({ organisation }) => isSameBody(organisation, party.organisation, context));

/** Those of both, each once; who is said to sign takes the place of who is only carried on. */
function mergedSignatories(into: Frame, from: Frame): readonly SignatoryFact[] {
  if (from.signatories.length > 0 && into.isCarried && !from.isCarried) return from.signatories;
  if (into.signatories.length > 0 && from.isCarried && !into.isCarried) return into.signatories;
  return [
    ...into.signatories,
    ...from.signatories.filter(({ person }) => !into.signatories.some((other) => other.person === person)),
  ];
}

/** The kind that names the instrument best: the body's before the headline's, a named one before a ceremony's. */
export function mergedKind(into: Frame, from: Frame): AgreementKind | null {
  if (into.kind === null || from.kind === null) return into.kind ?? from.kind;
  const isVague = into.kind === 'PROJECT' || (into.kind === 'COOPERATION' && into.title === null);
  const isVaguer = from.kind === 'COOPERATION' && from.title === null;
  const isNamed = from.signing.form === 'PARTIES' && from.signing.instrument !== null;
  if (into.signing.form === 'COLLECTIVE') return into.kind;
  if (from.kind === 'FRAMEWORK' && into.kind === 'STRATEGIC') return from.kind;
  if ((into.isHeadline || into.signing.form === 'CEREMONY') && isNamed && from.kind !== 'PROJECT' && !isVaguer)
    return from.kind;
  return isVague && from.kind !== 'PROJECT' ? from.kind : into.kind;
}
