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

/**
 * Weights by the hashes of their features: open addressing, half of a slot tells features apart, the other half is the
 * weight in hundredths. So small a table stays near the processor. One look-up in some 50,000 finds the weight of
 * another feature, no more than hashes of 32 bits do.
 */
export class WeightTable {
  readonly #slots: Int32Array;
  readonly #shift: number;

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
    const slots = this.#slots;
    let at = key >>> this.#shift;
    for (;;) {
      const slot = slots[at]!;
      if (slot === 0) return 0;
      if (((slot ^ key) & 0xffff) === 0) return slot >> 16;
      at = (at + 1) & (slots.length - 1);
    }
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
    this.#sum += this.#table.get(featureKey(template, a, b, c));
  }

  /** The sum in nats, which then begins anew. */
  take(): number {
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
