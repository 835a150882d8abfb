import { genericNames } from './generic-name.ts';
import { maskNames } from '../document/masked-text.ts';
import type { OrganisationMention } from './organisation-mention.ts';

/** Common nouns that stand alone in the text and that more than one of its organisations could mean. */
export function findAmbiguousNames(text: string, names: readonly string[]): OrganisationMention[] {
  const shared = genericNames.filter(({ word, fits }) => text.includes(word) && names.filter(fits).length > 1);
  const masked = shared.length > 0 ? maskNames(text, names) : '';
  return shared.flatMap(({ word }) => {
    const start = masked.indexOf(word);
    return start < 0 ? [] : [{ start, end: start + word.length, name: word, rule: 'organisation.ambiguous' }];
  });
}
