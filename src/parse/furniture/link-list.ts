import { endsAsProse } from '../../text/sentence.ts';
import { squeeze } from '../../text/width.ts';
import { opensStory } from '../display.ts';
import { lineAt, type Line } from '../line.ts';
import type { Furniture } from './furniture-line.ts';
import { headsList } from './furniture-line.ts';
import { isDayLine } from './day-line.ts';
import type { Marks } from './sorted-lines.ts';

const edge: Furniture = { place: 'EDGE', items: [] };
const longestLink = 40;
/** A shorter list right above a text may be nothing but its headline. */
const tallest = 4;

/** Marks the lists of links to other texts and pages: 相关新闻, 标题导航, 版面导航 and the lines under them. */
export function markLists(lines: readonly Line[], marks: Marks): void {
  for (let at = 0; at < lines.length; at += 1) {
    if (!headsList(lineAt(lines, at).folded)) continue;
    const end = endOfList(lines, marks, at);
    // 相关链接 over a text is the head of a box
    if (end === at + 1 && marks[at] === null && marks[end] === null) continue;
    marks.fill(edge, at, end);
    at = end - 1;
  }
}

/** A list ends at the next other furniture, at running text, or where one of its titles is printed again over its text. */
function endOfList(lines: readonly Line[], marks: Marks, head: number): number {
  const seen = new Set<string>();
  for (let at = head + 1; at < lines.length; at += 1) {
    const { folded, sheet } = lineAt(lines, at);
    const mark = marks[at] ?? null;
    const isOther = mark !== null && !mark.items.every(({ kind }) => kind === 'PAGER');
    if (sheet !== lineAt(lines, head).sheet || isOther || isDayLine(folded)) return at;
    if (seen.has(squeeze(folded))) return at;
    // what stands right above a text is its headline
    if (opensStory(folded)) return at - head > tallest ? at - 1 : head + 1;
    if (folded.length > longestLink || endsAsProse(folded)) return at;
    seen.add(squeeze(folded));
  }
  return lines.length;
}
