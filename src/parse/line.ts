import type { RawSpan } from '../text/flow.ts';
import { foldText } from '../text/fold.ts';
import { neighboursIn } from '../text/neighbour.ts';

/** One printed line, without the blanks at its ends. */
export interface Line extends RawSpan {
  readonly text: string;
  /** `text` as the rules read it (`foldText`), unit for unit. */
  readonly folded: string;
  /** Its indentation, in full-width characters. */
  readonly indent: number;
  /** How many empty lines stand before it. */
  readonly gap: number;
  /** The number of form feeds before it: texts on different sheets are unrelated. */
  readonly sheet: number;
}

/** What stands beyond the last line of a file: nothing, on no sheet. */
const noLine: Line = { text: '', folded: '', from: 0, to: 0, indent: 0, gap: 0, sheet: -1 };

/** The line at a place of a file; an empty one on no sheet where the file has none. */
export function lineAt(lines: readonly Line[], at: number): Line {
  return lines[at] ?? noLine;
}

// (来源:区委办) and (下转第3版) end a story wherever they stand; what follows in the same line is another block.
const endsBlock = /\((?:来源|综合自|下转) ?:?[^()]{1,60}\) ?(?=[^ 。,;!?)”])/gu;
// (上接第1版) begins one.
const beginsBlock = /(?<=[^ ])[(【] ?(?:上接|紧接) ?第? ?[^()]{1,8}版/gu;

const lineBreak = /[\n\f\r\u2028\u2029]|$/g;

/** Cuts a raw file into its printed lines; empty ones are only counted. Linear in the file's length. */
export function readLines(raw: string): Line[] {
  const whole = foldText(raw);
  const lines: Line[] = [];
  let gap = 0;
  let sheet = 0;
  let from = 0;
  for (const { 0: end, index: to } of raw.matchAll(lineBreak)) {
    const kept = lines.length;
    if (to > from)
      for (const span of cutAtMarks(whole.slice(from, to), from))
        pushLine(raw, whole, span, lines.length > kept ? 0 : gap, sheet, lines);
    gap = lines.length > kept ? 0 : gap + 1;
    if (end === '\f') sheet += 1;
    from = to + 1;
  }
  return lines;
}

/** The parts of a line that begins at `from`. */
function cutAtMarks(folded: string, from: number): RawSpan[] {
  if (!/[(【]/.test(folded)) return [{ from, to: from + folded.length }];
  const cuts = new Set([0, folded.length]);
  for (const match of folded.matchAll(endsBlock)) cuts.add(match.index + match[0].length);
  for (const match of folded.matchAll(beginsBlock)) cuts.add(match.index);
  const edges = [...cuts].sort((a, b) => a - b);
  return neighboursIn(edges).map(([start, end]) => ({ from: from + start, to: from + end }));
}

function pushLine(raw: string, whole: string, { from, to }: RawSpan, gap: number, sheet: number, lines: Line[]): void {
  const folded = whole.slice(from, to);
  const start = from + folded.length - folded.trimStart().length;
  const end = from + folded.trimEnd().length;
  if (end > start)
    lines.push({
      text: raw.slice(start, end),
      folded: whole.slice(start, end),
      from: start,
      to: end,
      indent: start === from ? 0 : indentOf(raw.slice(from, start)),
      gap,
      sheet,
    });
}

function indentOf(blanks: string): number {
  let width = 0;
  for (const blank of blanks) width += blank === '\u3000' ? 1 : blank === '\t' ? 2 : 0.5;
  return width;
}
