import type { AgreementContext } from './agreement-context.ts';
import type { AgreementKind, DateFact, EvidenceFact, PartyFact, SignatoryFact } from '../facts.ts';
import { dedupeParties } from './party.ts';
import { belongsTo, ownersOf } from './signatory-body.ts';
import type { Signing } from './signing.ts';

/** An agreement as far as one or several signings tell it. */
export interface Draft {
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
  signatories: readonly SignatoryFact[];
  place: string | null;
  date: DateFact | null;
  declaredCount: number | null;
  /** How many parties the text counts: 2 for 双方, 3 for 三方. */
  count: number | null;
  /** A list of its own: a copied draft needs a copy of it. */
  readonly quotes: Quote[];
}

/** Words that prove a signing. */
export interface Quote {
  readonly evidence: EvidenceFact;
  /** How much of the signing the words prove. */
  readonly weight: number;
}

/** The same signing told twice: headline and body, ceremony and signatories. */
export function isSame(a: Draft, b: Draft, context: AgreementContext): boolean {
  if (a.signing.stage !== b.signing.stage) return false;
  if (a.signing.stage !== 'SIGNED' && a.signing.sentence.start !== b.signing.sentence.start) return false;
  if (!a.isHeadline && a.title && b.title && !a.title.includes(b.title) && !b.title.includes(a.title)) return false;
  if (isSignedAt(a, b, context)) return true;
  if (!agreeInKind(a, b)) return false;
  if (b.parties.length === 0)
    return (
      (a.parties.length === 0 && a.signatories.length === 0) ||
      ((b.count ?? a.parties.length) === a.parties.length &&
        (b.signatories.length === 0 || b.count !== null || fitParties(b.signatories, a, context)))
    );
  if (a.parties.length === 0) return a.signatories.length === 0 || fitParties(a.signatories, b, context);
  const shared = a.parties.filter(({ organisation }) =>
    b.parties.some((party) => party.organisation === organisation),
  ).length;
  return (
    shared === Math.min(a.parties.length, b.parties.length) ||
    (shared > 0 && a.signing.form === 'COLLECTIVE' && b.kind === null)
  );
}

/** The ceremony told before is where these people sign: they are its parties' own. */
function isSignedAt(ceremony: Draft, signed: Draft, context: AgreementContext): boolean {
  if (
    ceremony.signing.form !== 'CEREMONY' ||
    ceremony.signatories.length > 0 ||
    signed.signatories.length === 0 ||
    signed.parties.length > 0
  )
    return false;
  if (signed.count !== null && signed.count !== ceremony.parties.length) return false;
  return (
    fitParties(signed.signatories, ceremony, context) ||
    (signed.count === null && ceremony.parties.length > 1 && isCompany(signed.signatories, ceremony, context))
  );
}

/** Every party has somebody who signs for it; a head of an inner unit signs beside them. */
const isCompany = (signatories: readonly SignatoryFact[], { parties }: Draft, context: AgreementContext): boolean =>
  parties.every(({ organisation }) =>
    signatories.some(({ person }) =>
      ownersOf(person, context).some((owner) => belongsTo(owner, organisation, context)),
    ),
  );

/** A ceremony that names one body tells who holds it; the agreements are those that the article tells besides. */
export function isOnlyHosted({ signing, parties, signatories }: Draft, drafts: readonly Draft[]): boolean {
  if (signing.form !== 'CEREMONY' || parties.length !== 1 || signatories.length > 0) return false;
  return drafts.some(
    (other) =>
      other.signing !== signing &&
      other.signing.stage === signing.stage &&
      other.parties.length > 1 &&
      other.signing.form !== 'CEREMONY',
  );
}

/** Whether all signatories whose office is known hold it at one of the parties. */
export const fitParties = (
  signatories: readonly SignatoryFact[],
  { parties }: Draft,
  context: AgreementContext,
): boolean =>
  signatories.every(({ person }) => {
    const owners = ownersOf(person, context);
    return (
      owners.length === 0 ||
      owners.some((owner) => parties.some(({ organisation }) => belongsTo(owner, organisation, context)))
    );
  });

const isMemorandum = ({ kind }: Draft): boolean => kind === 'MEMORANDUM' || kind === 'UNDERSTANDING';
const isGeneral = ({ kind }: Draft): boolean => kind === 'COOPERATION' || kind === 'PROJECT';
const isVague = ({ kind, title, signing }: Draft): boolean =>
  (kind === 'COOPERATION' && title === null) || (kind === 'PROJECT' && signing.form !== 'COLLECTIVE');

function agreeInKind(a: Draft, b: Draft): boolean {
  if (a.kind === b.kind || a.kind === null || b.kind === null) return true;
  if ((isVague(a) || isVague(b)) && !isMemorandum(a) && !isMemorandum(b)) return true;
  return a.signing.form === 'CEREMONY' && isGeneral(a) !== isGeneral(b);
}

/** Adds to a draft what another tells of the same signing. */
export function merge(into: Draft, from: Draft): void {
  const isNamed = from.signing.form === 'PARTIES' && from.kind !== null;
  const fromCeremony = into.signing.form === 'CEREMONY';
  if (
    into.kind === null ||
    (fromCeremony && isNamed) ||
    (isVague(into) && from.kind !== null && (isNamed || fromCeremony))
  )
    into.kind = from.kind;
  const [more, fewer] = into.parties.length >= from.parties.length ? [into, from] : [from, into];
  into.parties = dedupeParties([...more.parties, ...fewer.parties]);
  into.signatories = [
    ...into.signatories,
    ...from.signatories.filter(({ person }) => !into.signatories.some((other) => other.person === person)),
  ];
  into.recalledKind ??= from.recalledKind;
  into.title = into.isHeadline ? (from.title ?? into.title) : (into.title ?? from.title);
  if (into.isHeadline && !from.isHeadline && into.at === into.signing.predicate.start) into.at = from.at;
  into.isHeadline &&= from.isHeadline || from.title === null;
  into.place ??= from.place;
  into.date ??= from.date;
  into.count ??= from.count;
  into.declaredCount ??= from.declaredCount;
  for (const quote of from.quotes) into.quotes.push(quote);
}
