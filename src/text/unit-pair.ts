/** Two UTF-16 units as one number. */
const pairOf = (first: number, second: number): number => (first << 16) | second;

const pairAt = (text: string, at: number): number => pairOf(text.charCodeAt(at), text.charCodeAt(at + 1));

/**
 * Where each pair of UTF-16 units stands in a text. A table with open addressing, as a map takes longer to fill than
 * the text to read.
 */
export class PairIndex {
  readonly #text: string;
  readonly #next: Int32Array;
  /** The first place of each pair and 1; 0 where a slot is empty. */
  readonly #slots: Int32Array;
  readonly #shift: number;

  constructor(text: string) {
    this.#text = text;
    this.#next = new Int32Array(text.length).fill(-1);
    const bits = Math.max(6, 33 - Math.clz32(text.length));
    this.#slots = new Int32Array(2 ** bits);
    this.#shift = 32 - bits;
    for (let at = text.length - 2; at >= 0; at -= 1) {
      const slot = this.#slotOf(pairAt(text, at));
      this.#next[at] = (this.#slots[slot] ?? 0) - 1;
      this.#slots[slot] = at + 1;
    }
  }

  /** Where a pair stands first; -1 for nowhere. */
  first(one: number, other: number): number {
    return (this.#slots[this.#slotOf(pairOf(one, other))] ?? 0) - 1;
  }

  /** Where the pair at a place stands next; -1 for nowhere. */
  next(at: number): number {
    return this.#next[at] ?? -1;
  }

  #slotOf(pair: number): number {
    const [slots, text] = [this.#slots, this.#text];
    let slot = Math.imul(pair, 0x9e3779b1) >>> this.#shift;
    for (;;) {
      const place = (slots[slot] ?? 0) - 1;
      if (place < 0 || pairAt(text, place) === pair) return slot;
      slot = (slot + 1) & (slots.length - 1);
    }
  }
}
