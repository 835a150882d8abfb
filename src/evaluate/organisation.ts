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
  const expected = new Set(printed(annotated).map(({ name }) => comparisonKey(name)));
  const implied = new Set(annotated.filter((organisation) => organisation.implied).flatMap(namesOf));
  const isScored = (key: string): boolean => expected.has(key) || !implied.has(key);
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
 * Scores which aliases are linked to which longest name. `text` is the key of the whole text; only aliases that are
 * printed in it count.
 */
export function scoreAliasLinks(annotated: Organisations, read: Organisations, text: string, tally: Tally): void {
  const links = (organisations: Organisations): string[] =>
    printed(organisations).flatMap(({ name, aliases }) =>
      aliases
        .map(comparisonKey)
        .filter((alias) => text.includes(alias))
        .map((alias) => `${comparisonKey(name)}=${alias}`),
    );
  tally.compare('org-alias-links', links(annotated), links(read), (link) => link.split('=').reverse());
}

const printed = (organisations: Organisations): OrganisationAnnotation[] =>
  organisations.filter(({ implied }) => !implied);
