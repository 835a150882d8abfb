import { endsAsProse, endsSentence, stopsShort } from '../../text/sentence.ts';
import { readBylineLine } from '../byline.ts';
import { opensStory } from '../display.ts';
import { lineAt, type Line } from '../line.ts';
import { isMastheadLine, isSectionName } from '../masthead.ts';

import type { Marks } from './sorted-lines.ts';

const longestHeadline = 80;
/** How many display lines may stand above the line with day and source. */
const tallest = 4;
/** How far the text of a headline may be away. */
const reach = 8;

/**
 * Where the display lines above the line at `at` begin, if nothing but they stand between it and the furniture, page
 * head or beginning above; null otherwise.
 */
export function headOf(lines: readonly Line[], marks: Marks, at: number): number | null {
  let first = at;
  while (first > 0 && at - first < tallest && marks[first - 1] === null && isOfHead(lineAt(lines, first - 1)))
    first -= 1;
  const above = lineAt(lines, first - 1);
  const isBounded =
    first === 0 ||
    marks[first - 1] !== null ||
    above.sheet !== lineAt(lines, first).sheet ||
    isMastheadLine(above.folded) ||
    isSectionName(above.folded);
  return isBounded && lines.slice(first, at).some(isHeadlike) ? first : null;
}

function isOfHead(line: Line): boolean {
  return isHeadlike(line) || readBylineLine(line.folded) !== null;
}

/** An account or paper above its text: 云岫发布. */
export const mediumName = /^[\p{Script=Han}]{2,6}(?:发布|融媒|融媒体|新闻网|在线|日报|晚报|网)$/u;

/** Whether a line may be one of a headline. */
export function isHeadlike({ folded }: Line): boolean {
  return (
    folded.length <= longestHeadline &&
    folded.length > 1 &&
    !endsAsProse(folded) &&
    !isMastheadLine(folded) &&
    !isSectionName(folded) &&
    !mediumName.test(folded) &&
    readBylineLine(folded) === null
  );
}

/** The headlines that the line of furniture at `at` proves: above day and source, or under a path or pager. */
export function headlinesAt(lines: readonly Line[], marks: Marks, at: number): Line[] {
  const mark = marks[at];
  if (!mark) return [];
  if (mark.place === 'DATA') {
    const first = headOf(lines, marks, at);
    if (first !== null) return lines.slice(first, at).filter(isHeadlike);
  }
  const next = lineAt(lines, at + 1);
  const opens = mark.place === 'TOP' || mark.place === 'EDGE' || mark.place === 'DATA';
  if (!opens || marks[at + 1] !== null || !isHeadlike(next) || opensStory(next.folded)) return [];
  if (mark.place === 'DATA' && next.folded.length > 40) return [];
  const ahead = lines.slice(at + 2, at + 2 + reach);
  const text = ahead.findIndex((l, i) => endsSentence(l.folded) || marks[at + 2 + i]?.place === 'DATA');
  const end = ahead.findIndex((_, i) => /^(?:EDGE|TOP)$/.test(marks[at + 2 + i]?.place ?? ''));
  return text >= 0 && (end < 0 || text < end) && !isHeadAbove(lines, marks, at) ? [next] : [];
}

/**
 * A line at the top of a text, set off from a paragraph that opens as news does, is its headline though it has a colon
 * and commas: 市委决定：甲任…书记，乙任…县长
 */
export function firstHeadline(lines: readonly Line[], marks: Marks, at: number): Line[] {
  const line = lineAt(lines, at);
  const next = lineAt(lines, at + 1);
  const isTop = marks[at] === null && marks[at + 1] === null && (at === 0 || marks[at - 1] !== null);
  const isSetOff = isTop && (next.gap > 0 || next.indent >= 1) && next.sheet === line.sheet && opensStory(next.folded);
  const isText = isSetOff && !isMastheadLine(next.folded);
  return isText &&
    isHeadlike(line) &&
    !/[年月\d]$/u.test(line.folded) &&
    !stopsShort(line.folded) &&
    !opensStory(line.folded)
    ? [line]
    : [];
}

/** Whether the line at `at` stands first under the data of its headline. */
export function isBelowData(lines: readonly Line[], marks: Marks, at: number): boolean {
  if (marks[at] !== null || !marks[at - 1]) return false;
  let data = at - 1;
  while (marks[data] && marks[data]?.place !== 'DATA') data -= 1;
  return marks[data]?.place === 'DATA' && headOf(lines, marks, firstOf(marks, data)) !== null;
}

/** The first of the lines of furniture that the one at `at` stands among. */
function firstOf(marks: Marks, at: number): number {
  let first = at;
  while (first > 0 && marks[first - 1] !== null) first -= 1;
  return first;
}

/** Whether a headline stands above the furniture at `at` and its text below: 分享到： between the two. */
function isHeadAbove(lines: readonly Line[], marks: Marks, at: number): boolean {
  const first = firstOf(marks, at);
  return first > 0 && headOf(lines, marks, first) !== null;
}
