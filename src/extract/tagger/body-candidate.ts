import { unitTest } from '../../text/unit-test.ts';
import { behindNames } from '../lexicon/behind-name.ts';
import { oneOf } from '../../text/pattern.ts';
import { BARE, BODY, LOOSE, TELLING } from './candidate.ts';
import type { Candidate } from './candidate.ts';
import type { Words } from './words.ts';

/** How long names are by how they end: in UTF-16 units, of which a Latin word counts as {@link LATIN_WORD}. */
const longest: Readonly<Record<number, number>> = { [TELLING]: 32, [LOOSE]: 20, [BARE]: 9 };
const LATIN_WORD = 2;
/** How many units a name has at most. */
const mostUnits = 64;
/** How many beginnings are tried for one end. */
const mostStarts = 14;
/** How long a brand in quotation marks is, with them. */
const longestBrand = 10;

/**
 * Every stretch that could be a body's name: from each word's beginning, or from a brand in quotation marks, to each
 * telling or loose ending, and to where a clause, a list's item or a title's words begin or a Latin word ends.
 */
export function bodyCandidates(words: Words, titleStarts: ReadonlySet<number>): Candidate[] {
  const { text, boundary, endingTo, stretchStart } = words;
  const widths = widthsOf(text);
  const found: Candidate[] = [];
  for (let end = 2; end <= text.length; end += 1) {
    const form = endingTo[end]?.form ?? (isBareEnd(words, titleStarts, end) ? BARE : null);
    if (form === null) continue;
    const earliest = Math.max(stretchStart[end - 1]!, end - mostUnits);
    const most = longest[form]!;
    const isLong = (start: number): boolean => widths[end]! - widths[start]! > most;
    let starts = 0;
    let start = end - 2;
    for (; start >= earliest && starts < mostStarts && !isLong(start); start -= 1) {
      if (boundary[start] === 0 || !isNameUnit(text, start)) continue;
      found.push({ start, end, label: BODY, form });
      starts += 1;
    }
    const brand = start < earliest && earliest < end - 1 ? brandBefore(text, earliest) : -1;
    if (brand >= 0 && !isLong(brand)) found.push({ start: brand, end, label: BODY, form });
  }
  return found;
}

/** How wide a text is up to each place: a Latin word, however long, counts as few characters. */
function widthsOf(text: string): Int32Array {
  const widths = new Int32Array(text.length + 1);
  let letters = 0;
  for (let at = 0; at < text.length; at += 1) {
    letters = isLatin(text, at) ? letters + 1 : 0;
    widths[at + 1] = widths[at]! + (letters > LATIN_WORD ? 0 : 1);
  }
  return widths;
}

/** Where the quotation mark of “慢马” in “慢马”户外 stands, for the place behind the brand; -1 where none ends there. */
function brandBefore(text: string, at: number): number {
  if (text[at - 1] !== '”') return -1;
  const from = Math.max(0, at - longestBrand);
  const open = text.slice(from, at).lastIndexOf('“');
  return open < 0 ? -1 : from + open;
}

function isBareEnd({ text, boundary, stretchEnd }: Words, titleStarts: ReadonlySet<number>, end: number): boolean {
  if (boundary[end] === 0) return false;
  return (
    end === stretchEnd[end - 1] ||
    isLatin(text, end - 1) ||
    follows(text, end) ||
    titleStarts.has(end) ||
    behind.test(text.slice(end, end + longestBehind))
  );
}

/** What stands behind names in lists and before predicates. */
const follows = unitTest(/[与和暨及等（签同）将在]/);
/** What else does: an adverb, a day, the number of those named, an employer's people. */
const behind = new RegExp(`^(?:${oneOf(behindNames)}|[两三四五六七八九十]家|第[一二三四五六]代)`);
const longestBehind = 6;
const isNameUnit = unitTest(/[\p{Script=Han}A-Za-z0-9·®]/u);
const isLatin = unitTest(/[A-Za-z]/);
