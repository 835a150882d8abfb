import { findTailByline } from './tail-byline.ts';
import { isNameLine, readBylineLine } from './byline.ts';
import { endsCaption, endsPlainCaption, isPhotoCredit } from './caption.ts';
import { opensStory } from './display.ts';
import type { DisplayContext } from './display-context.ts';
import { lineAt, type Line } from './line.ts';
import { isMastheadLine } from './masthead.ts';
import { append, type OpenBlock } from './open-block.ts';
import { endsTeaser, opensTeaser, teaserStaysOpen } from './teaser.ts';

/** Takes the rest of a wrapped caption; returns the index of its last line. */
export function takeCaption(block: OpenBlock, lines: readonly Line[], at: number): number {
  let last = at;
  for (let i = at; i <= at + 6 && i < lines.length; i += 1) {
    if (i > at) {
      if (lineAt(lines, i).sheet !== lineAt(lines, at).sheet) break;
      append(block, lineAt(lines, i));
      last = i;
    }
    // △ 青崖乡卫生院启用新门诊楼。（青崖乡 白芷）
    if (endsCaption(block.tail) || findTailByline(block.tail)) break;
    if (endsPlainCaption(block.tail)) {
      const next = lines[i + 1];
      if (next && isPhotoCredit(next.folded)) continue;
      break;
    }
  }
  return last;
}

/** Takes the lines of an index; it ends at an empty line unless a page number or an unfinished quotation follows. */
export function takeTeaser(block: OpenBlock, { lines, parted, headlines }: DisplayContext, at: number): number {
  const leads = opensTeaser(lineAt(lines, at).folded);
  let last = at;
  while (
    !leads &&
    !endsTeaser(block.tail) &&
    last < at + 2 &&
    last + 1 < lines.length &&
    !parted.has(lineAt(lines, last + 1))
  )
    append(block, lineAt(lines, (last += 1)));
  while (leads && last + 1 < lines.length) {
    const next = lineAt(lines, last + 1);
    if (parted.has(next) || headlines.has(next)) break;
    if (next.sheet !== lineAt(lines, at).sheet || isMastheadLine(next.folded) || opensTeaser(next.folded)) break;
    if (next.gap > 0 && !teaserStaysOpen(block.lines) && !/[^\d]0\d |\d-\d/.test(next.folded)) break;
    if (opensStory(next.folded) || next.folded.length > 40 || headsStory(lines, last + 1)) break;
    append(block, next);
    last += 1;
  }
  return last;
}

/** Whether lines without a page number lead straight to the beginning of a story: its headline, not the index. */
function headsStory(lines: readonly Line[], at: number): boolean {
  for (let i = at; i < at + 6 && i < lines.length; i += 1) {
    const { folded, gap } = lineAt(lines, i);
    if (opensStory(folded)) return i > at;
    if ((i > at && gap > 0) || /[^\d]0\d|\d-\d|\d版/u.test(folded) || opensTeaser(folded)) return false;
  }
  return false;
}

/** Takes the end of a name that was wrapped onto the next line. */
export function takeByline(block: OpenBlock, lines: readonly Line[], at: number): number {
  const next = lines[at + 1];
  if (!next || next.sheet !== lineAt(lines, at).sheet || !/^\p{Script=Han}{1,2}$/u.test(next.folded)) return at;
  const joined = block.lines[0].folded + next.folded;
  const credits = readBylineLine(joined, [block.lines[0].folded.length]);
  if (!credits || isNameLine(next.folded)) return at;
  append(block, next);
  return at + 1;
}
