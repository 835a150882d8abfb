import { wordOf } from './feature-word.ts';

/** What takes the features of a line: a sum of their weights when reading, a list of their names when training. */
export interface FeatureSink {
  /** A feature of up to three words, by their numbers (`numberOf`). As a tag: add`k,k+1 ${kind}|${after}`. */
  add(template: TemplateStringsArray, a?: number, b?: number, c?: number): void;
  /** A feature of one or two UTF-16 units. */
  units(kind: UnitKind, first: number, second?: number): void;
  /** A feature of a whole line, which is short. */
  line(text: string): void;
}

/** Which units of a line make a feature: the first two, the last two, any pair, or the mark that it begins with. */
export const unitKinds = ['first', 'last', 'c', 's'] as const;
export type UnitKind = (typeof unitKinds)[number];

/** The name of a feature of words, as it stands in the file of weights. */
export function nameOf(template: TemplateStringsArray, a: number, b: number, c: number): string {
  const values = [a, b, c];
  return template.reduce((name, part, i) => name + wordOf(values[i - 1]!) + part);
}

/** The name of a feature of a whole line. */
export const lineName = (text: string): string => `is ${text}`;

/** Lists the names of features. */
export class FeatureNames implements FeatureSink {
  readonly names: string[] = [];

  add(template: TemplateStringsArray, a = 0, b = 0, c = 0): void {
    this.names.push(nameOf(template, a, b, c));
  }

  units(kind: UnitKind, first: number, second = 0): void {
    this.names.push(`${kind} ${second === 0 ? String.fromCharCode(first) : String.fromCharCode(first, second)}`);
  }

  line(text: string): void {
    this.names.push(lineName(text));
  }
}
