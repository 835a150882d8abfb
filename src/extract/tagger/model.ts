import { templates } from './features.ts';
import { featureKey, textValue, WeightTable } from './weights.ts';
import type { Template } from './weights.ts';

/** Template → values as written → weight; transitions by their names. */
export interface TaggerFile {
  readonly trainedOn: Readonly<Record<string, unknown>>;
  readonly transitions: readonly number[];
  readonly weights: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export interface TaggerModel {
  readonly weights: WeightTable;
  readonly transitions: Float64Array;
}


export function taggerOf({ weights, transitions }: TaggerFile): TaggerModel {
  return { weights: tableOf(templates, weights), transitions: Float64Array.from(transitions) };
}

/** The weights of a file by the hashes of their features. */
export function tableOf(templates: readonly Template[], weights: TaggerFile['weights']): WeightTable {
  const entries: [number, number][] = [];
  templates.forEach(({ name, values }, number) => {
    for (const [written, weight] of Object.entries(weights[name] ?? {})) {
      const parts = written.split('\t');
      const [a = 0, b = 0, c = 0] = values.map((kind, i) => (kind === 'text' ? textValue(parts[i]!) : Number(parts[i])));
      entries.push([featureKey(number, a, b, c), weight]);
    }
  });
  return new WeightTable(entries);
}
