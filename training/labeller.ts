import { FeatureNames } from '../src/parse/labeller/feature-sink.ts';
import { addFeatures } from '../src/parse/labeller/feature.ts';
import type { LabellerFile } from '../src/parse/labeller/labeller.ts';
import { pageShapeOf } from '../src/parse/labeller/page-shape.ts';
import { labels, states } from '../src/parse/labeller/state.ts';
import { factorsOf, marginals, MOVES } from './forward-backward.ts';
import { labelledText, mixed, type LabelledText } from './labelled-text.ts';
import { minimise } from './lbfgs.ts';
import type { AnnotatedText } from './text.ts';

const ROUNDS = 60;
/** How hard weights are drawn towards 0. */
const PENALTY = 0.1;
/** A feature of fewer texts is not learned from. */
const RARE = 3;
/** What weighs less is not written. */
const LEAST = 0.05;
const COUNT = labels.length;
const BODY = labels.indexOf('BODY');
/** The first lines of texts are lines of bodies too: their weights are added to those of `BODY`. */
const begins = [labels.indexOf('FIRST'), labels.indexOf('OPENING')];

/** The lines of one sheet. */
interface Example {
  /** The numbers of each line's features. */
  readonly features: readonly Int32Array[];
  /** Of each line and label: 1 where it may be. */
  readonly mask: Uint8Array;
}

/**
 * Trains the labeller as a conditional random field: maximum likelihood with a penalty on large weights, by L-BFGS,
 * summing over what the annotations leave free. The same texts give the same bytes.
 */
export function trainLabeller(annotated: readonly AnnotatedText[]): LabellerFile {
  const own = annotated.map(labelledText).filter((text) => text !== null);
  const { examples, names } = examplesOf([...own, ...mixed(own)]);
  const size = names.length * COUNT;
  const none = { weights: new Float64Array(size), moves: factorsOf(new Float64Array(MOVES)) };
  const possible = examples.filter((example) => gradientsOf(example, none.weights, none.moves) !== null);
  const best = minimise(size + MOVES, ROUNDS, (at) => slopeOf(possible, at, size));
  const weights = best.slice(0, size);
  share(weights);
  const round = (w: number): number => Math.round(w * 100) / 100;
  const written = names
    .map((name, n) => [name, Array.from(weights.subarray(n * COUNT, n * COUNT + COUNT), round)] as const)
    .filter(([, some]) => some.some((w) => Math.abs(w) >= LEAST))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    transitions: Array.from({ length: states.length + 1 }, (_, s) =>
      Array.from(best.subarray(size + s * states.length, size + (s + 1) * states.length), round),
    ),
    weights: Object.fromEntries(written),
  };
}

/** The sheets of all texts, with the names of the features that are common among them. */
function examplesOf(texts: readonly LabelledText[]): { examples: Example[]; names: string[] } {
  const seen = new Map<string, number>();
  const featured = texts.map((text) => {
    const page = pageShapeOf(text.lines);
    const features = text.lines.map((_, at) => {
      const sink = new FeatureNames();
      addFeatures(page, at, sink);
      return sink.names;
    });
    for (const feature of new Set(features.flat())) seen.set(feature, (seen.get(feature) ?? 0) + 1);
    return { ...text, features };
  });
  const names = [...seen].filter(([, times]) => times >= RARE).map(([name]) => name);
  const numbers = new Map(names.map((name, n) => [name, n]));
  const examples = featured.flatMap(({ lines, features, allowed }) =>
    [...new Set(lines.map(({ sheet }) => sheet))].map((sheet) => {
      const isOn = (_: unknown, at: number): boolean => lines[at]!.sheet === sheet;
      return {
        features: features
          .filter(isOn)
          .map((some) => Int32Array.from(some.map((name) => numbers.get(name) ?? -1).filter((n) => n >= 0))),
        mask: Uint8Array.from(allowed.filter(isOn).flatMap((some) => labels.map((l) => (some.includes(l) ? 1 : 0)))),
      };
    }),
  );
  return { examples, names };
}

function share(scores: Float64Array): void {
  for (let i = 0; i < scores.length; i += COUNT) for (const l of begins) scores[i + l]! += scores[i + BODY]!;
}

/** How unlikely the annotations are by these weights, with the penalty; and how that changes with each weight. */
function slopeOf(examples: readonly Example[], at: Float64Array, size: number) {
  const gradient = new Float64Array(at.length);
  let value = 0;
  for (let i = 0; i < at.length; i += 1) {
    gradient[i] = PENALTY * at[i]!;
    value += (PENALTY / 2) * at[i]! * at[i]!;
  }
  const moves = factorsOf(at.subarray(size));
  for (const example of examples) {
    const own = gradientsOf(example, at, moves);
    if (own === null) continue;
    value -= own.likelihood;
    for (const [line, features] of example.features.entries()) addLine(gradient, features, own.lines, line * COUNT);
    for (let i = 0; i < MOVES; i += 1) gradient[size + i]! -= own.moves[i]!;
  }
  return { value, gradient };
}

function addLine(gradient: Float64Array, features: Int32Array, lines: Float64Array, from: number): void {
  for (let l = 0; l < COUNT; l += 1) {
    const own = lines[from + l]!;
    if (Math.abs(own) > 1e-9) for (const f of features) gradient[f * COUNT + l]! -= own;
  }
}

/** How the likelihood of a sheet rises with the score of each label of each line, and with each transition. */
function gradientsOf({ features, mask }: Example, weights: Float64Array, moves: Float64Array) {
  const scores = new Float64Array(features.length * COUNT);
  for (const [at, own] of features.entries())
    for (const f of own) for (let l = 0; l < COUNT; l += 1) scores[at * COUNT + l]! += weights[f * COUNT + l]!;
  share(scores);
  const all = marginals(scores, null, moves);
  const told = marginals(scores, mask, moves);
  if (all === null || told === null) return null;
  const lines = told.lines.map((p, i) => p - all.lines[i]!);
  for (let i = 0; i < lines.length; i += COUNT) for (const l of begins) lines[i + BODY]! += lines[i + l]!;
  return { lines, moves: told.moves.map((p, i) => p - all.moves[i]!), likelihood: told.total - all.total };
}
