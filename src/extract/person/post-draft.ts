import type { NamedSpan, Span } from '../document/span.ts';
import type { TitleChange } from '../facts.ts';
import type { PostRecord } from './post-record.ts';

/** A post as its own words tell it; the owner may still have to come from its neighbours. */
export interface PostDraft extends Span {
  readonly title: string;
  readonly organisation: string | null;
  readonly owner: Span | null;
  readonly level: string | null;
  readonly place: string | null;
}

/** What the posts of one list have told so far for those after them. */
export interface ListMemory {
  /** The owners of the person before, last first. */
  owners: readonly string[];
  /** The last place named of each level: 云岫区 for 区. */
  readonly places: Map<string, string>;
}

/** How a chain of posts stands in its sentence. */
export interface ChainPlace {
  readonly sentence: Span;
  readonly names: readonly string[];
  readonly link: string;
  /** The posts that the article has told before. */
  readonly record: PostRecord;
  /** Those of the whole article whose owners are printed. */
  readonly printed: PostRecord;
}

/** How a text says that people get or lose the posts behind their names. */
export interface PostChange {
  readonly change: TitleChange | null;
  readonly rule: string;
}

/** What was read last: whose posts, and where they end. */
export interface LastRead extends Span {
  readonly names: readonly NamedSpan[];
}
