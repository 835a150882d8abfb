import type { Line } from '../line.ts';
import { addFeatures } from './feature.ts';
import { pageShapeOf } from './page-shape.ts';
import { labels, mayEnd, mayFollow, states, type LineLabel } from './state.ts';
import { WeightSum } from './weight-sum.ts';

/** As `npm run train` writes it. */
export interface LabellerFile {
  /** From each state (and, last, from the beginning of a sheet) to each. */
  readonly transitions: readonly (readonly number[])[];
  /** What each feature weighs for each label. */
  readonly weights: Readonly<Record<string, readonly number[]>>;
}

/** Tells what each line of a file is for. */
export type LabelLines = (lines: readonly Line[]) => LineLabel[];

/** The label of each state, as its index in `labels`. */
export const labelOf: readonly number[] = states.map(({ label }) => labels.indexOf(label));
/** Whether a state may follow another; in the last row, the beginning of a sheet. */
export const allowedMoves: readonly (readonly boolean[])[] = [...states, null].map((before) =>
  states.map((next) => mayFollow(before, next)),
);
export const START = states.length;

const COUNT = states.length;

/** Labels lines by learned weights: the sequence of states that has the highest sum (Viterbi). */
export function labellerOf({ transitions, weights }: LabellerFile): LabelLines {
  const sink = new WeightSum(weights);
  const moves = Float64Array.from(
    allowedMoves.flatMap((row, from) =>
      row.map((may, to) => (may ? Math.round((transitions[from]?.[to] ?? 0) * 100) : -Infinity)),
    ),
  );
  return (lines) => {
    const page = pageShapeOf(lines);
    const scores = new Int32Array(lines.length * labels.length);
    for (let at = 0; at < lines.length; at += 1) {
      addFeatures(page, at, sink);
      sink.take(scores, at * labels.length);
    }
    return bestPath(scores, moves, lines).map((state) => states[state]!.label);
  };
}

const all = states.map((_, state) => state);
/** The states that may stand before each, in their order. */
const predecessors = states.map((_, to) => states.flatMap((_, from) => (allowedMoves[from]![to] ? [from] : [])));

/** The states of the lines of a file. `scores` are those of each line and label, `moves` of each state and the next. */
function bestPath(scores: Int32Array, moves: Float64Array, lines: readonly Line[]): number[] {
  const from = new Uint8Array(lines.length * COUNT);
  let best = new Float64Array(COUNT);
  let next = new Float64Array(COUNT);
  for (let at = 0; at < lines.length; at += 1) {
    const isFirst = at === 0 || lines[at]!.sheet !== lines[at - 1]!.sheet;
    if (isFirst && at > 0) best = best.map((score, state) => (mayEnd(states[state]!) ? score : -Infinity));
    for (let to = 0; to < COUNT; to += 1) {
      let most = -Infinity;
      for (const state of isFirst ? all : predecessors[to]!) {
        const score = best[state]! + moves[(isFirst ? START : state) * COUNT + to]!;
        // of equal sums a later state wins: a line of a text rather than none
        if (score >= most) {
          most = score;
          from[at * COUNT + to] = state;
        }
      }
      next[to] = most + scores[at * labels.length + labelOf[to]!]!;
    }
    [best, next] = [next, best];
  }
  const path = new Array<number>(lines.length);
  const last = best.map((score, state) => (mayEnd(states[state]!) ? score : -Infinity));
  let state = last.indexOf(Math.max(...last));
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    path[at] = state;
    state = from[at * COUNT + state]!;
  }
  return path;
}
