import type { ArticleAnnotation } from '../src/evaluate/annotation.ts';
import { namedFeatures } from '../src/extract/organisation/antecedent-choice.ts';
import type {
  FormSort,
  AntecedentQuestion,
  AntecedentWeights,
  WeighAntecedents,
} from '../src/extract/organisation/antecedent-choice.ts';
import { resolveBodies } from '../src/extract/organisation/coreference.ts';
import type { Scene } from '../src/extract/organisation/coreference.ts';
import { readIntroductions } from '../src/extract/organisation/introduction.ts';
import { readPlaces } from '../src/extract/place/place.ts';
import { BODY, PERSON } from '../src/extract/tagger/candidate.ts';
import { unitHash } from '../src/text/unit-hash.ts';
import { trainChoice } from './choice.ts';
import type { ChoiceExample } from './choice.ts';
import { asRead } from './annotated-names.ts';
import { labelArticle } from './label.ts';
import type { TrainingArticle } from './text.ts';

/** The features of a choice with none first, and which of the candidates are right. */
export interface NamedExample {
  readonly sort: FormSort;
  readonly candidates: readonly (readonly string[])[];
  readonly right: readonly boolean[];
}

/** Which of an annotation's bodies a name means, by their numbers. */
function bodiesByName({ organisations = [] }: ArticleAnnotation, isTraditional: boolean): Map<string, Set<number>> {
  const bodies = new Map<string, Set<number>>();
  for (const [i, { name, aliases }] of organisations.entries())
    for (const printed of [name, ...aliases]) {
      const key = asRead(printed, isTraditional);
      bodies.set(key, (bodies.get(key) ?? new Set()).add(i));
    }
  return bodies;
}

/** The choices that the names of a scene ask for. Choices after one see what is right for it. */
export function examplesOf(scene: Scene, annotation: ArticleAnnotation, isTraditional: boolean): NamedExample[] {
  const bodies = bodiesByName(annotation, isTraditional);
  const found: NamedExample[] = [];
  const weigh: WeighAntecedents = (question: AntecedentQuestion) => {
    const { form, sort, candidates } = question;
    const meant = bodies.get(form);
    const isRight = candidates.map(({ name }) => [...(bodies.get(name) ?? [])].some((body) => meant?.has(body)));
    const isNone = !isRight.includes(true);
    found.push({ sort, candidates: namedFeatures(question), right: [isNone, ...isRight] });
    const answer = isNone ? 0 : isRight.indexOf(true) + 1;
    return [isNone, ...isRight].map((_, i) => (i === answer ? 1 : 0));
  };
  resolveBodies(scene, weigh);
  return found;
}

/** Each of as many parts of the aliases is once left for the search to find. */
const THIRDS = 3;

/** What a tagger without a fault would see of an article, but that it misses every third alias. */
function sceneOf({ reading, annotation }: TrainingArticle, third = 0): Scene {
  const { text, bodyStart } = reading;
  const isTraditional = reading.printed !== null;
  const n = (words: string): string => asRead(words, isTraditional);
  const { organisations = [], persons = [] } = annotation;
  const aliases = new Set(organisations.flatMap((organisation) => organisation.aliases.map(n)));
  const fulls = new Set(organisations.map(({ name }) => n(name)));
  const labelled = labelArticle(text, annotation, isTraditional).sort((a, b) => a.start - b.start);
  const named = labelled.filter(({ label }) => label === BODY).map(({ start, end }) => text.slice(start, end));
  const isMissed = (name: string): boolean =>
    !fulls.has(name) && aliases.has(name) && (unitHash(name) >>> 0) % THIRDS === third;
  const owners = new Map(
    persons.map(({ name, titles }) => [n(name), titles.find(({ org }) => org)?.org ?? null] as const),
  );
  const introductions = readIntroductions(reading);
  return {
    text,
    bodyStart,
    names: [
      ...new Set([
        ...named.filter((name) => !isMissed(name)),
        ...introductions.flatMap(({ full, shortName }) => [full, shortName]),
      ]),
    ],
    unread: [],
    implied: [...fulls].filter((name) => !named.includes(name)),
    introductions,
    people: labelled
      .filter(({ label }) => label === PERSON)
      .map(({ start, end }) => {
        const name = text.slice(start, end);
        const owner = owners.get(name) ?? null;
        return { start, end, name, organisation: owner && n(owner) };
      }),
    placeOf: readPlaces(text, { district: null, city: null, publishedOn: null }),
  };
}

/** How often a feature must be met to be learned from, and what weight is worth writing. */
const RARE = 3;
const LEAST = 0.05;
const DECAY = 0.1;
const EPOCHS = 10;
const RATE = 0.03;

/** Learns the choice from examples. */
export function learnAntecedents(examples: readonly NamedExample[]): AntecedentWeights {
  const counts = new Map<string, number>();
  for (const { candidates } of examples)
    for (const feature of candidates.flat()) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const common = [...counts].flatMap(([feature, count]) => (count >= RARE ? [feature] : [])).sort();
  const numbers = new Map(common.map((feature, i) => [feature, i]));
  const numbered = examples.map(
    ({ candidates, right }): ChoiceExample => ({
      candidates: candidates.map((features) =>
        Int32Array.from(features.flatMap((feature) => numbers.get(feature) ?? [])),
      ),
      right,
    }),
  );
  const weights = trainChoice(numbered, common.length, { epochs: EPOCHS, rate: RATE, decay: DECAY });
  return Object.fromEntries(
    common.flatMap((feature, i) => {
      const weight = Math.round(weights[i]! * 100) / 100;
      return Math.abs(weight) < LEAST ? [] : [[feature, weight]];
    }),
  );
}

/** The choices of an article. What is searched for is not the same in each scene; names and nouns are. */
export const examplesOfArticle = (article: TrainingArticle): NamedExample[] =>
  Array.from({ length: THIRDS }, (_, third) =>
    examplesOf(sceneOf(article, third), article.annotation, article.reading.printed !== null).filter(
      ({ sort }) => third === 0 || sort === 'form',
    ),
  ).flat();

/** Trains the choice of antecedents on annotated articles. */
export const trainAntecedentChoice = (articles: readonly TrainingArticle[]): AntecedentWeights =>
  learnAntecedents(articles.flatMap(examplesOfArticle));
