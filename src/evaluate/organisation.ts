import { namesOf, type ResolveAlias } from './alias-resolution.ts';
import type { OrganisationAnnotation } from './annotation.ts';
import { comparisonKey } from './comparison-key.ts';
import type { Tally } from './tally.ts';

type Organisations = readonly OrganisationAnnotation[];

/**
 * Scores which organisations are named: by their longest name, and by any name. Organisations that only a title implies
 * need not be read, and may be.
 */
export function scoreOrganisations(
  annotated: Organisations,
  read: Organisations,
  resolve: ResolveAlias,
  tally: Tally,
): void {
  const expected = printed(annotated).map(({ name }) => comparisonKey(name));
  const isScored = scoredNames(annotated);
  tally.compare(
    'org-canonical',
    expected,
    printed(read)
      .map(({ name }) => comparisonKey(name))
      .filter(isScored),
  );
  tally.compare(
    'org-any-alias',
    expected,
    printed(read)
      .map(({ name }) => resolve(name))
      .filter(isScored),
  );
}

/**
 * Scores which aliases are linked to which longest name. Only aliases that stand by themselves count, and no
 * organisations that only a title implies.
 */
export function scoreAliasLinks(
  annotated: Organisations,
  read: Organisations,
  standsAlone: (alias: string) => boolean,
  tally: Tally,
): void {
  const links = (organisations: Organisations): string[] =>
    printed(organisations).flatMap(({ name, aliases }) =>
      aliases
        .map(comparisonKey)
        .filter(standsAlone)
        .map((alias) => `${comparisonKey(name)}=${alias}`),
    );
  const isScored = scoredNames(annotated);
  const scored = read.filter(({ name }) => isScored(comparisonKey(name)));
  tally.compare('org-alias-links', links(annotated), links(scored), (link) => link.split('=').reverse());
}

/** Names that only implied organisations have are not scored. */
export function scoredNames(annotated: Organisations): (key: string) => boolean {
  const expected = new Set(printed(annotated).map(({ name }) => comparisonKey(name)));
  const implied = new Set(annotated.filter((organisation) => organisation.implied).flatMap(namesOf));
  return (key) => expected.has(key) || !implied.has(key);
}

const printed = (organisations: Organisations): OrganisationAnnotation[] =>
  organisations.filter(({ implied }) => !implied);
