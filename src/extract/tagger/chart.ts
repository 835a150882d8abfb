import type { Candidate } from './candidate.ts';

/**
 * A semi-Markov chart (Sarawagi and Cohen 2004): segments that do not overlap, each with a score of its own, and a score
 * for two that stand next to each other or with one linking character between.
 */
export interface Chart {
  readonly candidates: readonly Candidate[];
  readonly text: string;
  /** Candidates by where they end. */
  readonly endingAt: readonly (readonly number[])[];
  readonly startingAt: readonly (readonly number[])[];
}

export const links = ['', '、', '，', '和', '与', '及', '（', '）', '兼', '·', '的', '：', '同', '暨'] as const;
const linkNumbers = new Map<string, number>(links.map((link, i) => [link, i]));
export const TRANSITIONS = 4 * 4 * links.length;
/** The number of a transition; -1 where the two are not neighbours. */
export function transitionOf(before: Candidate, after: Candidate, text: string): number {
  const gap = after.start - before.end;
  if (gap < 0 || gap > 1) return -1;
  const link = gap === 0 ? 0 : linkNumbers.get(text[before.end]!);
  return link === undefined ? -1 : (before.label * 4 + after.label) * links.length + link;
}

export function chartOf(text: string, candidates: readonly Candidate[]): Chart {
  const endingAt: number[][] = Array.from({ length: text.length + 2 }, () => []);
  const startingAt: number[][] = Array.from({ length: text.length + 2 }, () => []);
  candidates.forEach(({ start, end }, i) => {
    endingAt[end]!.push(i);
    startingAt[start]!.push(i);
  });
  return { candidates, text, endingAt, startingAt };
}

const logAdd = (a: number, b: number): number => {
  if (a === -Infinity) return b;
  if (b === -Infinity) return a;
  const most = a > b ? a : b;
  return most + Math.log1p(Math.exp(-Math.abs(a - b)));
};

export interface Marginals {
  /** log of the sum over all sets of segments. */
  readonly total: number;
  /** The probability of each candidate. */
  readonly of: Float64Array;
  /** Expected count of each transition. */
  readonly transitions: Float64Array;
}

/** Forward and backward sums. `scores` and `weights` (of transitions) in nats. */
export function marginalsOf(chart: Chart, scores: Float64Array, weights: Float64Array): Marginals {
  const { candidates, text, endingAt, startingAt } = chart;
  const n = text.length;
  const alpha = new Float64Array(candidates.length).fill(-Infinity);
  const beta = new Float64Array(candidates.length).fill(-Infinity);
  const upTo = new Float64Array(n + 2); // sums over what ends by here, and nothing
  for (let at = 0; at <= n; at += 1) {
    let sum = at > 0 ? upTo[at - 1]! : 0;
    for (const i of endingAt[at]!) sum = logAdd(sum, alpha[i]!);
    upTo[at] = sum;
    for (const i of startingAt[at]!) {
      if (scores[i] === -Infinity) continue;
      let before = at >= 2 ? upTo[at - 2]! : 0;
      for (let gap = 0; gap <= 1 && at - gap >= 0; gap += 1)
        for (const j of endingAt[at - gap]!) {
          const transition = transitionOf(candidates[j]!, candidates[i]!, text);
          before = logAdd(before, alpha[j]! + (transition < 0 ? 0 : weights[transition]!));
        }
      alpha[i] = before + scores[i]!;
    }
  }
  const from = new Float64Array(n + 3); // sums over what starts here or later, and nothing
  for (let at = n; at >= 0; at -= 1) {
    for (const i of endingAt[at]!) {
      if (scores[i] === -Infinity) continue;
      let after = at + 2 <= n ? from[at + 2]! : 0;
      for (let gap = 0; gap <= 1 && at + gap <= n; gap += 1)
        for (const j of startingAt[at + gap]!) {
          const transition = transitionOf(candidates[i]!, candidates[j]!, text);
          after = logAdd(after, beta[j]! + scores[j]! + (transition < 0 ? 0 : weights[transition]!));
        }
      beta[i] = after;
    }
    let sum = at + 1 <= n ? from[at + 1]! : 0;
    for (const i of startingAt[at]!) sum = logAdd(sum, beta[i]! + scores[i]!);
    from[at] = sum;
  }
  const total = upTo[n]!;
  const of = new Float64Array(candidates.length);
  const transitions = new Float64Array(TRANSITIONS);
  candidates.forEach((candidate, i) => {
    of[i] = Math.exp(alpha[i]! + beta[i]! - total);
    if (of[i]! < 1e-6) return;
    for (let gap = 0; gap <= 1 && candidate.end + gap <= n; gap += 1)
      for (const j of startingAt[candidate.end + gap]!) {
        const transition = transitionOf(candidate, candidates[j]!, text);
        if (transition >= 0 && scores[j] !== -Infinity)
          transitions[transition]! += Math.exp(alpha[i]! + weights[transition]! + scores[j]! + beta[j]! - total);
      }
  });
  return { total, of, transitions };
}

/** The best set of segments: indexes of candidates in order. */
export function bestSet(chart: Chart, scores: Float64Array, weights: Float64Array): number[] {
  const { candidates, text, endingAt, startingAt } = chart;
  const n = text.length;
  const value = new Float64Array(candidates.length);
  const previous = new Int32Array(candidates.length).fill(-1);
  const best = new Float64Array(n + 2);
  const bestAt = new Int32Array(n + 2).fill(-1);
  for (let at = 0; at <= n; at += 1) {
    best[at] = at > 0 ? best[at - 1]! : 0;
    bestAt[at] = at > 0 ? bestAt[at - 1]! : -1;
    for (const i of endingAt[at]!) if (value[i]! > best[at]!) [best[at], bestAt[at]] = [value[i]!, i];
    for (const i of startingAt[at]!) {
      let before = at >= 2 ? best[at - 2]! : 0;
      let last = at >= 2 ? bestAt[at - 2]! : -1;
      for (let gap = 0; gap <= 1 && at - gap >= 0; gap += 1)
        for (const j of endingAt[at - gap]!) {
          const transition = transitionOf(candidates[j]!, candidates[i]!, text);
          const sum = value[j]! + (transition < 0 ? 0 : weights[transition]!);
          if (sum > before) [before, last] = [sum, j];
        }
      value[i] = before + scores[i]!;
      previous[i] = last;
    }
  }
  const set: number[] = [];
  for (let i = bestAt[n]!; i >= 0; i = previous[i]!) set.push(i);
  return set.reverse();
}
