/** Something that was seen with some features, and whether it turned out right. */
export interface Observation {
  readonly features: readonly string[];
  readonly isRight: boolean;
}

export interface LogisticModel {
  readonly bias: number;
  readonly weights: Readonly<Record<string, number>>;
}

/** A feature that was seen a few times says little. */
const PENALTY = 5;
const MOST_ROUNDS = 200;
const SETTLED = 1e-4;
/** The longest step of a weight in one round. */
const LONGEST_STEP = 1;

/**
 * Fits a logistic regression by Newton steps, one weight after the other. The same observations give the same model:
 * nothing is drawn by lot, and weights are rounded. `penalty` is how hard they are drawn towards 0.
 */
export function fitLogistic(observations: readonly Observation[], penalty = PENALTY): LogisticModel {
  const columns = columnsOf(observations);
  const logOdds = new Float64Array(observations.length);
  const weights = new Float64Array(columns.length);
  for (let round = 0, change = Infinity; round < MOST_ROUNDS && change > SETTLED; round += 1) {
    change = 0;
    for (const [i, { rows }] of columns.entries()) {
      const step = newtonStep(observations, rows, logOdds, weights[i]!, i === 0 ? 0 : penalty);
      weights[i]! += step;
      for (const row of rows) logOdds[row]! += step;
      change = Math.max(change, Math.abs(step));
    }
  }
  const round = (weight: number): number => Number(weight.toFixed(2));
  const named = columns.map(({ feature }, i) => [feature, round(weights[i]!)] as const);
  return {
    bias: round(weights[0]!),
    weights: Object.fromEntries(named.slice(1).filter(([, weight]) => weight !== 0)),
  };
}

interface Column {
  readonly feature: string;
  readonly rows: readonly number[];
}

/** The observations that have each feature, by name; the first column is the bias, which all have. */
function columnsOf(observations: readonly Observation[]): Column[] {
  const rows = new Map<string, number[]>();
  for (const [row, { features }] of observations.entries()) {
    for (const feature of new Set(features)) {
      const known = rows.get(feature);
      if (known) known.push(row);
      else rows.set(feature, [row]);
    }
  }
  const named = [...rows].map(([feature, own]) => ({ feature, rows: own }));
  return [
    { feature: '', rows: observations.map((_, row) => row) },
    ...named.sort((a, b) => (a.feature < b.feature ? -1 : 1)),
  ];
}

function newtonStep(
  observations: readonly Observation[],
  rows: readonly number[],
  logOdds: Float64Array,
  weight: number,
  penalty: number,
): number {
  let gradient = penalty * weight;
  let curvature = penalty + 1e-6;
  for (const row of rows) {
    const share = 1 / (1 + Math.exp(-logOdds[row]!));
    gradient += share - (observations[row]!.isRight ? 1 : 0);
    curvature += share * (1 - share);
  }
  return Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, -gradient / curvature));
}
