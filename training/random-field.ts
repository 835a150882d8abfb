import type { Chain } from './forward-backward.ts';
import { minimise, type Slope } from './lbfgs.ts';

/** What stands in a row: the lines of a sheet, the characters of a line. */
export interface Example {
  /** The numbers of the features of each place. */
  readonly features: readonly Int32Array[];
  /** Of each place and label: 1 where it may be. */
  readonly mask: Uint8Array;
}

interface Settings {
  readonly chain: Chain;
  readonly rounds: number;
  /** How hard weights are drawn towards 0. */
  readonly penalty: number;
  /** Labels whose weights another label's are added to: `[label, shared]`. */
  readonly shared: readonly (readonly [number, number])[];
}

/**
 * Learns a conditional random field: maximum likelihood with a penalty on large weights, by L-BFGS, summing over what
 * the masks leave free. `features` is how many there are. Gives the weights of each feature and label, and of each
 * transition. The same examples give the same weights.
 */
export function learnField(examples: readonly Example[], features: number, settings: Settings) {
  const size = features * settings.chain.labels;
  const none = settings.chain.factorsOf(new Float64Array(settings.chain.moves));
  const possible = examples.filter((example) => gradientsOf(example, new Float64Array(size), none, settings) !== null);
  const best = minimise(size + settings.chain.moves, settings.rounds, (at) => slopeOf(possible, at, size, settings));
  const weights = best.slice(0, size);
  share(weights, settings);
  return { weights, transitions: best.slice(size) };
}

/** Adds to each label's numbers those that it shares. */
function share(scores: Float64Array, { chain: { labels }, shared }: Settings): void {
  for (const [label, from] of shared)
    for (let i = 0; i < scores.length; i += labels) scores[i + label]! += scores[i + from]!;
}

/** How unlikely the annotations are by these weights, with the penalty; and how that changes with each weight. */
function slopeOf(examples: readonly Example[], at: Float64Array, size: number, settings: Settings): Slope {
  const { chain, penalty } = settings;
  const gradient = new Float64Array(at.length);
  let value = 0;
  for (let i = 0; i < at.length; i += 1) {
    gradient[i] = penalty * at[i]!;
    value += (penalty / 2) * at[i]! * at[i]!;
  }
  const moves = chain.factorsOf(at.subarray(size));
  for (const example of examples) {
    const own = gradientsOf(example, at, moves, settings);
    if (own === null) continue;
    value -= own.likelihood;
    for (const [place, features] of example.features.entries())
      addPlace(gradient, features, own.shown, place * chain.labels, chain.labels);
    for (let i = 0; i < chain.moves; i += 1) gradient[size + i]! -= own.moves[i]!;
  }
  return { value, gradient };
}

function addPlace(
  gradient: Float64Array,
  features: Int32Array,
  shown: Float64Array,
  from: number,
  labels: number,
): void {
  for (let l = 0; l < labels; l += 1) {
    const own = shown[from + l]!;
    if (Math.abs(own) > 1e-9) for (const f of features) gradient[f * labels + l]! -= own;
  }
}

/** How the likelihood of an example rises with the score of each label of each place, and with each transition. */
function gradientsOf({ features, mask }: Example, weights: Float64Array, moves: Float64Array, settings: Settings) {
  const { chain, shared } = settings;
  const { labels } = chain;
  const scores = new Float64Array(features.length * labels);
  for (const [at, own] of features.entries())
    for (const f of own) for (let l = 0; l < labels; l += 1) scores[at * labels + l]! += weights[f * labels + l]!;
  share(scores, settings);
  const all = chain.marginals(scores, null, moves);
  const told = chain.marginals(scores, mask, moves);
  if (all === null || told === null) return null;
  const shown = told.shown.map((p, i) => p - all.shown[i]!);
  for (const [label, from] of shared)
    for (let i = 0; i < shown.length; i += labels) shown[i + from]! += shown[i + label]!;
  return { shown, moves: told.moves.map((p, i) => p - all.moves[i]!), likelihood: told.total - all.total };
}
