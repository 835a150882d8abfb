import { FeatureNames } from '../src/parse/labeller/feature-sink.ts';
import { addFeatures } from '../src/parse/labeller/feature.ts';
import { allowedMoves, labelOf, type LabellerFile } from '../src/parse/labeller/labeller.ts';
import { pageShapeOf } from '../src/parse/labeller/page-shape.ts';
import { labels, mayEnd, states } from '../src/parse/labeller/state.ts';
import { Chain } from './forward-backward.ts';
import { labelledText, mixed, type LabelledText } from './labelled-text.ts';
import { learnField, type Example } from './random-field.ts';
import type { AnnotatedText } from './text.ts';

const ROUNDS = 60;
/** How hard weights are drawn towards 0. */
const PENALTY = 0.3;
/** A feature of fewer texts is not learned from. */
const RARE = 3;
/** What weighs less is not written. */
const LEAST = 0.05;
const COUNT = labels.length;
const BODY = labels.indexOf('BODY');
/** The first lines of texts are lines of bodies too: their weights are added to those of `BODY`. */
const begins = [labels.indexOf('FIRST'), labels.indexOf('OPENING')].map((label) => [label, BODY] as const);
const chain = new Chain({ labels: COUNT, labelOf, allowedMoves, mayEnd: states.map(mayEnd) });

/**
 * Trains the labeller as a conditional random field: maximum likelihood with a penalty on large weights, by L-BFGS,
 * summing over what the annotations leave free. The same texts give the same bytes.
 */
export function trainLabeller(annotated: readonly AnnotatedText[]): LabellerFile {
  const own = annotated.map(labelledText).filter((text) => text !== null);
  const { examples, names } = examplesOf([...own, ...mixed(own)]);
  const { weights, transitions } = learnField(examples, names.length, {
    chain,
    rounds: ROUNDS,
    penalty: PENALTY,
    shared: begins,
  });
  const round = (w: number): number => Math.round(w * 100) / 100;
  const written = names
    .map((name, n) => [name, Array.from(weights.subarray(n * COUNT, n * COUNT + COUNT), round)] as const)
    .filter(([, some]) => some.some((w) => Math.abs(w) >= LEAST))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    transitions: Array.from({ length: states.length + 1 }, (_, s) =>
      Array.from(transitions.subarray(s * states.length, (s + 1) * states.length), round),
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
