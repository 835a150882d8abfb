import { castContextOf } from '../src/extract/person/cast-context.ts';
import { readCast } from '../src/extract/person/cast.ts';
import { readPlaces } from '../src/extract/place/place.ts';
import { labels } from '../src/extract/tagger/lattice.ts';
import type { Segment } from '../src/extract/tagger/tagger.ts';
import { FeatureList } from '../src/extract/tagger/weights.ts';
import { addOwnerFeatures, ownerTemplates } from '../src/extract/title/owner-choice.ts';
import { simplifyAll } from '../src/text/script.ts';
import { labelArticle, WRONG } from './label.ts';
import type { Text } from './train.ts';
import { Vocabulary } from './train.ts';
import type { ModelFile } from '../src/extract/models.ts';

/** One post without a printed owner: the features of its candidates, and which are right. */
export interface OwnerExample {
  readonly text: Text;
  readonly candidates: readonly Int32Array[];
  readonly right: readonly boolean[];
}

export function ownerExamplesOf(text: Text, vocabulary: Vocabulary): OwnerExample[] {
  const { reading, annotation } = text;
  const isTraditional = reading.printed !== null;
  const n = (words: string): string => {
    const plain = words.replace(/\s/g, '').replace(/\(/g, '（').replace(/\)/g, '）');
    return isTraditional ? simplifyAll(plain) : plain;
  };
  const clusters = (annotation.organisations ?? []).map(({ name, aliases }) => [name, ...aliases].map(n));
  const sameAs = (name: string): string[] => clusters.find((names) => names.includes(name)) ?? [name];
  const people = new Map((annotation.persons ?? []).map((person) => [n(person.name), person.titles.map(({ title, org, alt }) => ({ title: n(title), org: org ? n(org) : null, alt: alt.map(n) }))]));
  const segments: Segment[] = labelArticle(reading.text, annotation, isTraditional)
    .filter(({ state }) => state !== WRONG)
    .map(({ start, end, label }) => ({ start, end, label: labels[label]!, text: reading.text.slice(start, end), confidence: 1 }))
    .sort((a, b) => a.start - b.start);
  const found: OwnerExample[] = [];
  const context = castContextOf(reading.sentences, segments.filter(({ label }) => label === 'BODY'), readPlaces(reading.text, { district: null, city: null, publishedOn: null }), (question) => {
    const title = question.names.flatMap((name) => people.get(name) ?? []).find((t) => t.title === question.title || t.alt.some((a) => a.split('|').at(-1) === question.title));
    if (!title) return question.candidates.find(({ ways }) => ways.some((w) => /^(?:post|person) before 0/.test(w)))?.name ?? null;
    const owners = new Set<string | null>(title.org === null ? [null] : sameAs(title.org));
    for (const alt of title.alt) {
      const [owner, words] = alt.includes('|') ? alt.split('|') : [null, null];
      if (words === question.title) for (const name of owner ? sameAs(owner) : [null]) owners.add(name);
    }
    const right = question.candidates.map(({ name, bare }) => owners.has(name) || (bare !== null && owners.has(bare)));
    if (right.includes(true))
      found.push({
        text,
        right,
        candidates: question.candidates.map((candidate) => {
          const list = new FeatureList(ownerTemplates);
          list.names = vocabulary.names;
          list.texts = vocabulary.texts;
          addOwnerFeatures(list, question, candidate);
          return Int32Array.from(list.keys, (key) => vocabulary.number(key));
        }),
      });
    return right.includes(true) ? question.candidates[right.indexOf(true)]!.name : title.org;
  });
  readCast(reading, segments, context);
  return found;
}

/** Maximum likelihood of the right candidates, by AdaGrad. */
export function trainOwners(examples: readonly OwnerExample[], size: number, { epochs = 20, rate = 0.1, decay = 1e-4 } = {}): Float64Array {
  const weights = new Float64Array(size);
  const squares = new Float64Array(size).fill(1e-2);
  const mean = new Float64Array(size);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    for (const { candidates, right } of examples) {
      const scores = candidates.map((list) => list.reduce((sum, f) => sum + weights[f]!, 0));
      const most = Math.max(...scores);
      const all = scores.map((score) => Math.exp(score - most));
      const total = all.reduce((a, b) => a + b, 0);
      const rightTotal = all.reduce((a, b, i) => a + (right[i] ? b : 0), 0);
      candidates.forEach((list, i) => {
        const gradient = (right[i] ? all[i]! / rightTotal : 0) - all[i]! / total;
        if (Math.abs(gradient) < 1e-5) return;
        for (const f of list) {
          const g = gradient - decay * weights[f]!;
          squares[f]! += g * g;
          weights[f]! += (rate * g) / Math.sqrt(squares[f]!);
        }
      });
    }
    if (epoch >= epochs / 2) for (let f = 0; f < size; f += 1) mean[f]! += weights[f]! / (epochs / 2);
  }
  return mean;
}

export function ownerFileOf(weights: Float64Array, vocabulary: Vocabulary, least = 0.02): ModelFile['owner'] {
  const written: Record<string, Record<string, number>> = {};
  for (const { name } of ownerTemplates) written[name] = {};
  for (const [key, number] of vocabulary.numbers) {
    const weight = Math.round(weights[number]! * 100) / 100;
    if (Math.abs(weight) < least) continue;
    const [template, ...values] = vocabulary.names.get(key)!.split('\t');
    written[ownerTemplates[Number(template)]!.name]![values.join('\t')] = weight;
  }
  return written;
}
