import { isUnspaced, runsOf } from './search-text.ts';
import { tidied, tokensOf } from './search-token.ts';

/** How many words a search query may have, and how many of them may be single characters. */
export const MAX_WORDS = 32;
export const MAX_SINGLE_CHARACTERS = 10;

/** How much a search query asks to be looked up. */
export interface QuerySize {
  /**
   * Words, numbers and days: those in phrases, and those to leave out, too. Chinese that stands together is one word.
   */
  readonly words: number;
  /**
   * Those that are one Chinese character: each stands for every word that begins with it, so it takes the longest to
   * look up.
   */
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
