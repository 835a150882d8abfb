/**
 * How often readings are right, measured on annotated texts. `npm run calibrate` writes the file; what it measures and
 * how well that holds is in `docs/confidence.md`.
 */
import measured from './calibration.json' with { type: 'json' };

/** What is rated, each by a model of its own. */
export const factKinds = [
  'PERSON',
  'ORGANISATION',
  'TITLE',
  'ROLE',
  'ALIAS',
  'PARTY',
  'SIGNATORY',
  'AGREEMENT',
] as const;
export type FactKind = (typeof factKinds)[number];

/**
 * A logistic model of one kind of fact: the log-odds of a reading are `bias` plus the weights of its features. A feature
 * that was never measured has no weight, so the reading counts as the average of its kind.
 */
export interface FactModel {
  /** How many readings were measured, and how many of them were right. */
  readonly count: number;
  readonly right: number;
  readonly bias: number;
  readonly weights: Readonly<Record<string, number>>;
}

export type Calibration = Readonly<Record<FactKind, FactModel>>;

export const calibration: Calibration = measured;

/** How likely a reading with these features is to be right: from 0.01 to 0.99, since no measurement is certain. */
export function confidenceOf({ bias, weights }: FactModel, features: readonly string[]): number {
  let logOdds = bias;
  for (const feature of features) logOdds += weights[feature] ?? 0;
  const share = 1 / (1 + Math.exp(-logOdds));
  return Math.min(0.99, Math.max(0.01, Math.round(share * 100) / 100));
}
