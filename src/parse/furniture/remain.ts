import { endsSentence } from '../../text/sentence.ts';
import { readBylineLine } from '../byline.ts';
import { isContactLine, isDateLine, opensStory } from '../display.ts';
import { lineAt, type Line } from '../line.ts';
import { isMastheadLine } from '../masthead.ts';
import { findSource } from '../source.ts';
import type { Furniture } from './furniture-line.ts';

import type { Marks } from './sorted-lines.ts';
import { findTailByline } from '../tail-byline.ts';
import { isBelowData } from './headline.ts';

const top: Furniture = { place: 'TOP', items: [] };
const edge: Furniture = { place: 'EDGE', items: [] };

/** 发布单位：汀兰总工会, next to other data. */
const plainField =
  /^[\p{Script=Han}]{0,4}(?:单位|部门|机构|人|者|员|时间|日期|编号|文号|类别|分类|类型|方式|次数|量|频道|版次) ?: ?[^。,;!?“]{0,24}$/u;

/** Words beside furniture that are too short for a text, or of its form, and what follows the last text of the page. */
export function markRemains(lines: readonly Line[], marks: Marks): void {
  for (const [at, { folded }] of lines.entries())
    if (marks[at] === null && isRemain(lines, marks, at, folded)) marks[at] = edge;
  markPageEnd(lines, marks);
}

/** Marks what stands under the last text of a page and its signatures. */
function markPageEnd(lines: readonly Line[], marks: Marks): void {
  let end = lines.length;
  while (end > 0 && isPageEnd(lineAt(lines, end - 1), marks[end - 1] ?? null)) end -= 1;
  let last = end;
  while (last > 0 && (marks[last - 1] || isSignature(lineAt(lines, last - 1).folded))) last -= 1;
  // a poem has no full stops either: its headline stands above
  if (last > 0 && /。|[!?;…”】]$/u.test(lineAt(lines, last - 1).folded)) marks.fill(edge, end);
}

function isSignature(folded: string): boolean {
  return readBylineLine(folded) !== null || findTailByline(folded)?.start === 0;
}

/** Marks what stands above a path or menu: the name of the site, the day, more menus. */
export function markAboveTop(lines: readonly Line[], marks: Marks): void {
  for (let at = lines.length - 1; at > 0; at -= 1) {
    if (marks[at]?.place !== 'TOP') continue;
    let first = at;
    while (first > 0 && marks[first - 1] === null && isAboveTop(lineAt(lines, first - 1))) first -= 1;
    const isBounded = first === 0 || marks[first - 1] !== null || isMastheadLine(lineAt(lines, first - 1).folded);
    if (isBounded) marks.fill(top, first, at);
  }
}

/** The name of a printed paper is left to its page head. */
const paperName = /(?<!数字|电子)报$/u;

function isAboveTop({ folded }: Line): boolean {
  return (
    !paperName.test(folded) &&
    folded.length <= 60 &&
    !/。/u.test(folded) &&
    !isMastheadLine(folded) &&
    !isSignature(folded)
  );
}

function isRemain(lines: readonly Line[], marks: Marks, at: number, folded: string): boolean {
  const [above, below] = [marks[at - 1], marks[at + 1]];
  if (above && below && folded.length <= 4) return true;
  if ((above ?? below) && /^\d{1,6}$/.test(folded)) return true;
  if ((above?.place === 'DATA' || below?.place === 'DATA') && plainField.test(folded))
    return readBylineLine(folded) === null;
  return folded.length <= 4 && !endsSentence(folded) && isBelowData(lines, marks, at);
}

/** Whether a line at the end of a web page belongs to no text: it neither ends a sentence nor signs or dates one. */
function isPageEnd({ folded }: Line, mark: Furniture | null): boolean {
  if (mark !== null) return mark.place === 'EDGE' || mark.place === 'TOP';
  if (folded.length > 40 || /。|^[(【[□■]|\d ?版[)】]?$/u.test(folded) || endsSentence(folded)) return false;
  if (isDateLine(folded) || isMastheadLine(folded) || isContactLine(folded)) return false;
  return !(opensStory(folded) && folded.length > 8) && findSource(folded) === null && readBylineLine(folded) === null;
}
