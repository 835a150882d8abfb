import { lineName, nameOf, unitKinds, type FeatureSink, type UnitKind } from './feature-sink.ts';
import { WORD_BITS } from './feature-word.ts';
import { RowTable } from './row-table.ts';
import { labels } from './state.ts';

const COUNT = labels.length;
/** The row of features that weigh nothing. */
const NONE = -1;
/** How many features of words are kept with their rows. */
const mostKept = 2 ** 16;

/**
 * Sums up what the features of lines weigh for each label, in hundredths. The row of a feature is found by its name once,
 * and from then on by the numbers that it is made of: no name is built for a feature that was met before.
 */
export class WeightSum implements FeatureSink {
  /** The weights of each feature for each label, one row behind the other. */
  readonly #weights: Int16Array;
  readonly #rows: ReadonlyMap<string, number>;
  readonly #templates = new Map<TemplateStringsArray, number>();
  readonly #ofWords = new RowTable(mostKept);
  readonly #ofUnits: RowTable;
  /** The rows of the features that came since the last sum. */
  readonly #met: number[] = [];
  #count = 0;

  constructor(weights: Readonly<Record<string, readonly number[]>>) {
    const names = Object.keys(weights);
    this.#weights = Int16Array.from(names.flatMap((name) => weights[name]!.map((weight) => Math.round(weight * 100))));
    this.#rows = new Map(names.map((name, row) => [name, row * COUNT]));
    this.#ofUnits = new RowTable(names.length);
    for (const [name, row] of this.#rows) {
      const cut = name.indexOf(' ');
      const kind = unitKinds.indexOf(name.slice(0, cut) as UnitKind);
      const units = name.slice(cut + 1);
      if (kind >= 0 && units.length <= 2) this.#ofUnits.set(kind, keyOf(units.charCodeAt(0), units.charCodeAt(1)), row);
    }
  }

  add(template: TemplateStringsArray, a = 0, b = 0, c = 0): void {
    const low = (b << WORD_BITS) | c;
    const high = (this.#numberOf(template) << WORD_BITS) | a;
    let row = this.#ofWords.get(high, low);
    if (row === undefined) this.#ofWords.set(high, low, (row = this.#rows.get(nameOf(template, a, b, c)) ?? NONE));
    this.#addRow(row);
  }

  units(kind: UnitKind, first: number, second = 0): void {
    this.#addRow(this.#ofUnits.get(unitKinds.indexOf(kind), keyOf(first, second)) ?? NONE);
  }

  line(text: string): void {
    this.#addRow(this.#rows.get(lineName(text)) ?? NONE);
  }

  #numberOf(template: TemplateStringsArray): number {
    let number = this.#templates.get(template);
    if (number === undefined) this.#templates.set(template, (number = this.#templates.size));
    return number;
  }

  #addRow(row: number): void {
    if (row !== NONE) this.#met[this.#count++] = row;
  }

  /** Writes what the features that came weigh for each label, in their order, from a place of `sums` on; then it begins anew. */
  take(sums: Int32Array, from: number): void {
    const rows = this.#met;
    const weights = this.#weights;
    for (let label = 0; label < COUNT; label += 1) {
      let sum = 0;
      for (let i = 0; i < this.#count; i += 1) sum += weights[rows[i]! + label]!;
      sums[from + label] = sum;
    }
    this.#count = 0;
  }
}

const keyOf = (first: number, second: number): number => (first << 16) | second;
