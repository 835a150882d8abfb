import type { Template } from '../src/extract/tagger/weights.ts';
import { FeatureList } from '../src/extract/tagger/weights.ts';
import { unitHash } from '../src/text/unit-hash.ts';
import type { WrittenWeights } from '../src/extract/tagger/model.ts';

/** Marks that features are told by where no word stands. */
const marks = ['', '#', '?', '-'];

/** The texts that features may be told by though no article has them, by their hashes. */
export const textsOfMarks = (): Map<number, string> => new Map(marks.map((mark) => [unitHash(mark), mark]));

/** Numbers the features that training meets, and remembers how each is written. */
export class Vocabulary {
  readonly #templates: readonly Template[];
  readonly #numbers = new Map<number, number>();
  readonly #names = new Map<number, string>();
  readonly #texts = textsOfMarks();
  /** How often each feature was met. */
  readonly #counts: number[] = [];

  constructor(templates: readonly Template[]) {
    this.#templates = templates;
  }

  get size(): number {
    return this.#numbers.size;
  }

  /** A list that collects features by their keys, for `numbersOf`. */
  list(): FeatureList {
    const list = new FeatureList(this.#templates);
    list.names = this.#names;
    list.texts = this.#texts;
    return list;
  }

  /** The numbers of the features in a list, which is then empty. */
  take(list: FeatureList): Int32Array {
    const numbers = Int32Array.from(list.keys, (key) => {
      let number = this.#numbers.get(key);
      if (number === undefined) this.#numbers.set(key, (number = this.#numbers.size));
      this.#counts[number] = (this.#counts[number] ?? 0) + 1;
      return number;
    });
    list.keys.length = 0;
    return numbers;
  }

  /** The features of a list that were met often enough to be learned from. */
  common(numbers: Int32Array): Int32Array {
    return numbers.filter((number) => this.#counts[number]! >= RARE);
  }

  /** Weights as they are written: two decimals, and none that weighs next to nothing. */
  write(weights: Float64Array): WrittenWeights {
    const written = this.#templates.map((): [values: string, weight: number][] => []);
    for (const [key, number] of this.#numbers) {
      const weight = Math.round(weights[number]! * 100);
      if (Math.abs(weight) < LEAST) continue;
      const [template, ...values] = this.#names.get(key)!.split('\t');
      written[Number(template)]!.push([values.join('\t'), weight]);
    }
    return Object.fromEntries(
      written.map((entries, i) => [
        this.#templates[i]!.name,
        entries
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .flat()
          .join('\t'),
      ]),
    );
  }
}

/** In hundredths. */
const LEAST = 10;
const RARE = 3;
