import type { Reading } from '../document/reading.ts';
import type { Alternative } from '../facts.ts';
import type { NamedSpan } from '../document/span.ts';
import { bestSet, chartOf } from './chart.ts';
import { Features } from './features.ts';
import { marginalsOf } from './marginals.ts';
import { WeightSum } from './weights.ts';
import { BARE, BODY, labels, LOOSE, PERSON, TELLING } from './candidate.ts';
import { latticeOf } from './lattice.ts';
import type { Candidate, Label } from './candidate.ts';
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
  const { text } = reading;
  const { candidates, scores } = withKnown(text, scoredOf(reading, model), known);
  const chart = chartOf(text, candidates);
  const { of } = marginalsOf(chart, scores, model.transitions);
  const best = bestSet(chart, scores, model.transitions);
  const alternatives = alternativesTo(best, { text, candidates }, of);
  return best.map((i) => {
    const { start, end, label } = candidates[i]!;
    return {
      start,
      end,
      text: text.slice(start, end),
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
  { candidates, text }: Pick<Lattice, 'candidates' | 'text'>,
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

/**
 * What a candidate's start and end must score together, in nats, for the whole to be looked at. Of 2,200 names in texts
 * that nothing was learned from, three score less, of all candidates more than half. Bodies that end in nothing telling
 * are many and mostly wrong, so they must score more.
 */
const LEAST_AT_EDGES = -2.5;
const LEAST_OF_BODY: Readonly<Record<number, number>> = { [TELLING]: LEAST_AT_EDGES, [LOOSE]: -1.5, [BARE]: -1 };
const leastAtEdges = ({ label, form }: Candidate): number =>
  label === BODY ? (LEAST_OF_BODY[form] ?? LEAST_AT_EDGES) : LEAST_AT_EDGES;

interface Scored {
  readonly candidates: readonly Candidate[];
  readonly scores: Float64Array;
}

/** An article is read again when another has told of its people. */
const kept = new WeakMap<object, { readonly model: TaggerModel; readonly scored: Scored }>();

function scoredOf(reading: Pick<Reading, 'text' | 'bodyStart'>, model: TaggerModel): Scored {
  const before = kept.get(reading);
  if (before?.model === model) return before.scored;
  const result = scored(latticeOf(reading), model);
  kept.set(reading, { model, scored: result });
  return result;
}

/** Scores of ends by label and form: the number of the first form of each label, forms that no candidate has left out. */
const firstEnd: readonly number[] = [0, 7, 11, 13];
const KINDS_OF_ENDS = 18;
/** Kept between articles, so that memory is not asked for again and again. */
const endsOfArticle = new Float64Array(KINDS_OF_ENDS * 4096);

function unknownEnds(length: number): Float64Array {
  const ends = length > endsOfArticle.length ? new Float64Array(length) : endsOfArticle;
  return ends.fill(NaN, 0, length);
}

/** The candidates that are worth a look, with their scores. */
function scored(lattice: Lattice, { weights }: TaggerModel): Scored {
  const sum = new WeightSum(weights);
  const features = new Features(lattice, sum);
  const starts = new Float64Array(4); // of the start that is looked at: candidates come in the order of their starts
  let startsAt = -1;
  const ends = unknownEnds((lattice.text.length + 1) * KINDS_OF_ENDS);
  const candidates: Candidate[] = [];
  const scores: number[] = [];
  for (const candidate of lattice.candidates) {
    const { start, end, label, form } = candidate;
    if (start !== startsAt) {
      starts.fill(NaN);
      startsAt = start;
    }
    let left = starts[label]!;
    if (Number.isNaN(left)) {
      features.start(label, start);
      starts[label] = left = sum.take();
    }
    const slot = end * KINDS_OF_ENDS + firstEnd[label]! + form;
    let right = ends[slot]!;
    if (Number.isNaN(right)) {
      features.end(label, form, end);
      ends[slot] = right = sum.take();
    }
    const edges = left + right;
    if (edges < leastAtEdges(candidate)) continue;
    features.whole(candidate);
    candidates.push(candidate);
    scores.push(edges + sum.take());
  }
  return { candidates, scores: Float64Array.from(scores) };
}

/** The candidates with those that the archive knows: they score more, and count wherever they stand. */
function withKnown(text: string, { candidates, scores }: Scored, known: KnownNames): Scored {
  if (known.people.size + known.bodies.size === 0) return { candidates, scores };
  const added = new Map<string, { candidate: Candidate; score: number }>();
  const keyOf = ({ start, end, label }: Candidate): string => `${start} ${end} ${label}`;
  const add = (names: ReadonlySet<string>, label: number): void => {
    for (const name of names)
      for (let start = text.indexOf(name); name !== '' && start >= 0; start = text.indexOf(name, start + name.length)) {
        const candidate = { start, end: start + name.length, label, form: 1 };
        added.set(keyOf(candidate), { candidate, score: 0 });
      }
  };
  add(known.people, PERSON);
  add(known.bodies, BODY);
  const own = candidates.map((candidate, i) => {
    const isKnown = added.delete(keyOf(candidate));
    return { candidate, score: scores[i]! + (isKnown ? knownBonus : 0) };
  });
  const all = [
    ...own,
    ...[...added.values()].map(({ candidate, score }) => ({ candidate, score: score + knownBonus })),
  ];
  all.sort((a, b) => a.candidate.start - b.candidate.start || a.candidate.end - b.candidate.end);
  return { candidates: all.map(({ candidate }) => candidate), scores: Float64Array.from(all, ({ score }) => score) };
}
