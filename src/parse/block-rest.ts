import { isNameLine, readBylineLine } from './byline.ts';
import { endsCaption, endsPlainCaption, isPhotoCredit, opensCaption } from './caption.ts';
import type { LineLabel } from './labeller/state.ts';
import { lineAt, type Line } from './line.ts';
import { isMastheadLine } from './masthead.ts';
import { append, type OpenBlock } from './open-block.ts';
import { findTailByline } from './tail-byline.ts';
import { endsTeaser, opensTeaser, teaserStaysOpen } from './teaser.ts';

/** Whether a line goes on with the caption above it. */
export function captionGoesOn({ tail }: OpenBlock, line: Line): boolean {
  if (opensCaption(line.folded) || endsCaption(tail) || findTailByline(tail)) return false;
  return !endsPlainCaption(tail) || isPhotoCredit(line.folded);
}

/** Takes the lines of an index; it ends at an empty line unless a page number or an unfinished quotation follows. */
export function takeTeaser(block: OpenBlock, lines: readonly Line[], labels: readonly LineLabel[], at: number): number {
  const leads = opensTeaser(lineAt(lines, at).folded);
  const isOutside = (i: number): boolean =>
    labels[i] === 'OUTSIDE' && lineAt(lines, i).sheet === lineAt(lines, at).sheet;
  let last = at;
  while (!leads && !endsTeaser(block.tail) && last < at + 2 && isOutside(last + 1))
    append(block, lineAt(lines, (last += 1)));
  while (leads && isOutside(last + 1)) {
    const next = lineAt(lines, last + 1);
    if (isMastheadLine(next.folded) || opensTeaser(next.folded) || next.folded.length > 40) break;
    if (next.gap > 0 && !teaserStaysOpen(block.lines) && !/[^\d]0\d |\d-\d/.test(next.folded)) break;
    append(block, next);
    last += 1;
  }
  return last;
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
