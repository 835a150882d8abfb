import { namesOf, type ResolveAlias } from './alias-resolution.ts';
import type { OrganisationAnnotation } from './annotation.ts';
import { comparisonKey } from './comparison-key.ts';
import type { Tally } from './tally.ts';

type Organisations = readonly OrganisationAnnotation[];

/**
 * Judges which bodies are named: under their longest name, and under any. Bodies only implied by a title are not asked
 * for, and reading them is no fault.
 */
export function judgeOrganisations(
  annotated: Organisations,
  read: Organisations,
  resolve: ResolveAlias,
  tally: Tally,
): void {
  const wanted = new Set(printed(annotated).map(({ name }) => comparisonKey(name)));
  const implied = new Set(annotated.filter((organisation) => organisation.implied).flatMap(namesOf));
  const isJudged = (key: string): boolean => wanted.has(key) || !implied.has(key);
  tally.compare(
    'org-canonical',
    wanted,
    printed(read)
      .map(({ name }) => comparisonKey(name))
      .filter(isJudged),
  );
  tally.compare(
    'org-any-alias',
    wanted,
    printed(read)
      .map(({ name }) => resolve(name))
      .filter(isJudged),
  );
}

/**
 * Judges which short names are linked to which longest name. `text` is the key of the whole text: only what is printed
 * counts.
 */
export function judgeAliasLinks(annotated: Organisations, read: Organisations, text: string, tally: Tally): void {
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
