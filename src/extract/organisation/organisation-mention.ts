import type { Span } from '../document/span.ts';

/**
 * A place of the text where an organisation is named, and the rule that saw it. Offsets are into the reading's text.
 */
export interface OrganisationMention extends Span {
  readonly name: string;
  readonly rule: string;
  /** How likely it is that it names the body that it is taken for, where that was weighed. */
  readonly score?: number;
}

/** A short form that only the article's own organisations make sense of, and the name it stands for. */
export interface ShortName extends OrganisationMention {
  readonly full: string;
}
