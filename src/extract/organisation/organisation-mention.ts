import type { Span } from '../document/span.ts';

/**
 * A place of the text where an organisation is named, and the rule that saw it. Offsets are into the reading's text.
 */
export interface OrganisationMention extends Span {
  readonly name: string;
  readonly rule: string;
}

/** A short form that only the article's own organisations make sense of, and the name it stands for. */
export interface ShortName extends OrganisationMention {
  readonly full: string;
}
