import { isUnspaced, runsOf } from './search-text.ts';
import { tidied, tokensOf } from './search-token.ts';

/** How many words a search query may have, and how many of them may be single characters. */
export const MAX_WORDS = 32;
export const MAX_SINGLE_CHARACTERS = 10;

/** How much a search query asks to be looked up. */
export interface QuerySize {
  /**
   * Words, numbers and days, including those in phrases and excluded ones. Chinese without a blank inside is one word.
   */
  readonly words: number;
  /** Words of one Chinese character: each matches every word that begins with it, which is the slowest look-up. */
  readonly singleCharacters: number;
}

/** The size of a query as typed. Pure. */
export function sizeOfQuery(query: string): QuerySize {
  const tokens = tokensOf(tidied(query));
  const words = tokens.flatMap(({ day, typed, text }) => (day === undefined ? runsOf(text) : [typed]));
  return {
    words: words.length,
    singleCharacters: words.filter((word) => isUnspaced(word) && [...word].length === 1).length,
  };
}
