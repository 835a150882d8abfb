import { unitHash } from '../../text/unit-hash.ts';

/**
 * The weights of a linear model. A feature is a template and up to three values: characters, words or small numbers,
 * all as integers. Features are looked up by a hash, so that none of them is ever built as a string while reading.
 */

/** How a value of a template is written in the file of weights: as text (a word or characters) or as a number. */
export type ValueKind = 'text' | 'number';

export interface Template {
  readonly name: string;
  readonly values: readonly ValueKind[];
}

/** The hash of a feature. */
export function featureKey(template: number, a: number, b: number, c: number): number {
  let hash = Math.imul(template + 1, 0x9e3779b1) ^ a;
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) ^ b;
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35) ^ c;
  hash = Math.imul(hash ^ (hash >>> 16), 0x27d4eb2f);
  return (hash ^ (hash >>> 15)) | 0 || 1; // 0 is an empty slot
}

/** How many weights are fetched from a table at once. */
const MOST_AT_ONCE = 32;

/**
 * Weights by the hashes of their features: open addressing, half of a slot tells features apart, the other half is the
 * weight in hundredths. So small a table stays near the processor. One look-up in some 50,000 finds the weight of
 * another feature, no more than hashes of 32 bits do.
 */
export class WeightTable {
  readonly #slots: Int32Array;
  readonly #shift: number;
  readonly #fetched = new Int32Array(MOST_AT_ONCE);

  /** `weights` are in hundredths, at most 327 in size and none of them 0. */
  constructor(keys: readonly number[], weights: readonly number[]) {
    let bits = 10;
    while (2 ** bits < keys.length * 1.5) bits += 1;
    this.#slots = new Int32Array(2 ** bits);
    this.#shift = 32 - bits;
    for (const [i, key] of keys.entries()) {
      let at = key >>> this.#shift;
      while (this.#slots[at] !== 0 && (this.#slots[at]! ^ key) & 0xffff) at = (at + 1) & (this.#slots.length - 1);
      this.#slots[at] = (weights[i]! << 16) | (key & 0xffff);
    }
  }

  /** In hundredths. */
  get(key: number): number {
    return this.#find(key, this.#slots[key >>> this.#shift]!);
  }

  /**
   * The sum of the weights of the first `count` of `keys`, in hundredths. Slots are fetched before any is looked at, so
   * that the processor waits for memory once and not for each key.
   */
  sum(keys: Int32Array, count: number): number {
    const [slots, fetched, shift] = [this.#slots, this.#fetched, this.#shift];
    for (let i = 0; i < count; i += 1) fetched[i] = slots[keys[i]! >>> shift]!;
    let sum = 0;
    for (let i = 0; i < count; i += 1) sum += this.#find(keys[i]!, fetched[i]!);
    return sum;
  }

  /** The weight of a key whose first slot is `slot`. */
  #find(key: number, slot: number): number {
    if (((slot ^ key) & 0xffff) === 0 && slot !== 0) return slot >> 16;
    const slots = this.#slots;
    let next = slot;
    for (let at = key >>> this.#shift; next !== 0; next = slots[at]!) {
      if (((next ^ key) & 0xffff) === 0) return next >> 16;
      at = (at + 1) & (slots.length - 1);
    }
    return 0;
  }
}

/** What takes the features of a candidate: a sum of their weights when reading, a list of them when training. */
export interface FeatureSink {
  add(template: number, a: number, b?: number, c?: number): void;
  /** The hash of a text, as a value of a feature. */
  text(text: string): number;
  /** As `text`, of a part of one. */
  part(text: string, start: number, end: number): number;
}

/** Sums up the weights of features as they come, in hundredths. */
export class WeightSum implements FeatureSink {
  readonly #table: WeightTable;
  readonly #keys = new Int32Array(MOST_AT_ONCE);
  #count = 0;
  #sum = 0;

  constructor(table: WeightTable) {
    this.#table = table;
  }

  text(text: string): number {
    return unitHash(text);
  }

  part(text: string, start: number, end: number): number {
    return unitHash(text, start, end);
  }

  add(template: number, a: number, b = 0, c = 0): void {
    if (this.#count === MOST_AT_ONCE) this.#flush();
    this.#keys[this.#count] = featureKey(template, a, b, c);
    this.#count += 1;
  }

  #flush(): void {
    this.#sum += this.#table.sum(this.#keys, this.#count);
    this.#count = 0;
  }

  /** The sum in nats, which then begins anew. */
  take(): number {
    this.#flush();
    const sum = this.#sum / 100;
    this.#sum = 0;
    return sum;
  }
}

/** Collects the keys of features. How they are written is recorded while training. */
export class FeatureList implements FeatureSink {
  readonly keys: number[] = [];
  readonly #templates: readonly Template[];
  /** Key → how it is written, while training. */
  names: Map<number, string> | null = null;
  texts: Map<number, string> | null = null;

  constructor(templates: readonly Template[]) {
    this.#templates = templates;
  }

  text(text: string): number {
    return this.part(text, 0, text.length);
  }

  part(text: string, start: number, end: number): number {
    const hash = unitHash(text, start, end);
    if (this.texts && !this.texts.has(hash)) this.texts.set(hash, text.slice(start, end));
    return hash;
  }

  add(template: number, a: number, b = 0, c = 0): void {
    const key = featureKey(template, a, b, c);
    this.keys.push(key);
    if (this.names && !this.names.has(key)) this.names.set(key, this.#describe(template, [a, b, c]));
  }

  #describe(template: number, values: readonly number[]): string {
    const { values: kinds } = this.#templates[template]!;
    return `${template}\t${kinds.map((kind, i) => (kind === 'text' ? (this.texts!.get(values[i]!) ?? '?') : String(values[i]))).join('\t')}`;
  }
}
