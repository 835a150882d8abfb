import type { ArticleAnnotation } from '../src/evaluate/annotation.ts';
import { castContextOf } from '../src/extract/person/cast-context.ts';
import { readCast } from '../src/extract/person/cast.ts';
import { readPlaces } from '../src/extract/place/place.ts';
import { labels } from '../src/extract/tagger/candidate.ts';
import type { WrittenWeights } from '../src/extract/tagger/model.ts';
import type { Segment } from '../src/extract/tagger/tagger.ts';
import { addOwnerFeatures, ownerTemplates } from '../src/extract/title/owner-choice.ts';
import type { OwnerQuestion } from '../src/extract/title/owner-choice.ts';
import { asRead, labelArticle } from './label.ts';
import type { TrainingArticle } from './text.ts';
import { Vocabulary } from './vocabulary.ts';

/** One post without a printed owner: the features of its candidates, and which of them are right. */
interface Example {
  readonly candidates: readonly Int32Array[];
  readonly right: readonly boolean[];
}

/** The posts of an article whose owner has to be chosen. Posts after a chosen one see the right one. */
function examplesOf(article: TrainingArticle, vocabulary: Vocabulary): Example[] {
  const { reading, annotation } = article;
  const segments = annotatedSegments(article);
  const isTraditional = reading.printed !== null;
  const ownersOf = annotatedOwners(annotation, isTraditional);
  const found: Example[] = [];
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

const EPOCHS = 20;
const RATE = 0.1;
const DECAY = 1e-4;

/** Trains the choice of owners: maximum likelihood of the right candidates by AdaGrad, the mean of the later epochs. */
export function trainOwnerChoice(articles: readonly TrainingArticle[]): WrittenWeights {
  const vocabulary = new Vocabulary(ownerTemplates);
  const examples = articles.flatMap((article) => examplesOf(article, vocabulary));
  const weights = new Float64Array(vocabulary.size);
  const squares = new Float64Array(vocabulary.size).fill(1e-2);
  const mean = new Float64Array(vocabulary.size);
  const later = EPOCHS / 2;
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    for (const { candidates, right } of examples) {
      const scores = candidates.map((part) => part.reduce((sum, f) => sum + weights[f]!, 0));
      const most = Math.max(...scores);
      const all = scores.map((score) => Math.exp(score - most));
      const total = all.reduce((a, b) => a + b, 0);
      const rightTotal = all.reduce((sum, value, i) => sum + (right[i] ? value : 0), 0);
      candidates.forEach((part, i) => {
        const gradient = (right[i] ? all[i]! / rightTotal : 0) - all[i]! / total;
        if (Math.abs(gradient) < 1e-5) return;
        for (const f of part) {
          const g = gradient - DECAY * weights[f]!;
          squares[f]! += g * g;
          weights[f]! += (RATE * g) / Math.sqrt(squares[f]!);
        }
      });
    }
    if (epoch >= later) for (let f = 0; f < mean.length; f += 1) mean[f]! += weights[f]! / (EPOCHS - later);
  }
  return vocabulary.write(mean);
}
