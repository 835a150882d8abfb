import { findHeadByline } from '../src/parse/head-byline.ts';
import type { Line } from '../src/parse/line.ts';

/** Over how many lines a byline is wrapped. */
const most = 3;

/**
 * The lines of a body together with the bylines at its ends: where a line breaks inside (本报记者 甲), the other piece
 * is a line of the same paragraph. `first` and `last` are the lines in which the body begins and ends.
 */
export function withBylines(lines: readonly Line[], first: number, last: number): { first: number; last: number } {
  return { first: firstOf(lines, first), last: lastOf(lines, last) };
}

function firstOf(lines: readonly Line[], first: number): number {
  let above = '';
  for (let at = first - 1; at >= 0 && at > first - most && lines[at]!.sheet === lines[first]!.sheet; at -= 1) {
    above = lines[at]!.folded + above;
    if (findHeadByline(above) === null && !isOpen(above)) continue;
    const byline = findHeadByline(above + lines[first]!.folded);
    if (byline && byline.end > above.length) return at;
  }
  return first;
}

function lastOf(lines: readonly Line[], last: number): number {
  if (!isOpen(lines[last]!.folded)) return last;
  const close = lines.findIndex(
    ({ folded, sheet }, at) =>
      at > last && at < last + most && sheet === lines[last]!.sheet && /^[^()【】]*[)】]/u.test(folded),
  );
  return close < 0 ? last : close;
}

/** Whether a bracket is open at the end of a line. */
const isOpen = (folded: string): boolean => /[(【][^()【】]*$/u.test(folded);
