import { cuesOf } from '../src/parse/credit/cue.ts';
import { candidatesOf, type WordSpan } from '../src/parse/credit/candidate.ts';
import { creditsOf, type CreditFile } from '../src/parse/credit/reader.ts';
import { writerFeatures, type CreditPlace } from '../src/parse/credit/writer.ts';
import type { LabelLines } from '../src/parse/labeller/labeller.ts';
import { parsePage } from '../src/parse/page.ts';
import { foldText } from '../src/text/fold.ts';
import { matchesOf } from '../src/text/match.ts';
import { oneOf } from '../src/text/pattern.ts';
import { fitLogistic, type Observation } from './logistic.ts';
import type { AnnotatedText } from './text.ts';

/** How hard weights are drawn towards 0. */
const PENALTY = 0.5;
/** A feature of fewer words is not learned from. */
const RARE = 3;

/** Where a name stands, and whether it is that of a writer. */
interface NameSpan extends WordSpan {
  readonly isWriter: boolean;
}

/**
 * Learns which words in lines of credits are the names of those who wrote the text: a logistic regression over the words
 * of the lines that reading asks about. The same texts give the same weights.
 */
export const trainCredits = (texts: readonly AnnotatedText[], labelLines: LabelLines): CreditFile =>
  fitLogistic(withoutRare(texts.flatMap((text) => observe(text, labelLines))), PENALTY);

function withoutRare(observations: readonly Observation[]): Observation[] {
  const seen = new Map<string, number>();
  for (const { features } of observations) for (const f of features) seen.set(f, (seen.get(f) ?? 0) + 1);
  return observations.map(({ features, isRight }) => ({
    features: features.filter((f) => (seen.get(f) ?? 0) >= RARE),
    isRight,
  }));
}

function observe({ id, raw, annotation }: AnnotatedText, labelLines: LabelLines): Observation[] {
  const { articles } = annotation;
  const folded = foldedWith(raw);
  const writers = folded(articles.flatMap(({ byline }) => byline?.reporters ?? []));
  const persons = articles.flatMap((article) => article.persons ?? []);
  const credited = folded(persons.filter(({ roles }) => roles?.includes('byline')).map(({ name }) => name));
  const found: Observation[] = [];
  parsePage(raw, id, labelLines, (folded, place) => {
    if (place === 'OUTSIDE') return null;
    const cues = cuesOf(folded);
    const names = apart([...spansIn(folded, writers, true), ...spansIn(folded, credited, false)]);
    found.push(...observed(folded, place, names));
    const read = creditsOf(
      folded,
      cues,
      names,
      names.map(({ isWriter }) => isWriter),
    );
    return read.length === 0 ? null : read;
  });
  return found;
}

/** The words of a line that may be names, and whether they are those of writers. */
function observed(folded: string, place: CreditPlace, names: readonly NameSpan[]): Observation[] {
  const cues = cuesOf(folded);
  const words = candidatesOf(folded, cues);
  return writerFeatures(folded, place, cues, words).map((features, i) => ({
    features,
    isRight: names.some(({ start, end, isWriter }) => isWriter && start === words[i]!.start && end === words[i]!.end),
  }));
}

function apart(spans: readonly NameSpan[]) {
  return spans
    .toSorted((a, b) => a.start - b.start || b.end - a.end || Number(b.isWriter) - Number(a.isWriter))
    .filter(({ start }, i, all) => all.slice(0, i).every(({ end }) => end <= start));
}

/** Folds names as they are in a text: whether characters are traditional shows in a whole text only. */
const foldedWith =
  (raw: string) =>
  (names: readonly string[]): string[] => {
    const all = [...new Set(names)].join('\n');
    return all === '' ? [] : foldText(`${raw}\n${all}`).slice(-all.length).split('\n');
  };

/** Where names are printed, also with blanks inside. */
function spansIn(folded: string, names: readonly string[], isWriter: boolean): NameSpan[] {
  return names.flatMap((name) =>
    matchesOf(folded, new RegExp([...name.replace(/\s/gu, '')].map((c) => oneOf([c])).join(' *'), 'gu')).map(
      ({ 0: found, index }) => ({ start: index, end: index + found.length, isWriter }),
    ),
  );
}
