import type { AgreementContext } from './agreement-context.ts';
import { governmentOf } from '../organisation/alias.ts';
import type { PartyFact, SignatoryFact } from '../facts.ts';
import { dedupeParties } from './party.ts';

/**
 * The body that a person signs for by their titles: the district rather than its Party committee, else the first owner.
 */
export function bodyOf(
  person: string,
  context: Pick<AgreementContext, 'facts' | 'registry' | 'placeOf'>,
): string | null {
  const owners = ownersOf(person, context);
  const government = owners.find((owner) => governmentOf(owner, context.placeOf) !== null);
  if (government) return government;
  const first = owners[0] ?? null;
  const place =
    first === null
      ? null
      : /^(.{2,}[省市区县旗州])委(?:$|(?:组织|宣传|统战|社会工作)部$|政法委(?:员会)?$|办公?室?$)/.exec(first)?.[1];
  if (!place) return first;
  return context.registry.facts.find(({ name }) => governmentOf(name, context.placeOf) === place)?.name ?? first;
}

/** The organisations of a person's titles, in print order. */
export const ownersOf = (person: string, { facts }: Pick<AgreementContext, 'facts'>): string[] =>
  (facts.find(({ name }) => name === person)?.titles ?? []).flatMap(({ organisation }) => organisation ?? []);

/**
 * Whether who holds office at `owner` can sign for `party`: the same body, its part, or a body of the same district.
 */
export function belongsTo(owner: string, party: string, { placeOf }: Pick<AgreementContext, 'placeOf'>): boolean {
  if (
    owner === party ||
    owner.startsWith(party) ||
    (owner.length > 2 && /[区会]$/.test(owner) && party.includes(owner))
  )
    return true;
  const place = governmentOf(party, placeOf);
  if (place === null) return false;
  const level = place.at(-1)!;
  return owner.startsWith(place) || (owner.startsWith(level) && placeOf(level) === place);
}

/** Whether somebody signs for one of the parties, as the text says or by their office. */
export const signsFor = (
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

/** The bodies that people sign for, as parties, each once. */
export function bodiesOf(signatories: readonly SignatoryFact[], context: AgreementContext): PartyFact[] {
  return dedupeParties(
    signatories.flatMap(({ person, evidence }) => {
      const organisation = bodyOf(person, context);
      return organisation === null ? [] : [{ organisation, evidence }];
    }),
  );
}
