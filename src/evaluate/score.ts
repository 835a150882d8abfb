import type { Count } from './tally.ts';

/** In per cent, to one decimal. */
export interface Score extends Readonly<Count> {
  /** Of what was read, the share that is annotated. */
  readonly precision: number;
  /** Of what is annotated, the share that was read. */
  readonly recall: number;
  /** Their harmonic mean. */
  readonly f1: number;
}

/** Nothing read, nothing annotated and nothing in common all score 0. */
export function scoreOf({ tp, fp, fn }: Count): Score {
  const precision = tp === 0 ? 0 : tp / (tp + fp);
  const recall = tp === 0 ? 0 : tp / (tp + fn);
  const f1 = tp === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  const percent = (share: number): number => Number((100 * share).toFixed(1));
  return { precision: percent(precision), recall: percent(recall), f1: percent(f1), tp, fp, fn };
}
