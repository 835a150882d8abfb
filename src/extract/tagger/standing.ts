import { textValue } from './weights.ts';

/** How a string stands in the whole article. */
export interface Standing {
  readonly count: number;
  /** How often no part of a longer run of characters on its left. */
  readonly alone: number;
  /** How many different characters stand on its left, and on its right. */
  readonly lefts: number;
  readonly rights: number;
}

/** How many places of a string's beginning are looked at. */
const mostPlaces = 24;

/** Tells how the strings of an article stand in it, each looked for once. */
export class Standings {
  readonly #text: string;
  /** Where each pair of units stands. */
  readonly #postings = new Map<number, number[]>();
  readonly #known = new Map<number, Standing>();
  readonly #isName: Uint8Array;

  constructor(text: string) {
    this.#text = text;
    this.#isName = new Uint8Array(text.length + 1);
    for (let i = 0; i < text.length; i += 1) if (isNameUnit(text[i]!)) this.#isName[i] = 1;
    for (let i = 0; i + 2 <= text.length; i += 1) {
      const pair = pairAt(text, i);
      const places = this.#postings.get(pair);
      if (!places) this.#postings.set(pair, [i]);
      else if (places.length < mostPlaces) places.push(i);
    }
  }

  of(start: number, end: number): Standing {
    const text = this.#text;
    const key = textValue(text, start, end);
    const known = this.#known.get(key);
    if (known) return known;
    let count = 0;
    let alone = 0;
    const lefts = new Set<number>();
    const rights = new Set<number>();
    for (const at of this.#postings.get(pairAt(text, start)) ?? []) {
      if (!isSame(text, at, start, end - start)) continue;
      count += 1;
      const left = at > 0 && this.#isName[at - 1] ? text.charCodeAt(at - 1) : 0;
      const after = at + end - start;
      if (left === 0) alone += 1;
      lefts.add(left);
      rights.add(this.#isName[after] ? text.charCodeAt(after) : 0);
    }
    const standing = { count, alone, lefts: lefts.size, rights: rights.size };
    this.#known.set(key, standing);
    return standing;
  }
}

const isNameUnit = (unit: string): boolean =>
  (unit >= '\u3400' && unit <= '\u9fff') || /[\p{Script=Han}A-Za-z0-9]/u.test(unit);

const pairAt = (text: string, at: number): number => text.charCodeAt(at) * 0x10000 + (text.charCodeAt(at + 1) || 0);

function isSame(text: string, a: number, b: number, length: number): boolean {
  if (a === b) return true;
  for (let i = 2; i < length; i += 1) if (text.charCodeAt(a + i) !== text.charCodeAt(b + i)) return false;
  return true;
}
