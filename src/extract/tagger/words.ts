import type { Ending } from './ending.ts';
import type { Word } from '../../text/word.ts';

/** An article prepared for tagging: words, stretches, heads of posts and endings, each found once. */
export interface Words {
  readonly text: string;
  readonly bodyStart: number;
  readonly words: readonly Word[];
  /** The word that starts, or ends, at a place. */
  readonly wordFrom: readonly (Word | undefined)[];
  readonly wordTo: readonly (Word | undefined)[];
  readonly firstWord: Int32Array;
  /** 1: the dictionary has a boundary here; 2: the guess at unknown words has; 3: both. */
  readonly boundary: Uint8Array;
  readonly headFrom: ReadonlyMap<number, { readonly end: number; readonly text: string }>;
  readonly headTo: ReadonlyMap<number, { readonly start: number; readonly text: string }>;
  /** The ending of a body that ends at a place. */
  readonly endingTo: readonly (Ending | undefined)[];
  readonly surnames: Uint8Array;
  readonly stretchEnd: Int32Array;
  readonly stretchStart: Int32Array;
}
