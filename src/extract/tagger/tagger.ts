import type { Reading } from '../document/reading.ts';
import type { Alternative } from '../facts.ts';
import type { NamedSpan } from '../document/span.ts';
import { bestSet, chartOf, marginalsOf } from './chart.ts';
import { FeatureList, Features, templates } from './features.ts';
import { BODY, labels, PERSON } from './candidate.ts';
import { latticeOf } from './lattice.ts';
import type { Label } from './candidate.ts';
import type { Lattice } from './lattice.ts';
import type { TaggerModel } from './model.ts';

/** A stretch of the text that is one thing. Segments do not overlap. */
export interface Segment extends NamedSpan {
  readonly label: Label;
  /** How likely it is that these very words are such a thing, 0 to 1. */
  readonly confidence: number;
  /** What else its words were likely to be, or a part of, the likeliest first: a few at most. */
  readonly alternatives?: readonly Alternative[];
}

/** What the archive knows of the names in an article. */
export interface KnownNames {
  readonly people: ReadonlySet<string>;
  readonly bodies: ReadonlySet<string>;
}

/** How much it counts, in nats, that the archive knows a name. */
const knownBonus = 4;

/** Finds the people, titles and bodies of an article: the best set of segments that do not overlap. */
export function tagArticle(
  reading: Pick<Reading, 'text' | 'bodyStart'>,
  model: TaggerModel,
  known: KnownNames,
): Segment[] {
  const lattice = latticeOf(reading);
  const scores = scoresOf(lattice, model, known);
  const chart = chartOf(lattice.text, lattice.candidates);
  const { of } = marginalsOf(chart, scores, model.transitions);
  const best = bestSet(chart, scores, model.transitions);
  const alternatives = alternativesTo(best, lattice, of);
  return best.map((i) => {
    const { start, end, label } = lattice.candidates[i]!;
    return {
      start,
      end,
      text: lattice.text.slice(start, end),
      label: labels[label]!,
      confidence: of[i]!,
      alternatives: alternatives.get(i) ?? [],
    };
  });
}

/** What is less likely than this is no alternative. */
const leastLikely = 0.05;
const mostAlternatives = 2;

/** The likeliest candidates that overlap one of the best set, by its index. */
function alternativesTo(
  best: readonly number[],
  { candidates, text }: Lattice,
  likely: ArrayLike<number>,
): ReadonlyMap<number, Alternative[]> {
  const chosenAt = new Map<number, number>();
  for (const i of best) for (let at = candidates[i]!.start; at < candidates[i]!.end; at += 1) chosenAt.set(at, i);
  const chosen = new Set(best);
  const rivals = candidates.flatMap((_, i) => (likely[i]! >= leastLikely && !chosen.has(i) ? [i] : []));
  const found = new Map<number, Alternative[]>();
  for (const i of rivals.sort((a, b) => likely[b]! - likely[a]!)) {
    const { start, end, label } = candidates[i]!;
    const overlapped = new Set(Array.from({ length: end - start }, (_, at) => chosenAt.get(start + at)));
    for (const one of overlapped) {
      if (one === undefined) continue;
      const own = found.get(one) ?? [];
      found.set(one, own);
      if (own.length < mostAlternatives)
        own.push({ reading: `${labels[label]!} ${text.slice(start, end)}`, score: likely[i]! });
    }
  }
  return found;
}

function scoresOf(lattice: Lattice, { weights }: TaggerModel, known: KnownNames): Float64Array {
  const list = new FeatureList(templates);
  const features = new Features(lattice, list);
  const take = (): number => {
    let sum = 0;
    const { keys } = list;
    for (let i = 0; i < keys.length; i += 1) sum += weights.get(keys[i]!);
    keys.length = 0;
    return sum;
  };
  const starts = new Float64Array((lattice.text.length + 1) * 4).fill(NaN);
  const ends = new Float64Array((lattice.text.length + 1) * 32).fill(NaN);
  return Float64Array.from(lattice.candidates, (candidate) => {
    const { start, end, label, form } = candidate;
    const left = start * 4 + label;
    if (Number.isNaN(starts[left]!)) {
      features.start(label, start);
      starts[left] = take();
    }
    const right = (end * 4 + label) * 8 + form;
    if (Number.isNaN(ends[right]!)) {
      features.end(label, form, end);
      ends[right] = take();
    }
    features.whole(candidate);
    const names = label === PERSON ? known.people : label === BODY ? known.bodies : null;
    const isKnown = names !== null && names.size > 0 && names.has(lattice.text.slice(start, end));
    return starts[left]! + ends[right]! + take() + (isKnown ? knownBonus : 0);
  });
}
