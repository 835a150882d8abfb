import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseAnnotation } from '../src/evaluate/annotation.ts';
import type { ArticleAnnotation } from '../src/evaluate/annotation.ts';
import { readArticle } from '../src/extract/document/reading.ts';
import type { Reading } from '../src/extract/document/reading.ts';
import { chartOf, bestSet, marginalsOf, TRANSITIONS } from '../src/extract/tagger/chart.ts';
import type { Chart } from '../src/extract/tagger/chart.ts';
import { FeatureList, Features } from '../src/extract/tagger/features.ts';
import { labels, latticeOf } from '../src/extract/tagger/lattice.ts';
import type { Lattice } from '../src/extract/tagger/lattice.ts';
import { parsePage } from '../src/parse/page.ts';
import { GOLD, labelArticle, NEUTRAL, stateOf, WRONG } from './label.ts';

export interface Text {
  readonly source: string;
  readonly id: string;
  readonly reading: Reading;
  readonly annotation: ArticleAnnotation;
}

/** Every annotated article below a folder. */
export function readTexts(folder: string, source: string): Text[] {
  const texts: Text[] = [];
  const walk = (path: string): string[] => readdirSync(path).sort().flatMap((name) => (statSync(join(path, name)).isDirectory() ? walk(join(path, name)) : [join(path, name)]));
  for (const file of walk(folder)) {
    if (!file.endsWith('.json') || file.endsWith('.issue.json')) continue;
    const raw = readFileSync(file.replace(/json$/, 'txt'), 'utf8');
    const { articles } = parseAnnotation(readFileSync(file, 'utf8'), file);
    const issue = parsePage(raw, file);
    const readings = issue.articles.map(readArticle);
    if (articles.length === 1)
      for (const [i, reading] of readings.entries()) texts.push({ source, id: `${file}#${i}`, reading, annotation: articles[0]! });
    else
      for (const article of articles) {
        const i = readings.findIndex((reading) => {
          const key = (article.bodyStart ?? '').normalize('NFKC').replace(/\s/g, '').slice(0, 8);
          return key !== '' && reading.text.normalize('NFKC').replace(/\s/g, '').includes(key);
        });
        if (i >= 0) texts.push({ source, id: `${file}#${i}`, reading: readings[i]!, annotation: article });
      }
  }
  return texts.filter(({ annotation }) => annotation.persons && annotation.organisations);
}

/** Features as numbers, one list for each start, end and whole, shared between candidates. */
export interface Example {
  readonly text: Text;
  readonly lattice: Lattice;
  readonly chart: Chart;
  readonly states: Uint8Array;
  readonly parts: readonly Int32Array[];
  /** Three indexes into parts a candidate. */
  readonly of: Int32Array;
}

export class Vocabulary {
  readonly numbers = new Map<number, number>();
  readonly names = new Map<number, string>();
  readonly texts = new Map<number, string>();
  number(key: number): number {
    let number = this.numbers.get(key);
    if (number === undefined) this.numbers.set(key, (number = this.numbers.size));
    return number;
  }
}

export function exampleOf(text: Text, vocabulary: Vocabulary, missed?: string[]): Example {
  const lattice = latticeOf(text.reading);
  const chart = chartOf(lattice.text, lattice.candidates);
  const labelled = labelArticle(lattice.text, text.annotation, text.reading.printed !== null);
  const { states, missed: lost } = stateOf(lattice, labelled);
  for (const span of lost) missed?.push(`${text.id} ${labels[span.label]} ${lattice.text.slice(Math.max(0, span.start - 6), span.start)}[${lattice.text.slice(span.start, span.end)}]${lattice.text.slice(span.end, span.end + 4)}`);
  const list = new FeatureList(templates);
  list.names = vocabulary.names;
  list.texts = vocabulary.texts;
  const features = new Features(lattice, list);
  const parts: Int32Array[] = [];
  const take = (): number => {
    parts.push(Int32Array.from(list.keys, (key) => vocabulary.number(key)));
    list.keys.length = 0;
    return parts.length - 1;
  };
  const starts = new Map<number, number>();
  const ends = new Map<number, number>();
  const of = new Int32Array(lattice.candidates.length * 3);
  lattice.candidates.forEach((candidate, i) => {
    const { start, end, label, form } = candidate;
    let s = starts.get(start * 4 + label);
    if (s === undefined) {
      features.start(label, start);
      starts.set(start * 4 + label, (s = take()));
    }
    let e = ends.get((end * 4 + label) * 8 + form);
    if (e === undefined) {
      features.end(label, form, end);
      ends.set((end * 4 + label) * 8 + form, (e = take()));
    }
    features.whole(candidate);
    of.set([s, e, take()], i * 3);
  });
  return { text, lattice, chart, states, parts, of };
}

export interface Model {
  readonly weights: Float64Array;
  readonly transitions: Float64Array;
}

export function scoresOf({ parts, of, states }: Example, { weights }: Pick<Model, 'weights'>, bias?: readonly number[], candidates?: Lattice['candidates']): Float64Array {
  const sums = Float64Array.from(parts, (part) => {
    let sum = 0;
    for (let k = 0; k < part.length; k += 1) sum += weights[part[k]!] ?? 0;
    return sum;
  });
  const scores = new Float64Array(states.length);
  for (let i = 0; i < scores.length; i += 1) scores[i] = sums[of[i * 3]!]! + sums[of[i * 3 + 1]!]! + sums[of[i * 3 + 2]!]! + (bias ? bias[candidates![i]!.label]! : 0);
  return scores;
}

/** Maximum likelihood with AdaGrad and decay; candidates that are neutral are summed over in both parts. */
export function train(examples: readonly Example[], size: number, { epochs = 12, rate = 0.25, decay = 1e-5 } = {}): Model {
  const weights = new Float64Array(size);
  const squares = new Float64Array(size).fill(1e-3);
  const transitions = new Float64Array(TRANSITIONS);
  const transitionSquares = new Float64Array(TRANSITIONS).fill(1e-3);
  let seed = 12345;
  const random = (): number => (seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff) / 0x7fffffff;
  const order = examples.map((_, i) => i);
  const sum = new Float64Array(size);
  const sumT = new Float64Array(TRANSITIONS);
  let summed = 0;
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    for (let i = order.length - 1; i > 0; i -= 1) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    for (const i of order) {
      const example = examples[i]!;
      const { chart, states, parts, of } = example;
      const scores = scoresOf(example, { weights });
      const all = marginalsOf(chart, scores, transitions);
      const right = scores.map((score, c) => (states[c] === GOLD ? score + 200 : states[c] === NEUTRAL ? score : -Infinity));
      const told = marginalsOf(chart, right, transitions);
      const gradients = new Float64Array(parts.length);
      for (let c = 0; c < states.length; c += 1) {
        const gradient = told.of[c]! - all.of[c]!;
        if (Math.abs(gradient) < 1e-4) continue;
        gradients[of[c * 3]!]! += gradient;
        gradients[of[c * 3 + 1]!]! += gradient;
        gradients[of[c * 3 + 2]!]! += gradient;
      }
      for (let p = 0; p < parts.length; p += 1) {
        const gradient = gradients[p]!;
        if (gradient === 0) continue;
        const part = parts[p]!;
        for (let k = 0; k < part.length; k += 1) {
          const f = part[k]!;
          const g = gradient - decay * weights[f]! * examples.length * 0.05;
          squares[f]! += g * g;
          weights[f]! += (rate * g) / Math.sqrt(squares[f]!);
        }
      }
      for (let t = 0; t < TRANSITIONS; t += 1) {
        const g = told.transitions[t]! - all.transitions[t]!;
        if (g === 0) continue;
        transitionSquares[t]! += g * g;
        transitions[t]! += (rate * g) / Math.sqrt(transitionSquares[t]!);
      }
    }
    if (epoch >= Math.floor(epochs / 2)) {
      for (let f = 0; f < size; f += 1) sum[f]! += weights[f]!;
      for (let t = 0; t < TRANSITIONS; t += 1) sumT[t]! += transitions[t]!;
      summed += 1;
    }
  }
  return { weights: sum.map((w) => w / summed), transitions: sumT.map((w) => w / summed) };
}

export function read(example: Example, model: Model, bias = [0, 0, 0, 0]): { start: number; end: number; label: number; text: string; index: number }[] {
  const scores = scoresOf(example, model, bias, example.lattice.candidates);
  return bestSet(example.chart, scores, model.transitions).map((index) => {
    const { start, end, label } = example.lattice.candidates[index]!;
    return { start, end, label, text: example.lattice.text.slice(start, end), index };
  });
}
export { GOLD, NEUTRAL, WRONG };

import type { TaggerFile } from '../src/extract/tagger/model.ts';
import { templates } from '../src/extract/tagger/features.ts';

/** The model as it is written: what weighs too little is left out. */
export function fileOf({ weights, transitions }: Model, vocabulary: Vocabulary, trainedOn: Record<string, unknown> = {}, least = 0.02): TaggerFile {
  const written: Record<string, Record<string, number>> = {};
  for (const { name } of templates) written[name] = {};
  for (const [key, number] of vocabulary.numbers) {
    const weight = Math.round(weights[number]! * 100) / 100;
    if (Math.abs(weight) < least) continue;
    const [template, ...values] = vocabulary.names.get(key)!.split('\t');
    written[templates[Number(template)]!.name]![values.join('\t')] = weight;
  }
  return { trainedOn, transitions: Array.from(transitions, (w) => Math.round(w * 100) / 100), weights: written };
}
