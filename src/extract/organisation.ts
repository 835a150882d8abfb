import { findByAction } from './organisation-action.ts';
import { findByEnding } from './organisation-ending.ts';
import { findInLists } from './organisation-list.ts';
import type { Introduction } from './alias.ts';
import type { OrganisationMention } from './organisation-mention.ts';
import type { Reading, Span } from './reading.ts';
import { findSigningParties } from './signing.ts';

/** Every organisation that the text proves without knowing its people: by ending, list, signing, action or introduction. */
export function findOrganisations(reading: Reading, introductions: readonly (Introduction & { readonly span: Span })[]): OrganisationMention[] {
  return [
    ...findByEnding(reading), ...findInLists(reading), ...findSigningParties(reading), ...findByAction(reading),
    ...introductions.flatMap(({ full, shortName, span }) => [{ ...span, name: full, rule: 'organisation.introduced' }, ...firstPlace(reading, shortName)]),
  ];
}

/** Organisations without a telling form that the archive knows. */
export const findKnown = (reading: Reading, bodies: ReadonlySet<string>): OrganisationMention[] =>
  [...bodies].filter((name) => name.length > 3).flatMap((name) => firstPlace(reading, name).map((mention) => ({ ...mention, rule: 'organisation.known' })));

function firstPlace(reading: Reading, name: string): OrganisationMention[] {
  const start = reading.text.indexOf(name);
  return start < 0 ? [] : [{ start, end: start + name.length, name, rule: 'organisation.short-name' }];
}
