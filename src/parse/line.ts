import type { RawSpan } from '../text/flow.ts';
import { foldWidth } from '../text/width.ts';

/** One printed line, without the blanks at its ends. */
export interface Line extends RawSpan {
  readonly text: string;
  /** `text` in half width, unit for unit. */
  readonly folded: string;
  /** How many empty lines stand before it. */
  readonly gap: number;
  /** Counts the form feeds before it: texts of different sheets have nothing to do with each other. */
  readonly sheet: number;
}

// (来源:区委办) and (下转第3版) end a story wherever they stand; what follows in the same line is another block.
const endsBlock = /\((?:来源|综合自|下转) ?:?[^()]{1,60}\) ?(?=[^ 。,;!?)”])/gu;
// (上接第1版) begins one.
const beginsBlock = /(?<=[^ ])[(【] ?(?:上接|紧接) ?第? ?[^()]{1,8}版/gu;

/** Cuts a raw file into its printed lines; empty ones are only counted. Linear in the file's length. */
export function readLines(raw: string): Line[] {
  const lines: Line[] = [];
  let gap = 0;
  let sheet = 0;
  for (let from = 0; from <= raw.length; ) {
    const to = nextBreak(raw, from);
    const kept = lines.length;
    if (to > from) for (const span of cutAtMarks(raw, from, to)) pushLine(raw, span, lines.length > kept ? 0 : gap, sheet, lines);
    gap = lines.length > kept ? 0 : gap + 1;
    if (raw[to] === '\f') sheet += 1;
    from = to + 1;
  }
  return lines;
}

function nextBreak(raw: string, from: number): number {
  let to = from;
  while (to < raw.length && raw[to] !== '\n' && raw[to] !== '\f' && raw[to] !== '\r' && raw[to] !== '\u2028' && raw[to] !== '\u2029') to += 1;
  return to;
}

function* cutAtMarks(raw: string, from: number, to: number): Generator<RawSpan> {
  const folded = foldWidth(raw.slice(from, to));
  if (!/[(【]/u.test(folded)) {
    yield { from, to };
    return;
  }
  const cuts = new Set<number>();
  for (const match of folded.matchAll(endsBlock)) cuts.add(match.index + match[0].length);
  for (const match of folded.matchAll(beginsBlock)) cuts.add(match.index);
  let start = 0;
  for (const cut of [...cuts].sort((a, b) => a - b)) {
    yield { from: from + start, to: from + cut };
    start = cut;
  }
  yield { from: from + start, to };
}

function pushLine(raw: string, span: RawSpan, gap: number, sheet: number, lines: Line[]): void {
  const whole = raw.slice(span.from, span.to);
  const folded = foldWidth(whole);
  const start = folded.length - folded.trimStart().length;
  const end = folded.trimEnd().length;
  if (end <= start) return;
  lines.push({ text: whole.slice(start, end), folded: folded.slice(start, end), from: span.from + start, to: span.from + end, gap, sheet });
}
