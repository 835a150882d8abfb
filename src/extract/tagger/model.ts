import { readFileSync } from 'node:fs';
import { templates } from './features.ts';
import { featureKey, textValue, WeightTable } from './weights.ts';

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

let shipped: TaggerModel | undefined;

/** The weights that `npm run train` has written. */
export function shippedTagger(): TaggerModel {
  shipped ??= taggerOf(JSON.parse(readFileSync(new URL('weights.json', import.meta.url), 'utf8')) as TaggerFile);
  return shipped;
}

export function taggerOf({ weights, transitions }: TaggerFile): TaggerModel {
  const entries: [number, number][] = [];
  templates.forEach(({ name, values }, number) => {
    for (const [written, weight] of Object.entries(weights[name] ?? {})) {
      const parts = written.split('\t');
      const [a = 0, b = 0, c = 0] = values.map((kind, i) => (kind === 'text' ? textValue(parts[i]!) : Number(parts[i])));
      entries.push([featureKey(number, a, b, c), weight]);
    }
  });
  return { weights: new WeightTable(entries), transitions: Float64Array.from(transitions) };
}
