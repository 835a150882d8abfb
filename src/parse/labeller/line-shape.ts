import { unitTest } from '../../text/unit-test.ts';
import { endsSentence } from '../../text/sentence.ts';
import type { Line } from '../line.ts';
import { numberOf } from './feature-word.ts';
import { addFurnitureSigns } from './furniture-sign.ts';
import { measure } from './measure.ts';
import { addCreditSigns, addProseSigns } from './text-sign.ts';

/** What a line is by itself, before anything around it is looked at. Words are told by their numbers (`numberOf`). */
export interface LineShape {
  /** What the line is made of, each sign as a word. */
  readonly signs: readonly number[];
  /** The one trait that tells most, by which its neighbours know the line. */
  readonly kind: number;
  /** How the line ends, as a word. */
  readonly end: number;
  /** Its first unit, or one that stands for all of its kind. */
  readonly start: number;
  /** How long it is, in fine and in coarse steps. */
  readonly length: number;
  readonly size: number;
  /** How many commas and full stops it has, as far as that matters. */
  readonly commas: number;
  readonly stops: number;
  /** The share of Han characters, its indentation and the empty lines before it, in steps. */
  readonly han: number;
  readonly indent: number;
  readonly gap: number;
  readonly isProse: boolean;
  /** Whether a signature, source or jump ends a text with this line. */
  readonly isClosing: boolean;
}

/** A longer line is no furniture. */
const longestFurniture = 220;
const lengths = [1, 2, 4, 6, 8, 12, 16, 20, 25, 32, 40, 60, 100];

const isHan = unitTest(/\p{Script=Han}/u);
const isStop = unitTest(/[。;]/);

/** What the last characters of a line say. */
function endOf(folded: string): string {
  if (isHan(folded, folded.length - 1)) return '字';
  if (isStop(folded, folded.length - 1)) return '。';
  const last = folded.slice(-1);
  if (/[!?…]/.test(last)) return '!';
  if (/[”’"」』]/.test(last)) return /[。!?…;,][”’"」』]$/u.test(folded) ? '。”' : '”';
  if (/[)】\]》〉]/.test(last)) return endsSentence(folded) ? '。)' : last;
  if (/[,、:—]/.test(last)) return last;
  if (/\d/.test(last)) return '0';
  return /[A-Za-z]/.test(last) ? 'a' : '-';
}

function startOf(folded: string): number {
  if (isHan(folded, 0)) return '字'.charCodeAt(0);
  const first = folded.charAt(0);
  if (/\d/.test(first)) return '0'.charCodeAt(0);
  return (/[A-Za-z]/.test(first) ? 'a' : first).charCodeAt(0);
}

const closing = new Set(
  ['tail byline', 'bracket byline', 'trailing credits', 'signature', 'source end', 'source', 'jump onto'].map(numberOf),
);

/** The signs of a line, each once. */
function signsOf(folded: string): readonly number[] {
  const found: number[] = [];
  if (folded.length <= longestFurniture) addFurnitureSigns(found, folded);
  addCreditSigns(found, folded);
  addProseSigns(found, folded);
  return found;
}

/** How often a mark stands in the first units of a line, at most `most` times. */
function count(folded: string, mark: string, most: number): number {
  let found = 0;
  for (let at = folded.indexOf(mark); at >= 0 && at < 200 && found < most; at = folded.indexOf(mark, at + 1))
    found += 1;
  return found;
}

/** The share of Han characters among the first units of a line. */
function hanShare(folded: string): number {
  const reach = Math.min(100, folded.length);
  let found = 0;
  for (let at = 0; at < reach; at += 1) if (isHan(folded, at)) found += 1;
  return found / Math.max(1, reach);
}

/** Reads a line by itself. Linear in its length, which is looked at only as far as a line of furniture goes. */
export function shapeOf({ folded, indent, gap }: Line): LineShape {
  const signs = signsOf(folded);
  const end = endOf(folded);
  const commas = count(folded, ',', 3);
  const stops = Math.min(2, count(folded, '。', 2) + count(folded, ';', 2));
  const isProse = endsSentence(folded) && folded.length >= 14 && stops + commas > 0;
  return {
    signs,
    kind: kindOf(signs, isProse, folded.length, end),
    end: numberOf(end),
    start: startOf(folded),
    length: measure(folded.length, lengths),
    size: measure(folded.length, [8, 20, 40]),
    commas,
    stops,
    han: measure(hanShare(folded), [0.01, 0.3, 0.6, 0.8, 0.99]),
    indent: measure(indent, [0, 1.5, 2.5]),
    gap: Math.min(2, gap),
    isProse,
    isClosing: signs.some((sign) => closing.has(sign)),
  };
}

const telling = [
  'jump from',
  'rule',
  'located',
  'neighbour',
  'list head',
  'foot',
  'page head 3',
  'page head 2',
  'head byline',
  'source',
  'byline of editors',
  'byline',
  'bracket byline',
  'caption',
  'photo credit',
  'item SOURCE',
  'item DAY',
  'item WRITER',
  'item DATE',
  'item PAGER',
  'item HEADLINE',
  'item CONTROL',
  'item PLAIN',
  'path',
  'menu 3 3',
  'menu 2 3',
  'page head 1',
  'section',
  'teaser lead',
  'teaser end',
  'day',
  'notice',
  'name',
  'numbers',
].map(numberOf);

const stories = new Set(['lead DAY', 'lead LOOSE', 'head byline'].map(numberOf));
const [story, prose] = [numberOf('story'), numberOf('prose')];

function kindOf(signs: readonly number[], isProse: boolean, length: number, end: string): number {
  if (isProse) return signs.some((sign) => stories.has(sign)) ? story : prose;
  const sign = telling.find((name) => signs.includes(name));
  return sign ?? numberOf(`${measure(length, [4, 8, 14, 24, 40])}${end === '字' ? '' : end}`);
}
