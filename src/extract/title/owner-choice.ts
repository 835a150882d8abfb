import { FeatureList } from '../tagger/weights.ts';
import type { Template, WeightTable } from '../tagger/weights.ts';
import { kindOf } from '../organisation/suffix.ts';
import { fitsHead } from './owner-by-head.ts';

/** Whose post it is where the owner is not printed before it: every body it could mean, and what speaks for each. */
export interface OwnerQuestion {
  /** The title, and where the post stands. */
  readonly title: string;
  readonly at: number;
  /** Who holds it. */
  readonly names: readonly string[];
  /** How the post stands after the person before: what separates them, in short. */
  readonly link: string;
  readonly candidates: readonly OwnerCandidate[];
}

export interface OwnerCandidate {
  /** Null: nobody's, or not told. */
  readonly name: string | null;
  /** The name without the place that completes it: 区委. */
  readonly bare: string | null;
  /** Why it could be: the post before, the person before, a body named before … */
  readonly ways: readonly string[];
  /** How many sentences back it was named; 9 for what is not named. */
  readonly distance: number;
  /** How often the text names it. */
  readonly count: number;
}

export const ownerTemplates: readonly Template[] = [
  { name: 'way', values: ['text'] },
  { name: 'way, head', values: ['text', 'text'] },
  { name: 'way, link', values: ['text', 'text'] },
  { name: 'way, distance', values: ['text', 'number'] },
  { name: 'ways', values: ['text'] },
  { name: 'ending, head', values: ['text', 'text'] },
  { name: 'two last characters, head', values: ['text', 'text'] },
  { name: 'fits, way', values: ['number', 'text'] },
  { name: 'fits, first way, link', values: ['number', 'text', 'text'] },
  { name: 'first character of title, way', values: ['text', 'text'] },
  { name: 'two first characters of title, way', values: ['text', 'text'] },
  { name: 'count, way', values: ['number', 'text'] },
  { name: 'title is bare, way, fits', values: ['number', 'text', 'number'] },
  { name: 'title, way', values: ['text', 'text'] },
  { name: 'kind, head', values: ['text', 'text'] },
  { name: 'kind, last character of head', values: ['text', 'text'] },
  { name: 'kind, first way', values: ['text', 'text'] },
];

/** Adds the features of one candidate. */
export function addOwnerFeatures(list: FeatureList, question: OwnerQuestion, candidate: OwnerCandidate): void {
  const { title, link } = question;
  const { name, ways, distance, count } = candidate;
  const h = (text: string): number => list.text(text);
  const head = h(title.slice(-2));
  const fits = name === null ? 2 : fitsHead(title, name) ? 1 : 0;
  const isBare = title.length <= 3 ? 1 : 0;
  for (const way of ways) {
    const w = h(way);
    list.add(0, w);
    list.add(1, w, head);
    list.add(2, w, h(link));
    list.add(3, w, distance);
    list.add(7, fits, w);
    list.add(9, h(title[0]!), w);
    list.add(10, h(title.slice(0, 2)), w);
    list.add(11, Math.min(count, 4), w);
    list.add(12, isBare, w, fits);
    list.add(13, h(title), w);
  }
  list.add(4, h(ways.join('+')));
  list.add(5, h(name === null ? '-' : name.slice(-1)), head);
  list.add(6, h(name === null ? '-' : name.slice(-2)), head);
  const kind = h(name === null ? '-' : kindOf(name));
  list.add(14, kind, head);
  list.add(15, kind, h(title.slice(-1)));
  list.add(16, kind, h(ways[0]!));
  list.add(8, fits, h(ways[0]!), h(link));
}

export type ChooseOwner = (question: OwnerQuestion) => string | null;

/** The best candidate by learned weights. */
export function ownerChooser(weights: WeightTable): ChooseOwner {
  return (question) => {
    let best = -Infinity;
    let chosen: string | null = null;
    for (const candidate of question.candidates) {
      const list = new FeatureList(ownerTemplates);
      addOwnerFeatures(list, question, candidate);
      const score = list.keys.reduce((sum, key) => sum + weights.get(key), 0);
      if (score > best) [best, chosen] = [score, candidate.name];
    }
    return chosen;
  };
}
