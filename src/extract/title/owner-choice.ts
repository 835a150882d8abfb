import { WeightSum } from '../tagger/weights.ts';
import type { FeatureSink, Template, WeightTable } from '../tagger/weights.ts';
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
  /** What else is seen of it: that it is in the headline, has such a post already … */
  readonly signs: readonly string[];
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
  { name: 'sign', values: ['text'] },
  { name: 'sign, head', values: ['text', 'text'] },
  { name: 'sign, last character of head', values: ['text', 'text'] },
  { name: 'sign, first way', values: ['text', 'text'] },
  { name: 'sign, kind', values: ['text', 'text'] },
  { name: 'sign, fits, title is bare', values: ['text', 'number', 'number'] },
];

/** What all candidates of a question share, hashed once. */
interface Asked {
  readonly head: number;
  readonly last: number;
  readonly first: number;
  readonly firstTwo: number;
  readonly title: number;
  readonly link: number;
  readonly isBare: number;
}

const askedOf = (list: FeatureSink, { title, link }: OwnerQuestion): Asked => ({
  head: list.text(title.slice(-2)),
  last: list.text(title.slice(-1)),
  first: list.text(title[0]!),
  firstTwo: list.text(title.slice(0, 2)),
  title: list.text(title),
  link: list.text(link),
  isBare: title.length <= 3 ? 1 : 0,
});

/** Adds the features of one candidate. */
export function addOwnerFeatures(
  list: FeatureSink,
  question: OwnerQuestion,
  { name, ways, distance, count, signs }: OwnerCandidate,
  asked = askedOf(list, question),
): void {
  const fits = name === null ? 2 : fitsHead(question.title, name) ? 1 : 0;
  const kind = list.text(name === null ? '-' : ownKind(name));
  const firstWay = list.text(ways[0]!);
  for (const way of ways) {
    const w = list.text(way);
    list.add(0, w);
    list.add(1, w, asked.head);
    list.add(2, w, asked.link);
    list.add(3, w, distance);
    list.add(7, fits, w);
    list.add(9, asked.first, w);
    list.add(10, asked.firstTwo, w);
    list.add(11, Math.min(count, 4), w);
    list.add(12, asked.isBare, w, fits);
    list.add(13, asked.title, w);
  }
  list.add(4, list.text(ways.join('+')));
  list.add(5, list.text(name === null ? '-' : name.slice(-1)), asked.head);
  list.add(6, list.text(name === null ? '-' : name.slice(-2)), asked.head);
  list.add(14, kind, asked.head);
  list.add(15, kind, asked.last);
  list.add(16, kind, firstWay);
  list.add(8, fits, firstWay, asked.link);
  for (const sign of signs) {
    const s = list.text(sign);
    list.add(17, s);
    list.add(18, s, asked.head);
    list.add(19, s, asked.last);
    list.add(20, s, firstWay);
    list.add(21, s, kind);
    list.add(22, s, fits, asked.isBare);
  }
}

/** The kind of a body, also of 我校 and 本公司. */
const ownKind = (name: string): string =>
  /^[我本该](?:校|学院)$/.test(name) ? 'SCHOOL' : /^[我本该]院$/.test(name) ? '我院' : kindOf(name);

export type ChooseOwner = (question: OwnerQuestion) => string | null;

/** The best candidate by learned weights. */
export function ownerChooser(weights: WeightTable): ChooseOwner {
  const sum = new WeightSum(weights);
  return (question) => {
    let best = -Infinity;
    let chosen: string | null = null;
    const asked = askedOf(sum, question);
    for (const candidate of question.candidates) {
      addOwnerFeatures(sum, question, candidate, asked);
      const score = sum.take();
      if (score > best) [best, chosen] = [score, candidate.name];
    }
    return chosen;
  };
}
