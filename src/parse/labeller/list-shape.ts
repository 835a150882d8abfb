import { bulletLength } from '../head-mark.ts';
import type { Line } from '../line.ts';
import { numberOf } from './feature-word.ts';
import type { LineShape } from './line-shape.ts';

/** How lines that begin with the same kind of mark (●…, 3. …, 【…】) are spread over a page. */
export interface MarkShape {
  /** The kind of mark, as a word. */
  readonly mark: number;
  /** How many lines of the page begin with it, in steps. */
  readonly times: number;
  /** How many of them, but for the first, follow a line that ends a text, in steps. */
  readonly closed: number;
  /** How many of them are running text, in steps. */
  readonly prose: number;
  /** How many lines they are apart, in steps. */
  readonly apart: number;
}

const [bullet, brackets, leading, numeral, ordinal] = ['bullet', 'brackets', 'leading', 'numeral', 'ordinal'].map(
  numberOf,
) as [number, number, number, number, number];

/** The kind of mark that a line begins with; 0 for none. */
function markOf(folded: string): number {
  if (bulletLength(folded) > 0) return bullet;
  if (/^【[^【】]{2,40}】/u.test(folded)) return folded.endsWith('】') ? brackets : leading;
  if (/^\d{1,2} ?[.、] ?\D/u.test(folded)) return numeral;
  return /^(?:[一二三四五六七八九十]{1,3}[、是要]|\([一二三四五六七八九十\d]{1,3}\))/u.test(folded) ? ordinal : 0;
}

const share = (part: number, all: number): number =>
  all === 0 ? 0 : part === 0 ? 1 : part * 2 < all ? 2 : part < all ? 3 : 4;

/** What is known of the mark of each line; null for a line without one. */
export function markShapes(lines: readonly Line[], shapes: readonly LineShape[]): (MarkShape | null)[] {
  const marks = lines.map(({ folded }) => markOf(folded));
  const placesOf = new Map<number, number[]>();
  for (const [at, mark] of marks.entries()) {
    if (mark === 0) continue;
    const places = placesOf.get(mark);
    if (places) places.push(at);
    else placesOf.set(mark, [at]);
  }
  const shapeOf = new Map<number, MarkShape>();
  for (const [mark, places] of placesOf) {
    const later = places.slice(1);
    const steps = later.map((at, i) => at - places[i]!).sort((a, b) => a - b);
    const middle = steps[steps.length >> 1] ?? 0;
    shapeOf.set(mark, {
      mark,
      times: places.length > 4 ? 4 : Math.min(3, places.length),
      closed: share(later.filter((at) => shapes[at - 1]!.isClosing).length, later.length),
      prose: share(places.filter((at) => shapes[at]!.isProse).length, places.length),
      apart: middle > 4 ? 4 : middle,
    });
  }
  return marks.map((mark) => shapeOf.get(mark) ?? null);
}

/** How many lines before and after each line look like it: as long, of the same kind and end; at most 4. */
export function alikeLines(
  lines: readonly Line[],
  shapes: readonly LineShape[],
): { before: number[]; after: number[] } {
  const isAlike = (at: number): boolean => {
    const [one, other] = [shapes[at - 1], shapes[at]];
    return (
      one !== undefined &&
      other !== undefined &&
      one.kind === other.kind &&
      one.end === other.end &&
      Math.abs(lines[at - 1]!.folded.length - lines[at]!.folded.length) <= 4
    );
  };
  const before = lines.map(() => 0);
  const after = lines.map(() => 0);
  for (let at = 1; at < lines.length; at += 1) if (isAlike(at)) before[at] = Math.min(4, before[at - 1]! + 1);
  for (let at = lines.length - 2; at >= 0; at -= 1) if (isAlike(at + 1)) after[at] = Math.min(4, after[at + 1]! + 1);
  return { before, after };
}
