import { firstUnits, type FirstUnits } from '../../text/first-unit.ts';
import { numberOf } from './feature-word.ts';

/** What a line shows where a pattern matches it; nothing where it is longer than `longest` units. */
export interface PatternSign {
  readonly name: string;
  readonly pattern: RegExp;
  readonly longest?: number;
}

/**
 * Finds which signs a line shows. One look at its units tells which of the patterns could match at all, and few lines
 * have to be searched for more than a few of them. At most 31 signs.
 */
export class SignSet {
  readonly #signs: readonly { number: number; pattern: RegExp; longest: number; first: FirstUnits }[];
  /** The signs whose patterns may begin with each unit, a bit each. */
  readonly #begun = new Int32Array(0x10000).fill(-1);
  readonly #anchored: number;

  constructor(signs: readonly PatternSign[]) {
    if (signs.length > 31) throw new RangeError(`A set holds 31 signs, not ${signs.length}.`);
    this.#signs = signs.map(({ name, pattern, longest = Infinity }) => ({
      number: numberOf(name),
      pattern,
      longest,
      first: firstUnits(pattern),
    }));
    this.#anchored = this.#bits(({ first }) => first.isAnchored);
  }

  /** Adds the numbers of the signs of a line, in the order in which they were declared. */
  addTo(found: number[], folded: string): void {
    let begun = this.#begunBy(folded, 0) & this.#anchored;
    for (let at = 0; at < folded.length; at += 1) begun |= this.#begunBy(folded, at) & ~this.#anchored;
    for (; begun !== 0; begun &= begun - 1) {
      const { number, pattern, longest } = this.#signs[31 - Math.clz32(begun & -begun)]!;
      if (folded.length <= longest && pattern.test(folded)) found.push(number);
    }
  }

  #begunBy(text: string, at: number): number {
    const unit = text.charCodeAt(at);
    const known = this.#begun[unit]!;
    return known >= 0 ? known : (this.#begun[unit] = this.#bits(({ first }) => first.test(text, at)));
  }

  #bits(holds: (sign: { first: FirstUnits }) => boolean): number {
    return this.#signs.reduce((bits, sign, i) => bits | (holds(sign) ? 1 << i : 0), 0);
  }
}
