import { templates } from './template.ts';
import { featureKey, WeightTable } from './weights.ts';
import { unitHash } from '../../text/unit-hash.ts';
import type { Template, ValueKind } from './weights.ts';

/**
 * Weights by the names of their templates. The features of a template are in one text: the values of each and its weight
 * in hundredths, all divided by tabs.
 */
export type WrittenWeights = Readonly<Record<string, string>>;

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
export function tableOf(templates: readonly Template[], written: WrittenWeights): WeightTable {
  const keys: number[] = [];
  const weights: number[] = [];
  templates.forEach(({ name, values }, number) => {
    const text = written[name] ?? '';
    let at = 0;
    const next = (kind: ValueKind | undefined): number => {
      if (kind === undefined) return 0;
      const tab = text.indexOf('\t', at);
      const [start, end] = [at, tab < 0 ? text.length : tab];
      at = end + 1;
      return kind === 'text' ? unitHash(text, start, end) : Number(text.slice(start, end));
    };
    while (at < text.length) {
      keys.push(featureKey(number, next(values[0]), next(values[1]), next(values[2])));
      weights.push(next('number'));
    }
  });
  return new WeightTable(keys, weights);
}
