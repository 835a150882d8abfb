import type { AgreementAnnotation, ArticleAnnotation } from '../src/evaluate/annotation.ts';
import type { SigningChoices, SigningWeights } from '../src/extract/agreement/signing-choices.ts';
import { readSegments } from '../src/extract/article.ts';
import { inReadingScript } from '../src/extract/document/printed-script.ts';
import type { Models } from '../src/extract/models.ts';
import { readPlaces } from '../src/extract/place/place.ts';
import { labels } from '../src/extract/tagger/candidate.ts';
import type { Segment } from '../src/extract/tagger/tagger.ts';
import { asRead } from './annotated-names.ts';
import { labelArticle } from './label.ts';
import { GOLD } from './stretches.ts';
import { fitLogistic } from './logistic.ts';
import type { Observation } from './logistic.ts';
import type { TrainingArticle } from './text.ts';

/** What reading has learned before it comes to signings. */
type Learned = Omit<Models, 'tagger' | 'signing'>;

/** Few texts ask, so that a feature must count soon. */
const PENALTY = 1;

/**
 * Learns how agreements are made of the words of signings: articles are read by their annotated names, and every choice
 * that reading meets is compared with the annotated agreements.
 */
export function trainSigningChoices(articles: readonly TrainingArticle[], learned: Learned): SigningWeights {
  const apart: Observation[] = [];
  for (const article of articles) if (article.annotation.agreements) observe(article, learned, apart);
  return { apart: fitLogistic(apart, PENALTY) };
}

/** Reads one article and notes what it asks. What follows a choice sees the right one. */
function observe({ article, reading, annotation }: TrainingArticle, learned: Learned, seen: Observation[]): void {
  const isTraditional = reading.printed !== null;
  const signed = signedBy(annotation, isTraditional);
  const signing: SigningChoices = {
    isApart: ({ features, together, apart }) => {
      const gain = fitOf(apart, signed) - fitOf([together], signed);
      if (gain !== 0) seen.push({ features, isRight: gain > 0 });
      return gain > 0;
    },
  };
  const segments = labelArticle(reading.text, annotation, isTraditional)
    .filter(({ state }) => state === GOLD)
    .map(
      ({ start, end, label }): Segment => ({
        start,
        end,
        label: labels[label]!,
        text: reading.text.slice(start, end),
        confidence: 1,
      }),
    )
    .sort((a, b) => a.start - b.start);
  const nowhere = { district: null, city: null, publishedOn: null };
  readSegments(
    inReadingScript(article, reading),
    reading,
    segments,
    readPlaces(reading.text, nowhere),
    { publishedOn: null, year: null },
    { ...learned, signing },
  );
}

type Names = (name: string) => string;

/** The parties of each annotated agreement, and the full name of each body. */
function signedBy(
  { agreements = [], organisations = [] }: ArticleAnnotation,
  isTraditional: boolean,
): { readonly parties: readonly ReadonlySet<string>[]; readonly fullName: Names } {
  const n = (words: string): string => asRead(words, isTraditional);
  const names = new Map<string, string>();
  for (const { name, aliases } of organisations)
    for (const form of [name, ...aliases]) if (!names.has(n(form))) names.set(n(form), n(name));
  const fullName: Names = (name) => names.get(name) ?? name;
  return {
    fullName,
    parties: agreements.map(({ parties }: AgreementAnnotation) => new Set(parties.map((name) => fullName(n(name))))),
  };
}

/** How well the agreements that a way makes are those that are annotated: the mean likeness of the parties. */
function fitOf(
  parties: readonly (readonly string[])[],
  { parties: signed, fullName }: ReturnType<typeof signedBy>,
): number {
  const fits = parties.map((names) => {
    const own = new Set(names.map(fullName));
    return Math.max(0, ...signed.map((other) => likeness(own, other)));
  });
  return fits.reduce((sum, fit) => sum + fit, 0) / fits.length;
}

const likeness = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  [...a].filter((name) => b.has(name)).length / new Set([...a, ...b]).size;
