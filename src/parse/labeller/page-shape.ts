import { matchesOf } from '../../text/match.ts';
import { squeeze } from '../../text/width.ts';
import { cutWords } from '../../text/word.ts';
import type { Line } from '../line.ts';
import { isFull, paragraphStyle, type ParagraphStyle } from '../paragraph-style.ts';
import { numberOf } from './feature-word.ts';
import { shapeOf, type LineShape } from './line-shape.ts';
import { alikeLines, markShapes, type MarkShape } from './list-shape.ts';

/** What is known of a whole file when its lines are labelled. */
export interface PageShape {
  readonly lines: readonly Line[];
  readonly shapes: readonly LineShape[];
  readonly style: ParagraphStyle;
  /** The lines without blanks. */
  readonly keys: readonly string[];
  /** How many lines away the nearest running text is, above and below; `far` where none is so near. */
  readonly above: readonly number[];
  readonly below: readonly number[];
  /** How much of each line the running text below and above it says again; -1 for a line that says nothing. */
  readonly toldBelow: readonly number[];
  readonly toldAbove: readonly number[];
  /** Whether no line near a line is said again as much by what follows. */
  readonly isMostTold: readonly boolean[];
  /** Whether a word runs over the end of a short line into the next. */
  readonly isCut: readonly boolean[];
  /** How many lines have what only web pages have, up to 3. */
  readonly web: number;
  /** The mark that each line begins with; null where it has none. */
  readonly marks: readonly (MarkShape | null)[];
  /** How many lines before and after each line look like it. */
  readonly alike: { readonly before: readonly number[]; readonly after: readonly number[] };
}

/** How far running text is looked for. */
export const far = 12;
/** How many units of running text a line is compared with. */
const reach = 700;
const longestCompared = 60;
/** How many lines around are compared. */
const near = 6;

/** The kinds of lines that only web pages have. */
const webKinds = new Set(
  [
    'located',
    'neighbour',
    'list head',
    'foot',
    'path',
    'menu 3 3',
    'menu 2 3',
    'item SOURCE',
    'item DAY',
    'item DATE',
    'item PAGER',
    'item HEADLINE',
    'item CONTROL',
    'item PLAIN',
  ].map(numberOf),
);

/** Looks at all lines of a file. Linear in its length: every line looks only so far. */
export function pageShapeOf(lines: readonly Line[]): PageShape {
  const shapes = lines.map(shapeOf);
  const keys = lines.map(({ folded }) => squeeze(folded));
  const web = shapes.filter(({ kind }) => webKinds.has(kind)).length;
  const toldBelow = keys.map((key, at) =>
    key.length > longestCompared ? -1 : told(key, textFrom(lines, shapes, at, 1)),
  );
  return {
    lines,
    shapes,
    isCut: lines.map(({ folded }, at) => folded.length <= longestCompared && isWordCut(lines, at)),
    keys,
    toldBelow,
    isMostTold: toldBelow.map(
      (share, at) =>
        share > 0 && toldBelow.slice(Math.max(0, at - near), at + near + 1).every((other) => other <= share),
    ),
    style: paragraphStyle(lines),
    above: distances(lines, shapes, -1),
    below: distances(lines, shapes, 1),
    toldAbove: keys.map((key, at) => (key.length > longestCompared ? -1 : told(key, textFrom(lines, shapes, at, -1)))),
    web: web > 2 ? 2 : web > 0 ? 1 : 0,
    marks: markShapes(lines, shapes),
    alike: alikeLines(lines, shapes),
  };
}

function distances(lines: readonly Line[], shapes: readonly LineShape[], step: 1 | -1): number[] {
  const found = new Array<number>(lines.length).fill(far);
  for (let i = 0; i < lines.length; i += 1) {
    const at = step > 0 ? lines.length - 1 - i : i;
    const next = lines[at + step];
    if (next === undefined || next.sheet !== lines[at]!.sheet) continue;
    found[at] = shapes[at + step]!.isProse ? 1 : Math.min(far, found[at + step]! + 1);
  }
  return found;
}

/** The running text that begins or ends next to a line. */
function textFrom(lines: readonly Line[], shapes: readonly LineShape[], at: number, step: 1 | -1): string {
  let text = '';
  for (let i = at + step, n = 0; n < far && i >= 0 && i < lines.length && text.length < reach; i += step, n += 1) {
    const { folded, sheet } = lines[i]!;
    const part = step > 0 ? folded.slice(0, reach) : folded.slice(-reach);
    if (sheet !== lines[at]!.sheet) break;
    if (shapes[i]!.isProse || folded.length > 30) text = step > 0 ? text + part : part + text;
  }
  return step > 0 ? text.slice(0, reach) : text.slice(-reach);
}

/** The share of the pairs of Han characters of a line that stand in a text. */
function told(key: string, text: string): number {
  let all = 0;
  let found = 0;
  for (const { 0: run } of matchesOf(key, hanRuns))
    for (let i = 0; i + 2 <= run.length; i += 1, all += 1)
      if (pairs.mayHold(text, run, i) && text.includes(run.slice(i, i + 2))) found += 1;
  return all === 0 ? -1 : found / all;
}
const hanRuns = /\p{Script=Han}{2,}/gu;

/** Which pairs of units the last text that was asked for may hold: by their hashes, so that some are taken for others. */
class Pairs {
  readonly #seen = new Uint32Array(2 ** 13);
  #text = '';
  #count = 0;

  mayHold(text: string, of: string, at: number): boolean {
    if (text !== this.#text) this.#take(text);
    return this.#seen[this.#hash(of, at)] === this.#count;
  }

  #take(text: string): void {
    this.#text = text;
    this.#count += 1;
    for (let at = 0; at + 1 < text.length; at += 1) this.#seen[this.#hash(text, at)] = this.#count;
  }

  #hash(text: string, at: number): number {
    return Math.imul(text.charCodeAt(at) * 31 + text.charCodeAt(at + 1), 0x9e3779b1) >>> 19;
  }
}
const pairs = new Pairs();

/** Whether a word runs over the end of a line into the next. */
function isWordCut(lines: readonly Line[], at: number): boolean {
  const line = lines[at]!;
  const next = lines[at + 1];
  if (next?.sheet !== line.sheet) return false;
  const head = line.folded.slice(-6);
  if (!/\p{Script=Han}$/u.test(head) || !/^\p{Script=Han}/u.test(next.folded))
    return /\d$/.test(head) && /^[\d年月日.]/.test(next.folded);
  return cutWords(head + next.folded.slice(0, 6)).some((w) => w.start < head.length && w.end > head.length);
}

/** Whether a line fills its column. */
export const fills = ({ lines, style }: PageShape, at: number): boolean =>
  style.width !== Infinity && lines[at] !== undefined && isFull(lines[at], style.width);
