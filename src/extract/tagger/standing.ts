import { unitHash } from '../../text/unit-hash.ts';
import { PairIndex } from '../../text/unit-pair.ts';
import { unitTest } from '../../text/unit-test.ts';

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
  readonly #pairs: PairIndex;
  readonly #known = new Map<number, Standing>();

  constructor(text: string) {
    this.#text = text;
    this.#pairs = new PairIndex(text);
  }

  of(start: number, end: number): Standing {
    const key = unitHash(this.#text, start, end);
    let standing = this.#known.get(key);
    if (!standing) this.#known.set(key, (standing = this.#look(start, end)));
    return standing;
  }

  #look(start: number, end: number): Standing {
    const text = this.#text;
    const length = end - start;
    let count = 0;
    let alone = 0;
    const lefts: number[] = [];
    const rights: number[] = [];
    let at = this.#pairs.first(text.charCodeAt(start), text.charCodeAt(start + 1));
    for (let places = 0; at >= 0 && places < mostPlaces; places += 1, at = this.#pairs.next(at)) {
      if (!isSame(text, at, start, length)) continue;
      count += 1;
      const left = isNameUnit(text, at - 1) ? text.charCodeAt(at - 1) : 0;
      const right = isNameUnit(text, at + length) ? text.charCodeAt(at + length) : 0;
      if (left === 0) alone += 1;
      if (!lefts.includes(left)) lefts.push(left);
      if (!rights.includes(right)) rights.push(right);
    }
    return { count, alone, lefts: lefts.length, rights: rights.length };
  }
}

const isNameUnit = unitTest(/[\p{Script=Han}A-Za-z0-9]/u);

function isSame(text: string, a: number, b: number, length: number): boolean {
  if (a === b) return true;
  for (let i = 2; i < length; i += 1) if (text.charCodeAt(a + i) !== text.charCodeAt(b + i)) return false;
  return true;
}
