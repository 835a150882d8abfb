import type { TitleModality } from '../facts.ts';
import type { Span } from '../document/span.ts';

/** A post as printed with a person. Offsets are into the reading's text. */
export interface Post extends Span {
  readonly title: string;
  readonly organisation: string | null;
  /** Where the organisation is printed; null when it was completed from the context. */
  readonly owner: Span | null;
  readonly modality: TitleModality;
}

/** What the rest of the article tells the reader of one sentence. */
export interface CastContext {
  /** The one organisation before `at` that a bare post can belong to: the one school for 校长. */
  ownerFor?(title: string, at: number): string | null;
  /** Where organisations were seen by their own form. */
  readonly organisations?: readonly Span[];
  /** The place of a level that the article is about: 云岫区 for 区. */
  placeOf(level: string): string | null;
}
