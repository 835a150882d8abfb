import { surnameLength } from '../../text/surname.ts';
import { squeeze } from '../../text/width.ts';
import { isBody, grade, isShortOffice, unnamed } from '../credit-word.ts';
import { itemsOf, type Item } from '../furniture/item.ts';
import type { Cue } from './cue.ts';
import type { WordSpan } from './candidate.ts';

/** Where credits stand: in a line of their own, at the head of a paragraph, in brackets behind its last
 * sentence or inside one, or behind it without brackets. */
export type CreditPlace = 'LINE' | 'HEAD' | 'TAIL' | 'INSIDE' | 'AFTER';

/** Whether labels say that somebody wrote, or only something else. */
const turn = (letters: string): string =>
  letters.includes('w') ? 'w' : /[PE]/.test(letters) && !letters.endsWith(':') ? 'x' : '-';

/** What the labels and callings around a name say as a whole. */
function verdictOf(ahead: string, calling: string, behind: string): string {
  if (ahead !== '-') return ahead;
  return behind === '-' || (behind === 'w' && calling !== '-') ? calling : behind;
}

/** A word before a colon that is no cue (第01版:要闻, 校稿:甲), or an office (宣传办:乙). */
function unknownLabel(folded: string, cues: readonly Cue[], { start }: WordSpan): string | null {
  const label = /([\p{Script=Han}\d]{2,12}) ?: ?$/u.exec(folded.slice(Math.max(0, start - 16), start))?.[1];
  if (label === undefined || cues.some(({ end }) => end <= start && /^ ?: ?$/.test(folded.slice(end, start))))
    return null;
  return isBody(label) ? 'office' : 'other';
}

const near = /^[\s、,;&/:|(]*$/u;

/** What speaks for or against each of the names in a line being that of who wrote the text. */
export function writerFeatures(
  folded: string,
  place: CreditPlace,
  cues: readonly Cue[],
  spans: readonly WordSpan[],
): string[][] {
  const items = itemsOf(folded);
  const rest = restOf(folded, cues, spans);
  return spans.map((span, i) => {
    const name = squeeze(folded.slice(span.start, span.end));
    const item = items.find(({ start, end }) => start <= span.start && span.start < end);
    const [label, calling, sep] = saidAhead(folded, cues, spans, i);
    const behind = saidBehind(folded, cues, spans, i);
    const verdict = unknownLabel(folded, cues, span) ?? verdictOf(turn(label), calling, turn(behind));
    const surname = surnameLength(name, 0);
    const looks = looksOf(name, surname);
    const shape = `${/[·•]/u.test(name) ? '·' : Math.min(5, name.length)}${surname}${name.length < span.end - span.start ? '_' : ''}`;
    const field = item === undefined ? '' : fieldOf(folded, item);
    const kind = kindOf(name);
    return [
      `h ${label}${calling}`,
      `v ${verdict}`,
      `v,f ${verdict} ${shape}`,
      `v,g ${verdict} ${looks}`,
      `v,k ${verdict} ${kind}`,
      `v,s ${verdict} ${sep}`,
      `v,p ${verdict} ${place} ${looks}`,
      `v,x ${verdict} ${rest} ${place}`,
      `o ${turn(label)} ${turn(behind)}`,
      `o,c ${turn(label)} ${calling}`,
      `o- ${turn(label)}`,
      `b- ${turn(behind)}`,
      `h,s ${label}${calling} ${sep}`,
      `h,b ${label}${calling} ${behind}`,
      `h,p ${label}${calling} ${place}`,
      `h,f ${label}${calling} ${surname}`,
      `b ${behind}`,
      `f ${shape}`,
      `f,p ${shape} ${place}`,
      `p ${place} ${label}${calling} ${rest}`,
      `p,f ${place} ${rest} ${shape}`,
      `i ${item?.kind ?? ''} ${label}${calling}`,
      `field ${field}`,
      `x ${rest}`,
      `n ${Math.min(3, i)} ${Math.min(4, spans.length)}`,
      `k ${kind}`,
      ...(looks === '0' ? [`w ${name}`] : []),
      `e ${name.slice(-1)} ${name.length}`,
      `z ${name.slice(-1)} ${looks}`,
      `z2 ${name.slice(-2)}`,
      `c ${name.slice(0, 1)} ${name.length}`,
      `edge ${folded[span.start - 1] ?? '^'} ${folded[span.end] ?? '$'}`,
      `edge-1 ${folded[span.start - 1] ?? '^'}`,
      `edge+1 ${folded[span.end] ?? '$'}`,
      `lead ${/[\p{Script=Han}]{1,2}(?=[\s:/|(]*$)/u.exec(folded.slice(Math.max(0, span.start - 8), span.start))?.[0] ?? '^'}`,
      `tail ${/^[\s:/|)]*([\p{Script=Han}]{1,2})/u.exec(folded.slice(span.end, span.end + 8))?.[1] ?? '$'}`,
    ];
  });
}

function looksOf(name: string, surname: number): string {
  if (/[·•]/u.test(name)) return '·';
  if (surname === 0) return '0';
  return name.length <= surname + 2 ? 'name' : 'long';
}

const fieldOf = (folded: string, { kind, start, valueStart }: Item): string =>
  kind === 'WORD' ? 'word' : folded.slice(start, valueStart).replace(/[^\p{L}]/gu, '');

/** What a word is that looks like no name. */
function kindOf(name: string): string {
  if (unnamed.has(name)) return 'unnamed';
  if (isBody(name)) return 'body';
  if (grade.test(name)) return 'grade';
  return isShortOffice(name, '某某') ? 'office' : '';
}

/** How much of a line is neither a name nor a cue: characters of the Han. */
function restOf(folded: string, cues: readonly Cue[], spans: readonly WordSpan[]): string {
  const left = [...folded];
  for (const { start, end } of [...cues, ...spans]) left.fill(' ', start, end);
  const count = left.filter((c) => /[\p{L}]/u.test(c)).length;
  const digits = left.some((c) => /\d/.test(c)) ? 'd' : '';
  return `${count === 0 ? 0 : count <= 2 ? 1 : count <= 6 ? 2 : count <= 14 ? 3 : 4}${digits}`;
}

const letterOf = ({ isCalling, role }: Cue): string => (isCalling ? 'C' : role === 'REPORTER' ? 'w' : role.charAt(0));

/** Labels printed as one (文/图), from the first to the last. */
function groupOf(folded: string, cues: readonly Cue[], label: Cue): { start: number; letters: string } {
  let first = label;
  let letters = letterOf(label);
  for (;;) {
    const before = cues.find(
      (cue) => !cue.isCalling && cue.end < first.start && /^ ?[/、,&·.] ?$/.test(folded.slice(cue.end, first.start)),
    );
    if (!before) return { start: first.start, letters };
    first = before;
    letters = letterOf(before) + letters;
  }
}

/** The label and the calling that hold for a name, and what parts them from it. */
function saidAhead(
  folded: string,
  cues: readonly Cue[],
  spans: readonly WordSpan[],
  i: number,
): [string, string, string] {
  const start = spans[i]?.start ?? 0;
  const before = cues.filter(({ end }) => end <= start);
  const last = before.at(-1);
  const label = before.findLast((cue) => !cue.isCalling && leads(folded, cues, cue, spans));
  const calling = before.findLast(({ isCalling }) => isCalling);
  const isTied = label && calling && label.start < calling.start && /^ ?[:/|]/.test(folded.slice(label.end));
  const holds = label && (!calling || label.start > calling.start || isTied);
  return [
    holds ? groupOf(folded, cues, label).letters : '-',
    calling && (!label || calling.start > label.start) ? 'C' : '-',
    last ? shapeBetween(folded, last.end, start, spans) : '^',
  ];
}

/** Whether a label stands before those whom it means: 文/甲, 责编 乙. */
function leads(folded: string, cues: readonly Cue[], label: Cue, spans: readonly WordSpan[]): boolean {
  if (label.role === 'EDITOR' || /^ ?[:/|]/.test(folded.slice(label.end))) return true;
  const { start } = groupOf(folded, cues, label);
  const isBehind = spans.some((span) => span.end <= start && near.test(folded.slice(span.end, start)));
  const isBefore = spans.some((span) => span.start >= label.end && near.test(folded.slice(label.end, span.start)));
  return !isBehind || (label.end - label.start > 1 && isBefore);
}

function shapeBetween(folded: string, from: number, to: number, spans: readonly WordSpan[]): string {
  let text = folded.slice(from, to);
  for (const span of spans)
    if (span.start >= from && span.end <= to) text = text.replace(folded.slice(span.start, span.end), 'N');
  return text
    .replace(/\p{Script=Han}+/gu, 'H')
    .replace(/N([、, ]+N)+/gu, 'N+')
    .slice(0, 6);
}

/** The label behind a name: 甲/文, 乙 摄. */
function saidBehind(folded: string, cues: readonly Cue[], spans: readonly WordSpan[], i: number): string {
  const end = spans[i]?.end ?? 0;
  const labels = cues.filter((cue) => cue.start >= end && !cue.isCalling);
  const first = labels[0];
  if (!first) return '-';
  const skipped = spans.slice(i + 1).filter((other) => other.end <= first.start);
  let between = folded.slice(end, first.start);
  for (const other of skipped) between = between.replace(folded.slice(other.start, other.end), '');
  if (!near.test(between)) return '-';
  const after = labels.slice(1).find((other, n) => n === 0 && near.test(folded.slice(first.end, other.start)));
  const isAhead = (/^ ?[:|/]/.test(folded.slice(first.end)) && !after) || leads(folded, cues, first, spans);
  return `${skipped.length > 0 ? '+' : ''}${between.trim().slice(0, 1)}${letterOf(first)}${after ? letterOf(after) : ''}${isAhead ? ':' : ''}`;
}
