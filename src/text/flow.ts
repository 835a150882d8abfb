import type { FlowedText, SourceRun } from './flowed-text.ts';

/** The stretch `raw[from, to)` of a raw file, in UTF-16 units. */
export interface RawSpan {
  readonly from: number;
  readonly to: number;
}

/** Puts stretches of a raw file together, with `separator` between them. */
export function flow(raw: string, spans: readonly RawSpan[], separator = ''): FlowedText {
  return joinFlows(
    spans.map(({ from, to }) => ({ text: raw.slice(from, to), runs: [[0, from, to - from]] })),
    separator,
  );
}

/** Puts flowed texts together, with `separator` between them. */
export function joinFlows(parts: readonly FlowedText[], separator: string): FlowedText {
  const runs: SourceRun[] = [];
  const texts: string[] = [];
  let at = 0;
  for (const part of parts) {
    if (texts.length > 0) at += separator.length;
    for (const [start, from, length] of part.runs) if (length > 0) runs.push([at + start, from, length]);
    texts.push(part.text);
    at += part.text.length;
  }
  return { text: texts.join(separator), runs };
}

/** The stretch `text[start, end)` of a flowed text, with its own way back. */
export function sliceFlow(flowed: FlowedText, start: number, end = flowed.text.length): FlowedText {
  const runs: SourceRun[] = [];
  for (const [at, from, length] of flowed.runs) {
    const first = Math.max(start, at);
    const last = Math.min(end, at + length);
    if (last > first) runs.push([first - start, from + first - at, last - first]);
  }
  return { text: flowed.text.slice(start, end), runs };
}

/** A flowed text without the blanks at its ends. */
export function trimFlow(flowed: FlowedText): FlowedText {
  const start = flowed.text.length - flowed.text.trimStart().length;
  const end = flowed.text.trimEnd().length;
  return start === 0 && end === flowed.text.length ? flowed : sliceFlow(flowed, start, Math.max(start, end));
}
