import type { AgreementContext } from './agreement-context.ts';
import { fitParties, merge } from './agreement-draft.ts';
import type { Draft } from './agreement-draft.ts';
import { partnersBefore } from '../organisation/distribution.ts';
import type { PartyFact } from '../facts.ts';
import type { Reading } from '../document/reading.ts';
import { bodyOf, ownersOf, signsFor } from './signatory-body.ts';

/** One of several agreements signed in the same words: its parties, and those of the signatories who are theirs. */
export const withOwn = (draft: Draft, parties: readonly PartyFact[], context: AgreementContext): Draft => ({
  ...draft,
  parties,
  quotes: [...draft.quotes],
  signatories: draft.signatories.filter(
    (signatory) => ownersOf(signatory.person, context).length === 0 || signsFor(signatory, parties, context),
  ),
});

/**
 * A ceremony of 甲与乙、丙 told before is the agreements of 甲 with 乙 and with 丙 told now: their kind and day are its
 * own; where it names a school and they the head of its institute, the school signs.
 */
export function replaceBatch(drafts: Draft[], each: readonly Draft[]): void {
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
export function splitBatch(draft: Draft, drafts: Draft[], reading: Reading, context: AgreementContext): boolean {
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

/**
 * 甲与乙、丙与丁分别在协议上签字: people of several signings told before; each signs the one, or those, of whose
 * parties they are.
 */
export function distribute(draft: Draft, drafts: readonly Draft[], context: AgreementContext): boolean {
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
