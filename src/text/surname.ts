import { japaneseSurnames } from './lexicon/japanese-surname.ts';
import { doubleSurnames, singleSurnames } from './lexicon/surname.ts';

const doubles = new Set(doubleSurnames);
const japaneses = new Set(japaneseSurnames);

/** What may begin with a unit: bits. Most units begin nothing, and their text is not cut out to be looked up. */
const begins = new Uint8Array(0x10000);
const SINGLE = 1;
const DOUBLE = 2;
const JAPANESE = 4;
function enter(surname: string, kind: number): void {
  const unit = surname.charCodeAt(0);
  begins[unit] = (begins[unit] ?? 0) | kind;
}
for (const surname of singleSurnames) enter(surname, SINGLE);
for (const surname of doubleSurnames) enter(surname, DOUBLE);
for (const surname of japaneseSurnames) enter(surname, JAPANESE);

/**
 * How many UTF-16 units of the surname stand at `at`, longest first; 0 when none does. Japanese surnames are not
 * counted.
 */
export function surnameLength(text: string, at: number): number {
  const kinds = begins[text.charCodeAt(at)] ?? 0;
  if (kinds & DOUBLE && doubles.has(text.slice(at, at + 2))) return 2;
  return kinds & SINGLE;
}

/** As `surnameLength`, for Japanese surnames of two or three characters. */
export function japaneseSurnameLength(text: string, at: number): number {
  if (!((begins[text.charCodeAt(at)] ?? 0) & JAPANESE)) return 0;
  if (japaneses.has(text.slice(at, at + 3))) return 3;
  return japaneses.has(text.slice(at, at + 2)) ? 2 : 0;
}
