import type { Span } from '../document/span.ts';

/**
 * A place of the text where an organisation is named, and the rule that saw it. Offsets are into the reading's text.
 */
export interface OrganisationMention extends Span {
  readonly name: string;
  readonly rule: string;
}
