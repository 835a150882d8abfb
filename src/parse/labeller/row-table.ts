const STRIDE = 3;

/**
 * Numbers of rows by keys of two integers: open addressing. Keys are compared as a whole, so that none finds the row of
 * another. The table grows up to `most` keys and is emptied when it is full.
 */
export class RowTable {
  readonly #most: number;
  /** The key plus 1 in its first half, its second half, and the row; 0 first in an empty slot. */
  #slots = new Int32Array(STRIDE * 1024);
  #mask = 1023;
  #count = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** The row of a key; undefined for one that was not set. `high` is not negative. */
  get(high: number, low: number): number | undefined {
    const slots = this.#slots;
    const mask = this.#mask;
    for (let at = hashOf(high, low) & mask; ; at = (at + 1) & mask) {
      const first = slots[at * STRIDE]!;
      if (first === 0) return undefined;
      if (first === high + 1 && slots[at * STRIDE + 1] === low) return slots[at * STRIDE + 2]!;
    }
  }

  /** Sets the row of a key that has none. */
  set(high: number, low: number, row: number): void {
    if (this.#count >= this.#most) this.#reset(1024);
    else if (this.#count * 2 >= this.#mask) this.#grow();
    this.#put(high, low, row);
  }

  #put(high: number, low: number, row: number): void {
    let at = hashOf(high, low) & this.#mask;
    while (this.#slots[at * STRIDE] !== 0) at = (at + 1) & this.#mask;
    this.#slots.set([high + 1, low, row], at * STRIDE);
    this.#count += 1;
  }

  #grow(): void {
    const old = this.#slots;
    this.#reset((this.#mask + 1) * 2);
    for (let slot = 0; slot < old.length; slot += STRIDE)
      if (old[slot] !== 0) this.#put(old[slot]! - 1, old[slot + 1]!, old[slot + 2]!);
  }

  #reset(size: number): void {
    this.#slots = new Int32Array(STRIDE * size);
    this.#mask = size - 1;
    this.#count = 0;
  }
}

function hashOf(high: number, low: number): number {
  const hash = Math.imul(Math.imul(high, 0x9e3779b1) ^ low, 0x85ebca6b);
  return hash ^ (hash >>> 15);
}
