/**
 * How well pages are read, measured on annotated texts with weights that were not learned from them.
 * `npm run cross-validate -- --json src/extract/confidence/accuracy.json` writes the file, and `npm run accuracy` the table in
 * `docs/accuracy.md`, which says what is counted.
 */
import measured from './accuracy.json' with { type: 'json' };

/** True positives, false positives and false negatives. */
type Counts = readonly [tp: number, fp: number, fn: number];

/** What was counted in each folder of texts, by category. */
export const accuracy = measured as unknown as Readonly<Record<string, Readonly<Record<string, Counts>>>>;

/** A category over all texts. Shares are from 0 to 1. */
export interface CategoryAccuracy {
  readonly category: string;
  /** How much of what is read is right. */
  readonly precision: number;
  /** How much of what is annotated is read. */
  readonly recall: number;
  /** Their harmonic mean. */
  readonly f1: number;
  /** How many facts the annotations have. */
  readonly n: number;
}

/** How well each of the categories is read; those that no text has are left out. */
export function accuracyOf(categories: readonly string[]): CategoryAccuracy[] {
  return categories.flatMap((category) => {
    const counts = Object.values(accuracy).flatMap((source) => [source[category] ?? ([0, 0, 0] as const)]);
    const [tp, fp, fn] = [0, 1, 2].map((at) => counts.reduce((sum, one) => sum + (one[at] ?? 0), 0)) as [
      number,
      number,
      number,
    ];
    const share = (all: number) => (all === 0 ? 0 : tp / all);
    return tp + fn === 0
      ? []
      : [
          {
            category,
            precision: share(tp + fp),
            recall: share(tp + fn),
            f1: (2 * tp) / (2 * tp + fp + fn),
            n: tp + fn,
          },
        ];
  });
}
