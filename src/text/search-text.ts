import { foldText } from './fold.ts';
import { foldVariants, simplifyAll } from './script.ts';

/** Characters that are written without blanks between words, as a part of a character class. */
export const UNSPACED = String.raw`\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}`;

const lineBreaks = /\n(?: *\n)*/gu;
/** Marks inside a number belong to it: 3.5, 1,287. All others are no part of a word. */
const unwritten = /((?<=\d)(?:\.(?=\d)|,(?=\d{3}(?!\d))))|[^\p{L}\p{N}\p{M} ]/gu;
/** What joins more than it parts: other blanks, invisible characters, the dots inside a foreign name. */
const joining = /[\s\p{Cf}·•‧・･∙⋅]/u;
/** Between Chinese characters these join too: 让-吕克．莫兰. */
const hyphens = new RegExp(`[-‐‑.](?<=[${UNSPACED}].)(?=[${UNSPACED}])`, 'gu');
const runs = new RegExp(`[${UNSPACED}]+|[^${UNSPACED} \\n]+`, 'gu');
const needless = new RegExp(`(?<=[${UNSPACED}]) | (?=[${UNSPACED}])`, 'gu');
const unspaced = new RegExp(`^[${UNSPACED}]`, 'u');

/**
 * The text as a search sees it, unit for unit: half width, simplified, one form for variants, lower case. A line break
 * alone is a blank; all else that is no letter or number is a boundary, written as a line break.
 */
export function foldForSearch(text: string): string {
  return foldVariants(simplifyAll(foldText(text)))
    .replaceAll('\u0130', 'i') // The one letter that is longer in lower case.
    .toLowerCase()
    .replace(lineBreaks, (breaks) => (breaks.length === 1 ? ' ' : '\n'.repeat(breaks.length)))
    .replace(hyphens, ' ')
    .replace(unwritten, (c, inNumber?: string) =>
      inNumber !== undefined ? c : (joining.test(c) && c !== '\n' ? ' ' : '\n').repeat(c.length),
    );
}

/**
 * What of a text is stored to look phrases up in: folded as {@link foldForSearch} does, without the blanks beside
 * Chinese characters and inside numbers, with one line break for each boundary. 林 澄 is 林澄; a phrase has the same
 * form.
 */
export function searchText(text: string): string {
  return foldForSearch(text)
    .replace(/ {2,}/gu, ' ')
    .replace(/ ?\n[ \n]*/gu, '\n')
    .replace(needless, '')
    .replaceAll(',', '')
    .trim();
}

/** The stretches of a {@link searchText} that are Chinese throughout or one word of another script, in order. */
export function runsOf(searched: string): readonly string[] {
  return searched.match(runs) ?? [];
}

/** Whether a run is Chinese, and not a word of letters or digits. */
export function isUnspaced(run: string): boolean {
  return unspaced.test(run);
}
