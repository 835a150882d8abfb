import { unitTest } from '../../text/unit-test.ts';
import type { Candidate } from './candidate.ts';

/**
 * A semi-Markov chart (Sarawagi and Cohen 2004): segments that do not overlap, each with a score of its own, and a score
 * for two that stand next to each other or with one linking character between.
 */
export interface Chart {
  readonly candidates: readonly Candidate[];
  readonly text: string;
  /** Candidates by where they start, and by where they end. */
  readonly starting: Places;
  readonly ending: Places;
  /** The number of the link that each unit of the text is; -1 for none. */
  readonly linkAt: Int8Array;
}

/** Items at places: those at `at` are `items[first[at]]` up to, but without, `items[first[at + 1]]`, in their order. */
interface Places {
  readonly first: Int32Array;
  readonly items: Int32Array;
}

export const links = ['', '、', '，', '和', '与', '及', '（', '）', '兼', '·', '的', '：', '同', '暨'] as const;
const linkNumbers = new Map<number, number>(links.slice(1).map((link, i) => [link.charCodeAt(0), i + 1]));
export const TRANSITIONS = 4 * 4 * links.length;

/** The number of a transition; -1 where the two are not neighbours. */
export function transitionOf(before: Candidate, after: Candidate, text: string): number {
  const gap = after.start - before.end;
  if (gap < 0 || gap > 1) return -1;
  const link = gap === 0 ? 0 : (linkNumbers.get(text.charCodeAt(before.end)) ?? -1);
  return link < 0 ? -1 : (before.label * 4 + after.label) * links.length + link;
}

export function chartOf(text: string, candidates: readonly Candidate[]): Chart {
  return {
    candidates,
    text,
    starting: placesOf(text.length, candidates, 'start'),
    ending: placesOf(text.length, candidates, 'end'),
    linkAt: linksIn(text),
  };
}

const isLink = unitTest(new RegExp(`[${links.join('')}]`));
function linksIn(text: string): Int8Array {
  const linkAt = new Int8Array(text.length).fill(-1);
  for (let at = 0; at < text.length; at += 1)
    if (isLink(text, at)) linkAt[at] = linkNumbers.get(text.charCodeAt(at)) ?? -1;
  return linkAt;
}

/** The number of the transition from what ends `gap` before `at` to what starts there; -1 for none. */
export const transitionAt = ({ linkAt }: Chart, before: number, after: number, at: number, gap: number): number => {
  const link = gap === 0 ? 0 : linkAt[at - 1]!;
  return link < 0 ? -1 : (before * 4 + after) * links.length + link;
};

/** The weight of that transition; 0 for none. */
export const linked = (
  chart: Chart,
  weights: Float64Array,
  before: number,
  after: number,
  at: number,
  gap: number,
): number => {
  const transition = transitionAt(chart, before, after, at, gap);
  return transition < 0 ? 0 : weights[transition]!;
};

/** Sorts by counting. */
function placesOf(length: number, candidates: readonly Candidate[], side: 'start' | 'end'): Places {
  const first = new Int32Array(length + 3);
  for (const candidate of candidates) first[candidate[side] + 2]! += 1;
  for (let at = 2; at < first.length; at += 1) first[at]! += first[at - 1]!;
  const items = new Int32Array(candidates.length);
  for (let i = 0; i < candidates.length; i += 1) {
    const place = candidates[i]![side] + 1;
    items[first[place]!] = i;
    first[place]! += 1;
  }
  return { first, items };
}

/** The best set of segments: indexes of candidates in order. `scores`, and `weights` of transitions, in nats. */
export function bestSet(chart: Chart, scores: Float64Array, weights: Float64Array): number[] {
  const { candidates, text, starting, ending } = chart;
  const value = new Float64Array(candidates.length);
  const previous = new Int32Array(candidates.length);
  /** The best of what ends by a place. */
  const best = new Float64Array(text.length + 1);
  const bestAt = new Int32Array(text.length + 1).fill(-1);
  /** The best of each label that ends right at a place. */
  const ends = new Float64Array(4 * text.length + 4).fill(-Infinity);
  const endsAt = new Int32Array(4 * text.length + 4);
  for (let at = 0; at <= text.length; at += 1) {
    if (at > 0) [best[at], bestAt[at]] = [best[at - 1]!, bestAt[at - 1]!];
    for (let k = ending.first[at]!; k < ending.first[at + 1]!; k += 1) {
      const i = ending.items[k]!;
      const slot = 4 * at + candidates[i]!.label;
      if (value[i]! > ends[slot]!) [ends[slot], endsAt[slot]] = [value[i]!, i];
      if (value[i]! > best[at]!) [best[at], bestAt[at]] = [value[i]!, i];
    }
    for (let k = starting.first[at]!; k < starting.first[at + 1]!; k += 1) {
      const i = starting.items[k]!;
      let before = at >= 2 ? best[at - 2]! : 0;
      let last = at >= 2 ? bestAt[at - 2]! : -1;
      for (let gap = 0; gap <= 1 && gap <= at; gap += 1)
        for (let label = 0; label < 4; label += 1) {
          const slot = 4 * (at - gap) + label;
          const sum = ends[slot]! + linked(chart, weights, label, candidates[i]!.label, at, gap);
          if (sum > before) [before, last] = [sum, endsAt[slot]!];
        }
      value[i] = before + scores[i]!;
      previous[i] = last;
    }
  }
  const set: number[] = [];
  for (let i = bestAt[text.length]!; i >= 0; i = previous[i]!) set.push(i);
  return set.reverse();
}
