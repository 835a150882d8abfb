import type { SortedLines } from './furniture/sorted-lines.ts';
import type { Line } from './line.ts';
import type { ParagraphStyle } from './paragraph-style.ts';

/** The longest line that may still be a headline. */
export const longestHeadline = 48;

/** What is known of the page when a line is judged. */
export interface DisplayContext {
  readonly lines: readonly Line[];
  /** Lines that the furniture of a web page proves to be headlines, and those that stand first under its line of data. */
  readonly headlines: ReadonlySet<Line>;
  readonly bodies: ReadonlySet<Line>;
  readonly parted: ReadonlySet<Line>;
  readonly style: ParagraphStyle;
  /** The pairs of characters that stand next to each other inside lines of the page, as `pairOf` gives them. */
  readonly pairs: ReadonlySet<number>;
  /** The usual length of a line of running text: wrapped lines are full, display lines end anywhere. */
  readonly usual: number;
  /** The result of `scoreSeam` for each line: cutting words is slow, and a line is judged several times. */
  readonly seams: Map<number, number>;
}

/** What `isDisplayLine` needs to know of a page. */
export function displayContext(
  { texts: lines, headlines, bodies, parted }: SortedLines,
  style: ParagraphStyle,
): DisplayContext {
  return {
    lines,
    headlines,
    bodies,
    parted,
    style,
    pairs: findPairs(lines),
    usual: usualLength(lines),
    seams: new Map(),
  };
}

/** The middle length of the lines with a comma or a full stop; 0 where there are none. */
function usualLength(lines: readonly Line[]): number {
  const lengths = lines
    .filter((l) => /[,。]/.test(l.folded))
    .map((l) => l.folded.length)
    .sort((a, b) => a - b);
  return lengths[lengths.length >> 1] ?? 0;
}

/**
 * The pairs of Han characters inside the lines of a page. Only pairs whose first character also ends a possible display
 * line are kept: no others are looked up.
 */
function findPairs(lines: readonly Line[]): Set<number> {
  const isEnd = new Uint8Array(0x10000);
  for (const { folded } of lines) if (folded.length <= longestHeadline) isEnd[folded.charCodeAt(folded.length - 1)] = 1;
  const pairs = new Set<number>();
  for (const { folded } of lines) {
    for (let i = 0; i + 1 < folded.length; i += 1) {
      const code = folded.charCodeAt(i);
      if (code > 0x3400 && isEnd[code] === 1 && folded.charCodeAt(i + 1) > 0x3400) pairs.add(pairOf(folded, i));
    }
  }
  return pairs;
}

/** The two units at `at` as one number: much faster to keep than strings. */
export function pairOf(text: string, at: number): number {
  return (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1);
}
