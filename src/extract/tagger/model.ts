import { templates } from './template.ts';
import { featureKey, textValue, WeightTable } from './weights.ts';
import type { Template } from './weights.ts';

/** Weights by the names of their templates and the values of their features, joined by tabs. */
export type WrittenWeights = Readonly<Record<string, Readonly<Record<string, number>>>>;

export interface TaggerFile {
  /** Of transitions, by their numbers. */
  readonly transitions: readonly number[];
  readonly weights: WrittenWeights;
}

export interface TaggerModel {
  readonly weights: WeightTable;
  readonly transitions: Float64Array;
}

export function taggerOf({ weights, transitions }: TaggerFile): TaggerModel {
  return { weights: tableOf(templates, weights), transitions: Float64Array.from(transitions) };
}

/** The weights of a file by the hashes of their features. */
export function tableOf(templates: readonly Template[], weights: WrittenWeights): WeightTable {
  const entries: [number, number][] = [];
  templates.forEach(({ name, values }, number) => {
    for (const [written, weight] of Object.entries(weights[name] ?? {})) {
      const parts = written.split('\t');
      const [a = 0, b = 0, c = 0] = values.map((kind, i) =>
        kind === 'text' ? textValue(parts[i]!) : Number(parts[i]),
      );
      entries.push([featureKey(number, a, b, c), weight]);
    }
  });
  return new WeightTable(entries);
}
