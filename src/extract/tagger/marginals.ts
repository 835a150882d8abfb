import { linked, transitionAt, TRANSITIONS } from './chart.ts';
import type { Chart } from './chart.ts';

export interface Marginals {
  /** log of the sum over all sets of segments. */
  readonly total: number;
  /** The probability of each candidate. */
  readonly of: Float64Array;
  /** log of the sum over all sets up to what ends, or from what starts, right at a place with a label. */
  readonly ends: Float64Array;
  readonly starts: Float64Array;
}

const logAdd = (a: number, b: number): number => {
  if (a === -Infinity) return b;
  if (b === -Infinity) return a;
  const most = a > b ? a : b;
  return most + Math.log1p(Math.exp(-Math.abs(a - b)));
};

/** Forward and backward sums. `scores`, and `weights` of transitions, in nats. */
export function marginalsOf(chart: Chart, scores: Float64Array, weights: Float64Array): Marginals {
  const { candidates } = chart;
  const { alpha, ends, total } = forward(chart, scores, weights);
  const { beta, starts } = backward(chart, scores, weights);
  const of = new Float64Array(candidates.length);
  for (let i = 0; i < of.length; i += 1) of[i] = Math.exp(alpha[i]! + beta[i]! - total);
  return { total, of, ends, starts };
}

function forward(chart: Chart, scores: Float64Array, weights: Float64Array) {
  const { candidates, text, starting, ending } = chart;
  const alpha = new Float64Array(candidates.length);
  const ends = new Float64Array(4 * text.length + 4).fill(-Infinity);
  const upTo = new Float64Array(text.length + 1); // sums over what ends by here, and nothing
  for (let at = 0; at <= text.length; at += 1) {
    let sum = at > 0 ? upTo[at - 1]! : 0;
    for (let k = ending.first[at]!; k < ending.first[at + 1]!; k += 1) {
      const i = ending.items[k]!;
      const slot = 4 * at + candidates[i]!.label;
      ends[slot] = logAdd(ends[slot]!, alpha[i]!);
      sum = logAdd(sum, alpha[i]!);
    }
    upTo[at] = sum;
    let before = 0;
    let known = -1; // the label that `before` is for
    for (let k = starting.first[at]!; k < starting.first[at + 1]!; k += 1) {
      const i = starting.items[k]!;
      const { label } = candidates[i]!;
      if (label !== known) {
        known = label;
        before = at >= 2 ? upTo[at - 2]! : 0;
        for (let gap = 0; gap <= 1 && gap <= at; gap += 1)
          for (let other = 0; other < 4; other += 1) {
            const end = ends[4 * (at - gap) + other]!;
            if (end !== -Infinity) before = logAdd(before, end + linked(chart, weights, other, label, at, gap));
          }
      }
      alpha[i] = before + scores[i]!;
    }
  }
  return { alpha, ends, total: upTo[text.length]! };
}

function backward(chart: Chart, scores: Float64Array, weights: Float64Array) {
  const { candidates, text, starting, ending } = chart;
  const n = text.length;
  const beta = new Float64Array(candidates.length);
  const starts = new Float64Array(4 * n + 4).fill(-Infinity);
  const from = new Float64Array(n + 1); // sums over what starts here or later, and nothing
  for (let at = n; at >= 0; at -= 1) {
    let sum = at < n ? from[at + 1]! : 0;
    for (let k = starting.first[at]!; k < starting.first[at + 1]!; k += 1) {
      const i = starting.items[k]!;
      const slot = 4 * at + candidates[i]!.label;
      starts[slot] = logAdd(starts[slot]!, beta[i]! + scores[i]!);
      sum = logAdd(sum, beta[i]! + scores[i]!);
    }
    from[at] = sum;
    let after = 0;
    let known = -1; // the label that `after` is for
    for (let k = ending.first[at]!; k < ending.first[at + 1]!; k += 1) {
      const i = ending.items[k]!;
      const { label } = candidates[i]!;
      if (label !== known) {
        known = label;
        after = at + 2 <= n ? from[at + 2]! : 0;
        for (let gap = 0; gap <= 1 && at + gap <= n; gap += 1)
          for (let other = 0; other < 4; other += 1) {
            const start = starts[4 * (at + gap) + other]!;
            if (start !== -Infinity) after = logAdd(after, start + linked(chart, weights, label, other, at + gap, gap));
          }
      }
      beta[i] = after;
    }
  }
  return { beta, starts };
}

/** The expected count of each transition. */
export function transitionCounts(
  chart: Chart,
  { total, ends, starts }: Marginals,
  weights: Float64Array,
): Float64Array {
  const counts = new Float64Array(TRANSITIONS);
  for (let at = 0; at <= chart.text.length; at += 1)
    for (let after = 0; after < 4; after += 1) {
      const start = starts[4 * at + after]!;
      if (start === -Infinity) continue;
      for (let gap = 0; gap <= 1 && gap <= at; gap += 1)
        for (let before = 0; before < 4; before += 1) {
          const transition = transitionAt(chart, before, after, at, gap);
          if (transition >= 0)
            counts[transition]! += Math.exp(ends[4 * (at - gap) + before]! + weights[transition]! + start - total);
        }
    }
  return counts;
}
