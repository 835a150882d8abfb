import { maskNames } from '../document/masked-text.ts';
import { genericNounsOf, standingOf } from './generic-noun.ts';
import type { OrganisationMention } from './organisation-mention.ts';

/**
 * Common nouns that stand alone in the text, that several of its organisations could mean and that none was found to.
 * `names` are the organisations' names, `known` all names that lead to one.
 */
export function findAmbiguousNames(
  text: string,
  names: readonly string[],
  known: (name: string) => boolean,
): OrganisationMention[] {
  const counts = new Map<string, number>();
  for (const name of names)
    for (const noun of genericNounsOf(name)) if (!known(noun)) counts.set(noun, (counts.get(noun) ?? 0) + 1);
  const shared = [...counts].flatMap(([noun, count]) => (count > 1 && text.includes(noun) ? [noun] : []));
  const masked = shared.length > 0 ? maskNames(text, names) : '';
  return shared.flatMap((noun) => {
    const start = masked.indexOf(noun);
    const isAlone = start >= 0 && standingOf(masked, start, start + noun.length) !== null;
    return isAlone ? [{ start, end: start + noun.length, name: noun, rule: 'organisation.ambiguous' }] : [];
  });
}
