/** What a chain of states is made of: each state shows a label. */
export interface ChainForm {
  /** How many labels there are. */
  readonly labels: number;
  /** The label of each state. */
  readonly labelOf: readonly number[];
  /** Whether a state may follow another; in the last row, the beginning. */
  readonly allowedMoves: readonly (readonly boolean[])[];
  /** Whether a chain may end in each state. */
  readonly mayEnd: readonly boolean[];
}

interface Lattice {
  /** Of each place and state. */
  readonly emit: Float64Array;
  readonly forward: Float64Array;
  /** What each place was scaled by. */
  readonly scale: Float64Array;
  /** The logarithm of the sum over all paths. */
  total: number;
}

/** Sums over all paths through the states of a chain. */
export class Chain {
  readonly labels: number;
  /** How many transitions there are: from each state, and from the beginning, to each. */
  readonly moves: number;
  private readonly form: ChainForm;
  private readonly states: number;
  private readonly begin: number;
  private readonly ends: Float64Array;

  constructor(form: ChainForm) {
    this.form = form;
    this.labels = form.labels;
    this.states = form.labelOf.length;
    this.begin = this.states * this.states;
    this.moves = this.begin + this.states;
    this.ends = Float64Array.from(form.mayEnd, (may) => (may ? 1 : 0));
  }

  /** The factor of each transition by its weight; 0 where it may not be. */
  factorsOf(weights: Float64Array): Float64Array {
    return weights.map((w, i) =>
      this.form.allowedMoves[Math.floor(i / this.states)]![i % this.states] ? Math.exp(w) : 0,
    );
  }

  /**
   * The probability of each label of each place, how often each transition is expected, and the logarithm of the sum
   * over all paths (forward-backward, scaled at each place). `scores` has a number for each place and label; labels that
   * `mask` has 0 for are left out. Null if no path is left.
   */
  marginals(scores: Float64Array, mask: Uint8Array | null, moves: Float64Array) {
    const lattice = this.emitted(scores, mask);
    if (!this.runForward(lattice, moves)) return null;
    return { ...this.runBackward(lattice, moves), total: lattice.total };
  }

  private emitted(scores: Float64Array, mask: Uint8Array | null): Lattice {
    const { labels, states } = this;
    const n = scores.length / labels;
    const may = (i: number): boolean => mask === null || mask[i] === 1;
    const emit = new Float64Array(n * states);
    let total = 0;
    for (let at = 0; at < n; at += 1) {
      let most = -Infinity;
      for (let i = at * labels; i < at * labels + labels; i += 1) if (may(i)) most = Math.max(most, scores[i]!);
      total += most;
      for (let s = 0; s < states; s += 1) {
        const i = at * labels + this.form.labelOf[s]!;
        emit[at * states + s] = may(i) ? Math.exp(scores[i]! - most) : 0;
      }
    }
    return { emit, forward: new Float64Array(n * states), scale: new Float64Array(n), total };
  }

  /** Sums up from the first place; false if no path is left. */
  private runForward(lattice: Lattice, moves: Float64Array): boolean {
    const { emit, forward, scale } = lattice;
    const { states, begin } = this;
    for (let at = 0; at < scale.length; at += 1) {
      const [own, before] = [at * states, (at - 1) * states];
      let sum = 0;
      for (let to = 0; to < states; to += 1) {
        let reached = at === 0 ? moves[begin + to]! : 0;
        if (at > 0)
          for (let from = 0; from < states; from += 1) reached += forward[before + from]! * moves[from * states + to]!;
        sum += forward[own + to] = reached * emit[own + to]!;
      }
      if (sum === 0) return false;
      scale[at] = sum;
      lattice.total += Math.log(sum);
      for (let s = 0; s < states; s += 1) forward[own + s]! /= sum;
    }
    const last = this.ended(lattice);
    lattice.total += Math.log(last);
    return last > 0;
  }

  /** The share of the paths that end where a chain may. */
  private ended({ forward, scale }: Lattice): number {
    let sum = 0;
    for (let s = 0; s < this.states; s += 1) sum += forward[(scale.length - 1) * this.states + s]! * this.ends[s]!;
    return sum;
  }

  /** Sums up from the last place, and reads the probabilities. */
  private runBackward(lattice: Lattice, moves: Float64Array) {
    const { emit, forward, scale } = lattice;
    const { labels, states, begin } = this;
    const expected = new Float64Array(this.moves);
    const shown = new Float64Array(scale.length * labels);
    const last = this.ended(lattice);
    let backward: Float64Array = this.ends.map((end) => end / last);
    for (let at = scale.length - 1; at >= 0; at -= 1) {
      const own = at * states;
      const ahead = backward.map((b, s) => (emit[own + s]! * b) / scale[at]!);
      for (let s = 0; s < states; s += 1)
        shown[at * labels + this.form.labelOf[s]!]! += forward[own + s]! * backward[s]!;
      if (at === 0) for (let to = 0; to < states; to += 1) expected[begin + to]! += moves[begin + to]! * ahead[to]!;
      else backward = this.stepBack(forward.subarray(own - states, own), ahead, moves, expected);
    }
    return { shown, moves: expected };
  }

  private stepBack(
    before: Float64Array,
    ahead: Float64Array,
    moves: Float64Array,
    expected: Float64Array,
  ): Float64Array {
    const { states } = this;
    const sums = new Float64Array(states);
    for (let from = 0; from < states; from += 1)
      for (let to = 0; to < states; to += 1) {
        const passed = moves[from * states + to]! * ahead[to]!;
        sums[from]! += passed;
        expected[from * states + to]! += before[from]! * passed;
      }
    return sums;
  }
}
