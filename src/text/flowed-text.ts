/**
 * A stretch copied unchanged from the raw file: `text[at, at + length)` is `raw[from, from + length)`.
 * All three are counted in UTF-16 units.
 */
export type SourceRun = readonly [at: number, from: number, length: number];

/**
 * Text put together from pieces of a raw file, with the way back to them. What no run covers was added when joining.
 */
export interface FlowedText {
  readonly text: string;
  /** In order of `at`, never overlapping. */
  readonly runs: readonly SourceRun[];
}

/** A stretch of the raw file, in UTF-16 units. */
export interface SourceSpan {
  readonly start: number;
  readonly end: number;
}

/**
 * The smallest stretch of the raw file that holds all that was copied into `text[start, end)`.
 * null when nothing there was copied, only added when joining.
 */
export function sourceSpan(flowed: FlowedText, start: number, end: number): SourceSpan | null {
  let first = Infinity;
  let last = -1;
  for (let i = firstIndex(flowed.runs, ([at, , length]) => at + length > start); i < flowed.runs.length; i++) {
    const [at, from, length] = flowed.runs[i] ?? [end, 0, 0];
    if (at >= end) break;
    first = Math.min(first, from + Math.max(0, start - at));
    last = Math.max(last, from + Math.min(length, end - at));
  }
  return first < last ? { start: first, end: last } : null;
}

/** Where each line of a text begins, in UTF-16 units. Lines end with `\n`, `\r\n` or `\r`. */
export function lineStarts(text: string): readonly number[] {
  return [0, ...Array.from(text.matchAll(/\r\n|\n|\r/g), (end) => end.index + end[0].length)];
}

/** The line that holds an offset, counted from 1. `starts` are the text's `lineStarts`. */
export function lineOf(starts: readonly number[], offset: number): number {
  return firstIndex(starts, (start) => start > offset);
}

/**
 * The index of the first item for which `holds` is true, by binary search; the length when there is none. Once true it
 * must stay true for all items after.
 */
function firstIndex<T>(items: readonly T[], holds: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item === undefined || holds(item)) high = middle;
    else low = middle + 1;
  }
  return low;
}
