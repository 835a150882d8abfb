import { unitTest } from '../../text/unit-test.ts';
import { BARE, BODY, LOOSE, TELLING } from './candidate.ts';
import type { Candidate } from './candidate.ts';
import type { Words } from './words.ts';

/** How long names are, in UTF-16 units, by how they end. */
const longest: Readonly<Record<number, number>> = { [TELLING]: 32, [LOOSE]: 20, [BARE]: 9 };
/** How many beginnings are tried for one end. */
const mostStarts = 14;

/**
 * Every stretch that could be a body's name: from each word's beginning to each telling or loose ending, and to where a
 * clause, a list's item or a title's words begin.
 */
export function bodyCandidates(words: Words, titleStarts: ReadonlySet<number>): Candidate[] {
  const { text, boundary, endingTo, stretchStart } = words;
  const found: Candidate[] = [];
  for (let end = 2; end <= text.length; end += 1) {
    const form = endingTo[end]?.form ?? (isBareEnd(words, titleStarts, end) ? BARE : null);
    if (form === null) continue;
    const earliest = Math.max(stretchStart[end - 1]!, end - longest[form]!);
    let starts = 0;
    for (let start = end - 2; start >= earliest && starts < mostStarts; start -= 1) {
      if (boundary[start] === 0 || !isNameUnit(text, start)) continue;
      found.push({ start, end, label: BODY, form });
      starts += 1;
    }
  }
  return found;
}

const isBareEnd = ({ text, boundary, stretchEnd }: Words, titleStarts: ReadonlySet<number>, end: number): boolean =>
  boundary[end]! > 0 && (end === stretchEnd[end - 1] || follows(text, end) || titleStarts.has(end));

/** What stands behind names in lists and before predicates. */
const follows = unitTest(/[与和暨及等（签同）将在]/);
const isNameUnit = unitTest(/[\p{Script=Han}A-Za-z0-9·®]/u);
