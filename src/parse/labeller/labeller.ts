import type { Line } from '../line.ts';
import { featuresOf } from './feature.ts';
import { pageShapeOf } from './page-shape.ts';
import { labels, mayEnd, mayFollow, states, type LineLabel } from './state.ts';

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

/** Labels lines by learned weights: the sequence of states that has the highest sum (Viterbi). */
export function labellerOf({ transitions, weights }: LabellerFile): LabelLines {
  const table = new Map(Object.entries(weights));
  const moves = allowedMoves.map((row, from) =>
    row.map((may, to) => (may ? (transitions[from]?.[to] ?? 0) : -Infinity)),
  );
  return (lines) => {
    const page = pageShapeOf(lines);
    const scores = lines.map((_, at) => {
      const sums = new Float64Array(labels.length);
      for (const feature of featuresOf(page, at)) {
        const own = table.get(feature);
        if (own) for (let l = 0; l < sums.length; l += 1) sums[l]! += own[l]!;
      }
      return sums;
    });
    return bestPath(scores, moves, lines).map((state) => states[state]!.label);
  };
}

function bestPath(
  scores: readonly Float64Array[],
  moves: readonly (readonly number[])[],
  lines: readonly Line[],
): number[] {
  const count = states.length;
  let best = new Float64Array(count);
  const from: Int32Array[] = [];
  for (const [at, own] of scores.entries()) {
    const isFirst = at === 0 || lines[at]!.sheet !== lines[at - 1]!.sheet;
    if (isFirst) best = best.map((score, state) => (at === 0 || mayEnd(states[state]!) ? score : -Infinity));
    const next = new Float64Array(count);
    const back = new Int32Array(count);
    for (let to = 0; to < count; to += 1) {
      let most = -Infinity;
      for (let state = 0; state < count; state += 1) {
        const score = best[state]! + moves[isFirst ? START : state]![to]!;
        if (score > most) {
          most = score;
          back[to] = state;
        }
      }
      next[to] = most + own[labelOf[to]!]!;
    }
    from.push(back);
    best = next;
  }
  const path = new Array<number>(scores.length);
  const last = best.map((score, state) => (mayEnd(states[state]!) ? score : -Infinity));
  let state = last.indexOf(Math.max(...last));
  for (let at = scores.length - 1; at >= 0; at -= 1) {
    path[at] = state;
    state = from[at]![state]!;
  }
  return path;
}
