import { plain } from './body-name.ts';
import type { BodyName } from './body-name.ts';

/** How the characters of a form lie in a longer name. */
export interface Alignment {
  /**
   * What becomes of each part of the name: p(lace), o (the body it belongs to), b(rand), t(rade), h(ead) and l(egal form),
   * each with `=` where it is kept whole, `~` where characters of it are, `-` where it is left out.
   */
  readonly shape: string;
  /** How roughly the characters jump: 0 for whole words side by side. */
  readonly roughness: number;
  /** Whether a level word of the form, 市 of 市律师协会, stands for the place. */
  readonly isLevelled: boolean;
}

const ordinal = /[一二三四五六七八九十]/;
const level = /^[省市区县州旗镇乡校院](?=.{2})/;

/** The smoothest way in which the characters of `form` follow each other in the name; null where they do not. */
export function align(form: string, full: BodyName): Alignment | null {
  const short = plain(form);
  if (short.length < 2 || short.length > full.text.length) return null;
  const whole = trace(short, full);
  if (whole) return { ...whole, isLevelled: false };
  const rest = level.test(short) ? trace(short.slice(1), full) : null;
  return rest && { ...rest, isLevelled: true };
}

/** What it costs to go on in the name elsewhere than beside the character before. */
const rough = { word: 1, lastOfWord: 2, inside: 4 };

/** By dynamic programming over the places of each character: the cheapest path, then the shape that it leaves. */
function trace(short: string, { text, words, ...parts }: BodyName): Omit<Alignment, 'isLevelled'> | null {
  if (!isSubsequence(short, text)) return null;
  const n = text.length;
  const entry = (i: number): number =>
    i === 0 || words.has(i) ? rough.word : i + 1 === n || words.has(i + 1) ? rough.lastOfWord : rough.inside;
  let costs = Array.from({ length: n }, (_, i) => (text[i] === short[0] ? (i === 0 ? 0 : entry(i)) : Infinity));
  const backs: Int32Array[] = [];
  for (let j = 1; j < short.length; j += 1) {
    const next = new Array<number>(n).fill(Infinity);
    const back = new Int32Array(n).fill(-1);
    let least = Infinity; // of all places before i - 1
    let leastAt = -1;
    for (let i = 1; i < n; i += 1) {
      if (text[i] === short[j]) {
        const beside = costs[i - 1]!;
        const jump = least + entry(i);
        [next[i], back[i]] = beside <= jump ? [beside, i - 1] : [jump, leastAt];
      }
      if (costs[i - 1]! < least) [least, leastAt] = [costs[i - 1]!, i - 1];
    }
    costs = next;
    backs.push(back);
  }
  let at = -1;
  for (let i = 0; i < n; i += 1)
    if (costs[i]! < Infinity && (at < 0 || costs[i]! + endOf(i) <= costs[at]! + endOf(at))) at = i;
  function endOf(i: number): number {
    return i + 1 === n || words.has(i + 1) ? 0 : rough.inside;
  }
  if (at < 0) return null;
  const roughness = costs[at]! + endOf(at);
  const kept = new Uint8Array(n);
  for (let j = short.length - 1; j >= 0; j -= 1) {
    kept[at] = 1;
    if (j > 0) at = backs[j - 1]![at]!;
  }
  for (let i = 0; i < n; i += 1) if (!kept[i] && ordinal.test(text[i]!)) return null; // 第一 tells bodies apart
  return { shape: shapeOf(kept, { text, words, ...parts }), roughness };
}

/** Whether the last units of a plain form stand in a plain name, without which the form does not lie in it. */
export const mayAlign = (short: string, text: string): boolean =>
  text.includes(short[short.length - 1]!) && (short.length < 2 || text.includes(short[short.length - 2]!));

function isSubsequence(short: string, text: string): boolean {
  let at = -1;
  for (const unit of short) if ((at = text.indexOf(unit, at + 1)) < 0) return false;
  return true;
}

function shapeOf(kept: Uint8Array, full: BodyName): string {
  const bounds = [...new Set([0, ...full.words, full.text.length])].sort((a, b) => a - b);
  const parts = new Map<string, { kept: number; of: number }>();
  let hasBrand = false;
  for (let b = 0; b + 1 < bounds.length; b += 1) {
    const [start, end] = [bounds[b]!, bounds[b + 1]!];
    let part = partAt(start, full);
    if (part === 't' && !hasBrand) {
      part = 'b';
      hasBrand = true;
    }
    const sum = parts.get(part) ?? { kept: 0, of: 0 };
    parts.set(part, sum);
    sum.of += end - start;
    for (let i = start; i < end; i += 1) sum.kept += kept[i]!;
  }
  return [...parts].map(([part, sum]) => part + (sum.kept === 0 ? '-' : sum.kept === sum.of ? '=' : '~')).join('');
}

function partAt(start: number, { own, behindParent, legal, head }: BodyName): string {
  if (start < own) return 'p';
  if (start < behindParent) return 'o';
  if (legal !== null && start >= legal) return 'l';
  return start >= head ? 'h' : 't';
}
