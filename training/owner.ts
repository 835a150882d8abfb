import type { ArticleAnnotation } from '../src/evaluate/annotation.ts';
import { castContextOf } from '../src/extract/person/cast-context.ts';
import { readCast } from '../src/extract/person/cast.ts';
import { readPlaces } from '../src/extract/place/place.ts';
import { labels } from '../src/extract/tagger/candidate.ts';
import type { WrittenWeights } from '../src/extract/tagger/model.ts';
import type { Segment } from '../src/extract/tagger/tagger.ts';
import { addOwnerFeatures, ownerTemplates } from '../src/extract/title/owner-choice.ts';
import type { OwnerQuestion } from '../src/extract/title/owner-choice.ts';
import { trainChoice } from './choice.ts';
import type { ChoiceExample } from './choice.ts';
import { asRead } from './annotated-names.ts';
import { labelArticle } from './label.ts';
import type { TrainingArticle } from './text.ts';
import { Vocabulary } from './vocabulary.ts';

/** The posts of an article whose owner has to be chosen. Posts after a chosen one see the right one. */
function examplesOf(article: TrainingArticle, vocabulary: Vocabulary): ChoiceExample[] {
  const { reading, annotation } = article;
  const segments = annotatedSegments(article);
  const isTraditional = reading.printed !== null;
  const ownersOf = annotatedOwners(annotation, isTraditional);
  const found: ChoiceExample[] = [];
  const choose = (question: OwnerQuestion): string | null => {
    const owners = ownersOf(question);
    const right = question.candidates.map(
      ({ name, bare }) => owners !== null && (owners.has(name) || (bare !== null && owners.has(bare))),
    );
    if (!right.includes(true)) return owners === null ? null : ([...owners][0] ?? null);
    found.push({
      right,
      candidates: question.candidates.map((candidate) => {
        const list = vocabulary.list();
        addOwnerFeatures(list, question, candidate);
        return vocabulary.take(list);
      }),
    });
    return question.candidates[right.indexOf(true)]!.name;
  };
  const placeOf = readPlaces(reading.text, { district: null, city: null, publishedOn: null });
  const bodies = segments.filter(({ label }) => label === 'BODY');
  readCast(reading, segments, castContextOf(reading, bodies, placeOf, choose));
  return found;
}

/** The segments that an annotation tells. */
function annotatedSegments({ reading, annotation }: TrainingArticle): Segment[] {
  return labelArticle(reading.text, annotation, reading.printed !== null)
    .map(({ start, end, label }) => ({
      start,
      end,
      label: labels[label]!,
      text: reading.text.slice(start, end),
      confidence: 1,
    }))
    .sort((a, b) => a.start - b.start);
}

/** The owners that an annotation gives to a title, by all their names; null for a title that it does not have. */
function annotatedOwners(
  { persons = [], organisations = [] }: ArticleAnnotation,
  isTraditional: boolean,
): (question: OwnerQuestion) => ReadonlySet<string | null> | null {
  const n = (words: string): string => asRead(words, isTraditional);
  const bodies = organisations.map(({ name, aliases }) => [name, ...aliases].map(n));
  const namesOf = (name: string): string[] => bodies.find((names) => names.includes(name)) ?? [name];
  return ({ names, title }) => {
    const titles = persons.filter(({ name }) => names.includes(n(name))).flatMap((person) => person.titles);
    const owners = new Set<string | null>();
    for (const { title: own, org, alt } of titles) {
      const ways = [own, ...alt].map((way): [string | null, string] => {
        const [owner, words] = way.includes('|') ? way.split('|') : [org ?? '', way];
        return [owner!.trim() === '' ? null : n(owner!), n(words!)];
      });
      for (const [owner, words] of ways)
        if (words === title) for (const name of owner === null ? [null] : namesOf(owner)) owners.add(name);
    }
    return owners.size > 0 ? owners : null;
  };
}

/** Trains the choice of owners. */
export function trainOwnerChoice(articles: readonly TrainingArticle[]): WrittenWeights {
  const vocabulary = new Vocabulary(ownerTemplates);
  const examples = articles.flatMap((article) => examplesOf(article, vocabulary));
  return vocabulary.write(trainChoice(examples, vocabulary.size, { epochs: 20, rate: 0.1, decay: 1e-4 }));
}
