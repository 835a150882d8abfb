import type { PartyFact } from '../facts.ts';
import type { Reading } from '../document/reading.ts';
import type { Registry } from '../organisation/registry.ts';
import { directObject } from './signing-party.ts';
import type { Signing } from './signing.ts';
import type { Span } from '../document/span.ts';

/** 签约亿元级代表性项目望江药业: the company whose project was signed, and the district that signs. */
export function projectParties(
  reading: Reading,
  { instrument, predicate, sentence }: Signing,
  { places }: Registry,
): PartyFact[] {
  const object = instrument?.title ? null : directObject.exec(reading.text.slice(predicate.end, sentence.end));
  const project = object ? places.find(({ start }) => start === predicate.end + object[0].length) : undefined;
  if (!project) return [];
  const host = places.find(({ rule }) => rule === 'organisation.host');
  return partyFacts(reading, [...(host ? [host] : []), project], 'agreement.project-party');
}

/** The bodies that stand in these places as parties, each once. */
export const partyFacts = (
  reading: Reading,
  places: readonly (Span & { organisation: string })[],
  rule: string,
): PartyFact[] =>
  dedupeParties(
    places.map(({ start, end, organisation }) => ({ organisation, evidence: reading.evidence(start, end, rule) })),
  );

/** Each organisation once, where it stands first. */
export const dedupeParties = (parties: readonly PartyFact[]): PartyFact[] =>
  parties.filter(({ organisation }, i) => parties.findIndex((other) => other.organisation === organisation) === i);
