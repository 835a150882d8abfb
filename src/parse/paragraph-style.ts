import { neighboursIn } from '../text/neighbour.ts';
import { endsSentence } from '../text/sentence.ts';
import { lineAt, type Line } from './line.ts';

/**
 * How a file of hard-wrapped columns tells where a paragraph begins: by an indented line, by an empty line before it,
 * or not at all. `width` is that of a full line, in full-width characters.
 */
export interface ParagraphStyle {
  readonly kind: 'INDENT' | 'GAP' | 'NONE';
  readonly width: number;
  /** Whether empty lines stand only between articles and their parts, never inside a paragraph or before each one. */
  readonly isParted: boolean;
}

const none: ParagraphStyle = { kind: 'NONE', width: Infinity, isParted: false };

/** Wider lines are not columns but whole paragraphs, or fragments cut anywhere. */
const widestColumn = 60;
/** A line may end early because punctuation must not begin the next one. */
const slack = 2;
/** Fewer wrapped lines prove nothing. */
const fewest = 4;

/** Reads the style from where lines end in the middle of a sentence and where after one. */
export function paragraphStyle(lines: readonly Line[]): ParagraphStyle {
  const seams = neighboursIn(lines)
    .map(([line, next]) => ({ ended: endsSentence(line.folded), line, next }))
    .filter(({ line, next }) => line.sheet === next.sheet && !/^[(【▲△▼□■◆●]/.test(next.folded));
  const wraps = seams
    .filter(({ ended, line, next }) => !ended && line.folded.length >= 10 && next.gap === 0 && !isIndented(next))
    .map(({ line }) => lineWidth(line))
    .sort((a, b) => a - b);
  const width = columnWidth(wraps);
  if (width === Infinity) return none;
  const gaps = seams.filter(({ next }) => next.gap > 0);
  const isParted =
    gaps.length >= 3 &&
    gaps.filter(({ ended, line }) => !ended && isFull(line, width)).length <= Math.max(1, gaps.length * 0.1);
  const kinds = {
    INDENT: ({ next }: { next: Line }) => isIndented(next),
    GAP: ({ next }: { next: Line }) => next.gap > 0,
  };
  for (const kind of ['INDENT', 'GAP'] as const) {
    const marked = seams.filter(kinds[kind]);
    const bare = seams.filter((seam) => seam.ended && !kinds[kind](seam) && seam.next.gap === 0);
    const inside = marked.filter(({ ended, line }) => !ended && isFull(line, width));
    // a headline follows the end of a paragraph too
    const early = bare.filter(
      ({ line, next }) => !isFull(line, width) && (endsSentence(next.folded) || isFull(next, width)),
    );
    if (
      marked.filter((s) => s.ended).length >= 3 &&
      inside.length <= marked.length * 0.1 &&
      early.length <= marked.length * 0.2
    )
      return { kind, width, isParted: isParted && kind !== 'GAP' };
  }
  return { kind: 'NONE', width, isParted };
}

/** The width that many lines reach and hardly any exceeds; Infinity when there is none. `wraps` are sorted. */
function columnWidth(wraps: readonly number[]): number {
  // a few wider lines: a headline over two columns
  const width = wraps[Math.floor((wraps.length - 1) * 0.95)] ?? Infinity;
  const full = wraps.filter((w) => w >= width - slack && w <= width).length;
  return full < fewest || width > widestColumn || full < wraps.length * 0.4 ? Infinity : width;
}

/**
 * Whether the line at `at`, which follows the end of a sentence, nevertheless continues that sentence's paragraph: the
 * line before is full, and this one has no mark of a new paragraph. Display lines are told by what precedes the next
 * mark.
 */
export function runsOn(lines: readonly Line[], at: number, { kind, width }: ParagraphStyle): boolean {
  if (kind === 'NONE' || startsParagraph(lineAt(lines, at), kind) || !isFull(lineAt(lines, at - 1), width))
    return false;
  let last = at;
  while (
    last + 1 < lines.length &&
    last < at + 40 &&
    lineAt(lines, last + 1).sheet === lineAt(lines, at).sheet &&
    !startsParagraph(lineAt(lines, last + 1), kind)
  )
    last += 1;
  return /[。!?;…”’)】]$/u.test(lineAt(lines, last).folded);
}

/** Whether the line at `at` follows a full line, in columns that do not tell where paragraphs begin. */
export function isUnmarked(lines: readonly Line[], at: number, { kind, width }: ParagraphStyle): boolean {
  return kind === 'NONE' && width !== Infinity && lineAt(lines, at).gap === 0 && isFull(lineAt(lines, at - 1), width);
}

/** Whether a line of a hard-wrapped file stops before its column does, as last lines of paragraphs do. */
export function endsEarly(line: Line, { width }: ParagraphStyle): boolean {
  return width !== Infinity && !isFull(line, width);
}

/**
 * Whether a line begins a paragraph that goes on in the next: it is moved in and full, and the next is neither moved in
 * nor set off.
 */
export function wrapsOnto(line: Line, next: Line, { kind, width }: ParagraphStyle): boolean {
  return kind === 'INDENT' && isIndented(line) && !startsParagraph(next, kind) && isFull(line, width);
}

function startsParagraph(line: Line, kind: 'INDENT' | 'GAP'): boolean {
  return line.gap > 0 || (kind === 'INDENT' && isIndented(line));
}

/** Centred lines are indented more. */
function isIndented({ indent }: Line): boolean {
  return indent >= 1 && indent <= 2.5;
}

/** Whether a line fills a column of hard-wrapped text. */
export function isFull(line: Line, width: number): boolean {
  const own = lineWidth(line);
  return own >= width - slack && own <= width + slack;
}

/** In full-width characters, the indentation counted. */
function lineWidth({ folded, indent, text }: Line): number {
  if (folded.length > 2 * widestColumn) return Infinity;
  let narrow = 0;
  for (let i = 0; i < text.length; i += 1) if (text.charCodeAt(i) < 0x100) narrow += 1;
  return indent + text.length - narrow / 2;
}
