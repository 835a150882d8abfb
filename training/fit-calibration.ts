import { confidenceOf, factKinds } from '../src/extract/confidence/calibration.ts';
import type { Calibration, FactKind, FactModel } from '../src/extract/confidence/calibration.ts';
import { rate } from '../src/extract/confidence/rate.ts';
import type { JudgedText } from './judged-text.ts';
import { fitLogistic } from './logistic.ts';
import type { Observation } from './logistic.ts';

/** Kinds in the order in which they are fitted: the features of each tell how sure the kinds before it are. */
const STAGES: readonly (readonly FactKind[])[] = [
  ['PERSON', 'ORGANISATION'],
  ['TITLE', 'ROLE', 'ALIAS', 'PARTY'],
  ['SIGNATORY', 'AGREEMENT'],
];

const unmeasured: FactModel = { count: 0, right: 0, bias: 0, weights: {} };

/** Measures how often readings of these texts are right, by their features. */
export function fitCalibration(texts: readonly JudgedText[]): Calibration {
  let models = Object.fromEntries(factKinds.map((kind) => [kind, unmeasured])) as Record<FactKind, FactModel>;
  for (const stage of STAGES) {
    const observations = observe(texts, models);
    const fitted = stage.map((kind) => {
      const own = observations.get(kind) ?? [];
      const right = own.filter(({ isRight }) => isRight).length;
      return [kind, { count: own.length, right, ...fitLogistic(own) }] as const;
    });
    models = { ...models, ...(Object.fromEntries(fitted) as Partial<Record<FactKind, FactModel>>) };
  }
  return models;
}

/** Every reading that was judged, rated by this calibration. */
export interface RatedReading extends Observation {
  readonly confidence: number;
}

/** The judged readings of the texts by kind. */
export function observe(texts: readonly JudgedText[], by: Calibration): Map<FactKind, RatedReading[]> {
  const observed = new Map<FactKind, RatedReading[]>(factKinds.map((kind) => [kind, []]));
  for (const { facts, verdicts } of texts) {
    for (const article of facts) {
      rate(article, (kind, fact, features) => {
        const confidence = confidenceOf(by[kind], features);
        const isRight = verdicts.get(fact);
        if (isRight !== undefined) observed.get(kind)?.push({ features, isRight, confidence });
        return { ...fact, confidence };
      });
    }
  }
  return observed;
}
