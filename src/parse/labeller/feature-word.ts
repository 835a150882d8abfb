/** Words that features are made of, by their numbers: those of `0` to `63` are these numbers themselves. */
const words: string[] = Array.from({ length: 64 }, (_, n) => String(n));
const numbers = new Map(words.map((word, n) => [word, n]));
/** How many bits the number of a word takes. */
export const WORD_BITS = 10;

/**
 * The number of a word, always the same while the program runs. For words of small sets alone: at most 1,024 are
 * numbered. Throws a RangeError for one more.
 */
export function numberOf(word: string): number {
  const known = numbers.get(word);
  if (known !== undefined) return known;
  if (words.length >= 2 ** WORD_BITS) throw new RangeError(`Too many words make features: '${word}'.`);
  numbers.set(word, words.length);
  return words.push(word) - 1;
}

/** The word that has a number. */
export const wordOf = (number: number): string => words[number]!;
