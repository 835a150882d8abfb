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

/** FNV-1a over the UTF-16 units of `text` from `start` to `end`. */
export function textValue(text: string, start = 0, end = text.length): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash | 0;
}

/** The hash of a feature. */
export function featureKey(template: number, a: number, b: number, c: number): number {
  let hash = Math.imul(template + 1, 0x9e3779b1) ^ a;
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) ^ b;
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35) ^ c;
  hash = Math.imul(hash ^ (hash >>> 16), 0x27d4eb2f);
  return (hash ^ (hash >>> 15)) | 0 || 1; // 0 is an empty slot
}

/** Open addressing: a key and its weight side by side, so that a look-up touches one line of memory; key 0 is empty. */
export class WeightTable {
  readonly #keys: Int32Array;
  readonly #weights: Float32Array;
  readonly #mask: number;

  constructor(entries: readonly (readonly [key: number, weight: number])[]) {
    let size = 1024;
    while (size < entries.length * 1.7) size *= 2;
    const slots = new ArrayBuffer(size * 8);
    this.#keys = new Int32Array(slots);
    this.#weights = new Float32Array(slots);
    this.#mask = size - 1;
    for (const [key, weight] of entries) {
      let at = key & this.#mask;
      while (this.#keys[2 * at] !== 0 && this.#keys[2 * at] !== key) at = (at + 1) & this.#mask;
      this.#keys[2 * at] = key;
      this.#weights[2 * at + 1] = weight;
    }
  }

  get(key: number): number {
    let at = key & this.#mask;
    for (;;) {
      const kept = this.#keys[2 * at];
      if (kept === key) return this.#weights[2 * at + 1]!;
      if (kept === 0) return 0;
      at = (at + 1) & this.#mask;
    }
  }
}

/** Hashes of words and tags, kept: the same few thousand come again and again. */
const hashes = new Map<string, number>();
export function hashOf(text: string): number {
  let hash = hashes.get(text);
  if (hash === undefined) {
    if (hashes.size > 200_000) hashes.clear();
    hashes.set(text, (hash = textValue(text)));
  }
  return hash;
}

/** Collects the keys of the features of one candidate. Words are recorded for the file of weights while training. */
export class FeatureList {
  readonly keys: number[] = [];
  readonly #templates: readonly Template[];
  /** Key → how it is written, while training. */
  names: Map<number, string> | null = null;
  texts: Map<number, string> | null = null;

  constructor(templates: readonly Template[]) {
    this.#templates = templates;
  }

  /** The hash of a text; remembered for the file of weights while training. */
  text(text: string): number {
    const hash = hashOf(text);
    if (this.texts) this.texts.set(hash, text);
    return hash;
  }

  /** As `text`, of a part of one, which is not cut out unless training asks. */
  part(text: string, start: number, end: number): number {
    const hash = textValue(text, start, end);
    if (this.texts) this.texts.set(hash, text.slice(start, end));
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
