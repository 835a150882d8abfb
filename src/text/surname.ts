import { japaneseSurnames } from './lexicon/japanese-surname.ts';
import { doubleSurnames, singleSurnames } from './lexicon/surname.ts';

const singles = new Set(singleSurnames);
const doubles = new Set(doubleSurnames);
const japaneses = new Set(japaneseSurnames);

/**
 * How many UTF-16 units of the surname stand at `at`, longest first; 0 when none does. Japanese surnames are not
 * counted.
 */
export function surnameLength(text: string, at: number): number {
  if (doubles.has(text.slice(at, at + 2))) return 2;
  return singles.has(text[at] ?? '') ? 1 : 0;
}

/** As `surnameLength`, for Japanese surnames of two or three characters. */
export function japaneseSurnameLength(text: string, at: number): number {
  if (japaneses.has(text.slice(at, at + 3))) return 3;
  return japaneses.has(text.slice(at, at + 2)) ? 2 : 0;
}
