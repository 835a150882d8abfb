import { chartOf, TRANSITIONS } from '../src/extract/tagger/chart.ts';
import type { Chart } from '../src/extract/tagger/chart.ts';
import { marginalsOf, transitionCounts } from '../src/extract/tagger/marginals.ts';
import { Features } from '../src/extract/tagger/features.ts';
import { templates } from '../src/extract/tagger/template.ts';
import { latticeOf } from '../src/extract/tagger/lattice.ts';
import type { TaggerFile } from '../src/extract/tagger/model.ts';
import { labelArticle, statesOf } from './label.ts';
import { GOLD, NEUTRAL } from './stretches.ts';
import { shuffler } from './shuffle.ts';
import type { TrainingArticle } from './text.ts';
import { Vocabulary } from './vocabulary.ts';

/** An article as training sees it: its candidates with their features as numbers, shared by those that share a place. */
interface Example {
  readonly chart: Chart;
  /** Of each candidate: WRONG, GOLD or NEUTRAL. */
  readonly states: Uint8Array;
  readonly parts: Int32Array[];
  /** Three indexes into `parts` for each candidate: of its start, its end and the whole. */
  readonly of: Int32Array;
}

function exampleOf({ reading, annotation }: TrainingArticle, vocabulary: Vocabulary): Example {
  const lattice = latticeOf(reading);
  const states = statesOf(lattice, labelArticle(lattice.text, annotation, reading.printed !== null));
  const list = vocabulary.list();
  const features = new Features(lattice, list);
  const parts: Int32Array[] = [];
  const add = (): number => parts.push(vocabulary.take(list)) - 1;
  const shared = new Map<string, number>();
  const once = (key: string, collect: () => void): number => {
    let index = shared.get(key);
    if (index === undefined) {
      collect();
      shared.set(key, (index = add()));
    }
    return index;
  };
  const of = new Int32Array(lattice.candidates.length * 3);
  lattice.candidates.forEach((candidate, i) => {
    const { start, end, label, form } = candidate;
    const left = once(`start ${start} ${label}`, () => features.start(label, start));
    const right = once(`end ${end} ${label} ${form}`, () => features.end(label, form, end));
    features.whole(candidate);
    of.set([left, right, add()], i * 3);
  });
  return { chart: chartOf(lattice.text, lattice.candidates), states, parts, of };
}

const EPOCHS = 12;
const RATE = 0.25;
const DECAY = 5e-7;
/** Added to the score of what is right, so that no set without it counts. */
const CERTAIN = 200;

/**
 * Trains the tagger as a conditional random field over segments: maximum likelihood by AdaGrad, summing over what is
 * neutral; the mean of the later epochs. Takes seconds, and gives the same bytes for the same articles.
 */
export function trainTagger(articles: readonly TrainingArticle[]): TaggerFile {
  const vocabulary = new Vocabulary(templates);
  const examples = articles.map((article) => exampleOf(article, vocabulary));
  for (const { parts } of examples) for (const [i, part] of parts.entries()) parts[i] = vocabulary.common(part);
  const size = vocabulary.size;
  const weights = new Float64Array(size);
  const squares = new Float64Array(size).fill(1e-3);
  const transitions = new Float64Array(TRANSITIONS);
  const transitionSquares = new Float64Array(TRANSITIONS).fill(1e-3);
  const mean = new Float64Array(size);
  const transitionMean = new Float64Array(TRANSITIONS);
  const shuffled = shuffler();
  const decay = DECAY * examples.length;
  const later = EPOCHS / 2;
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    for (const example of shuffled(examples)) {
      const { gradients, transitionGradients } = gradientsOf(example, weights, transitions);
      example.parts.forEach((part, p) => {
        const gradient = gradients[p]!;
        if (gradient === 0) return;
        for (const f of part) step(weights, squares, f, gradient - decay * weights[f]!);
      });
      transitionGradients.forEach((gradient, t) => {
        if (gradient !== 0) step(transitions, transitionSquares, t, gradient);
      });
    }
    if (epoch < later) continue;
    for (let f = 0; f < size; f += 1) mean[f]! += weights[f]! / (EPOCHS - later);
    for (let t = 0; t < TRANSITIONS; t += 1) transitionMean[t]! += transitions[t]! / (EPOCHS - later);
  }
  return {
    transitions: Array.from(transitionMean, (weight) => Math.round(weight * 100) / 100),
    weights: vocabulary.write(mean),
  };
}

/** One step of AdaGrad. */
function step(weights: Float64Array, squares: Float64Array, i: number, gradient: number): void {
  squares[i]! += gradient * gradient;
  weights[i]! += (RATE * gradient) / Math.sqrt(squares[i]!);
}

/** How the likelihood of an example rises with each of its parts and with each transition. */
function gradientsOf({ chart, states, parts, of }: Example, weights: Float64Array, transitions: Float64Array) {
  const sums = parts.map((part) => part.reduce((sum, f) => sum + weights[f]!, 0));
  const scores = Float64Array.from(states, (_, c) => sums[of[c * 3]!]! + sums[of[c * 3 + 1]!]! + sums[of[c * 3 + 2]!]!);
  const right = scores.map((score, c) =>
    states[c] === GOLD ? score + CERTAIN : states[c] === NEUTRAL ? score : -Infinity,
  );
  const all = marginalsOf(chart, scores, transitions);
  const told = marginalsOf(chart, right, transitions);
  const gradients = new Float64Array(parts.length);
  states.forEach((_, c) => {
    const gradient = told.of[c]! - all.of[c]!;
    if (Math.abs(gradient) < 1e-4) return;
    for (let k = 0; k < 3; k += 1) gradients[of[c * 3 + k]!]! += gradient;
  });
  const counts = transitionCounts(chart, all, transitions);
  return {
    gradients,
    transitionGradients: transitionCounts(chart, told, transitions).map((count, t) => count - counts[t]!),
  };
}
