import { allowedMoves, labelOf, START } from '../src/parse/labeller/labeller.ts';
import { labels, mayEnd, states } from '../src/parse/labeller/state.ts';

const COUNT = labels.length;
const STATES = states.length;
/** How many transitions there are: from each state, and from the beginning, to each. */
export const MOVES = (STATES + 1) * STATES;
const BEGIN = START * STATES;
const ends = Float64Array.from(states, (state) => (mayEnd(state) ? 1 : 0));

/** The factor of each transition by its weight; 0 where it may not be. */
export const factorsOf = (weights: Float64Array): Float64Array =>
  weights.map((w, i) => (allowedMoves[Math.floor(i / STATES)]![i % STATES] ? Math.exp(w) : 0));

interface Lattice {
  /** Of each line and state. */
  readonly emit: Float64Array;
  readonly forward: Float64Array;
  /** What each line was scaled by. */
  readonly scale: Float64Array;
  /** The logarithm of the sum over all paths. */
  total: number;
}

/**
 * The probability of each label of each line of a sheet, how often each transition is expected, and the logarithm of
 * the sum over all paths (forward-backward, scaled at each line). `scores` has a number for each line and label; labels
 * that `mask` has 0 for are left out. Null if no path is left.
 */
export function marginals(scores: Float64Array, mask: Uint8Array | null, moves: Float64Array) {
  const lattice = emitted(scores, mask);
  if (!runForward(lattice, moves)) return null;
  return { ...runBackward(lattice, moves), total: lattice.total };
}

function emitted(scores: Float64Array, mask: Uint8Array | null): Lattice {
  const n = scores.length / COUNT;
  const may = (i: number): boolean => mask === null || mask[i] === 1;
  const emit = new Float64Array(n * STATES);
  let total = 0;
  for (let at = 0; at < n; at += 1) {
    let most = -Infinity;
    for (let i = at * COUNT; i < at * COUNT + COUNT; i += 1) if (may(i)) most = Math.max(most, scores[i]!);
    total += most;
    for (let s = 0; s < STATES; s += 1) {
      const i = at * COUNT + labelOf[s]!;
      emit[at * STATES + s] = may(i) ? Math.exp(scores[i]! - most) : 0;
    }
  }
  return { emit, forward: new Float64Array(n * STATES), scale: new Float64Array(n), total };
}

/** Sums up from the first line; false if no path is left. */
function runForward(lattice: Lattice, moves: Float64Array): boolean {
  const { emit, forward, scale } = lattice;
  for (let at = 0; at < scale.length; at += 1) {
    const [own, before] = [at * STATES, (at - 1) * STATES];
    let sum = 0;
    for (let to = 0; to < STATES; to += 1) {
      let reached = at === 0 ? moves[BEGIN + to]! : 0;
      if (at > 0)
        for (let from = 0; from < STATES; from += 1) reached += forward[before + from]! * moves[from * STATES + to]!;
      sum += forward[own + to] = reached * emit[own + to]!;
    }
    if (sum === 0) return false;
    scale[at] = sum;
    lattice.total += Math.log(sum);
    for (let s = 0; s < STATES; s += 1) forward[own + s]! /= sum;
  }
  const last = ended(lattice);
  lattice.total += Math.log(last);
  return last > 0;
}

/** The share of the paths that end where a sheet may. */
function ended({ forward, scale }: Lattice): number {
  let sum = 0;
  for (let s = 0; s < STATES; s += 1) sum += forward[(scale.length - 1) * STATES + s]! * ends[s]!;
  return sum;
}

/** Sums up from the last line, and reads the probabilities. */
function runBackward(lattice: Lattice, moves: Float64Array) {
  const { emit, forward, scale } = lattice;
  const expected = new Float64Array(MOVES);
  const lines = new Float64Array(scale.length * COUNT);
  const last = ended(lattice);
  let backward: Float64Array = ends.map((end) => end / last);
  for (let at = scale.length - 1; at >= 0; at -= 1) {
    const own = at * STATES;
    const ahead = backward.map((b, s) => (emit[own + s]! * b) / scale[at]!);
    for (let s = 0; s < STATES; s += 1) lines[at * COUNT + labelOf[s]!]! += forward[own + s]! * backward[s]!;
    if (at === 0) for (let to = 0; to < STATES; to += 1) expected[BEGIN + to]! += moves[BEGIN + to]! * ahead[to]!;
    else backward = stepBack(forward.subarray(own - STATES, own), ahead, moves, expected);
  }
  return { lines, moves: expected };
}

function stepBack(
  before: Float64Array,
  ahead: Float64Array,
  moves: Float64Array,
  expected: Float64Array,
): Float64Array {
  const sums = new Float64Array(STATES);
  for (let from = 0; from < STATES; from += 1)
    for (let to = 0; to < STATES; to += 1) {
      const passed = moves[from * STATES + to]! * ahead[to]!;
      sums[from]! += passed;
      expected[from * STATES + to]! += before[from]! * passed;
    }
  return sums;
}
