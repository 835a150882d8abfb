import { matchesOf } from './match.ts';
import type { TermRange } from './term-range.ts';

/** How long a snippet is, in UTF-16 units, unless one match is longer. */
const LENGTH = 120;

/** A stretch of a text, in UTF-16 units. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * The stretch of a text that shows most of what was searched for: the most different terms, then the most places, then
 * the first. It lies in one paragraph and begins and ends at a sentence or clause where one is within reach. `ranges`
 * must not be empty.
 */
export function snippetOf(text: string, ranges: readonly TermRange[]): Stretch {
  const shown = densest(ranges);
  const first = shown[0]?.start ?? 0;
  const last = shown.at(-1)?.end ?? first;
  const paragraph = paragraphAround(text, first, last);
  if (paragraph.end - paragraph.start <= LENGTH) return paragraph;
  const early = Math.min(first - ((LENGTH - (last - first)) >> 1), paragraph.end - LENGTH, first);
  const start = early <= paragraph.start ? paragraph.start : startNear(text, early, first);
  const late = Math.max(start + LENGTH, last);
  return { start, end: late >= paragraph.end ? paragraph.end : endNear(text, last, late) };
}

function paragraphAround(text: string, first: number, last: number): Stretch {
  const before = text.lastIndexOf('\n\n', first);
  const behind = text.indexOf('\n\n', last);
  return { start: before < 0 ? 0 : before + 2, end: behind < 0 ? text.length : behind };
}

/** The ranges of the best window. */
function densest(ranges: readonly TermRange[]): readonly TermRange[] {
  let best: readonly TermRange[] = [];
  let bestWorth = 0;
  let end = 0;
  for (const [begin, { start }] of ranges.entries()) {
    end = Math.max(end, begin + 1);
    while ((ranges[end]?.end ?? Infinity) - start <= LENGTH) end += 1;
    const window = ranges.slice(begin, end);
    const worth = new Set(window.map(({ term }) => term)).size * LENGTH + window.length;
    if (worth > bestWorth) [best, bestWorth] = [window, worth];
  }
  return best;
}

const sentenceEnd = /[。！？!?；;][”’」』）)]*/gu;
const clauseEnd = /(?:[，、：:]|,(?!\d)) ?/gu;

/** The first beginning of a sentence, else of a clause, else of a character, from `from` to `to`. */
function startNear(text: string, from: number, to: number): number {
  return bordersIn(text, from, to, sentenceEnd)[0] ?? bordersIn(text, from, to, clauseEnd)[0] ?? whole(text, from);
}

/** The last end of a sentence, else of a clause, else of a character, from `from` to `to`. */
function endNear(text: string, from: number, to: number): number {
  return (
    bordersIn(text, from, to, sentenceEnd).at(-1) ?? bordersIn(text, from, to, clauseEnd).at(-1) ?? whole(text, to)
  );
}

function bordersIn(text: string, from: number, to: number, border: RegExp): number[] {
  return matchesOf(text.slice(from, to), border).map(({ index, 0: { length } }) => from + index + length);
}

/** The offset, or the one before it where it would cut a character in two. */
function whole(text: string, offset: number): number {
  return /[\udc00-\udfff]/.test(text.charAt(offset)) ? offset - 1 : offset;
}
