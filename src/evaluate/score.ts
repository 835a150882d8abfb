import type { Count } from './tally.ts';

/** Precision, recall and F1 in per cent, to one decimal. */
export interface Score extends Readonly<Count> {
  /** The share of what was read that is annotated. */
  readonly precision: number;
  /** The share of what is annotated that was read. */
  readonly recall: number;
  /** Their harmonic mean. */
  readonly f1: number;
}

/** Scores a count. All is 0 when nothing was read, nothing is annotated, or the two have nothing in common. */
export function scoreOf({ tp, fp, fn }: Count): Score {
  const precision = tp === 0 ? 0 : tp / (tp + fp);
  const recall = tp === 0 ? 0 : tp / (tp + fn);
  const f1 = tp === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  const percent = (share: number): number => Number((100 * share).toFixed(1));
  return { precision: percent(precision), recall: percent(recall), f1: percent(f1), tp, fp, fn };
}
