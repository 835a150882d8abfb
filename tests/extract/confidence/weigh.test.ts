import { expect, test } from 'vitest';
import { weigh } from '../../../src/extract/confidence/weigh.ts';
import type { Segment } from '../../../src/extract/tagger/tagger.ts';
import { readingOf, spanOf } from '../printed.ts';

const reading = readingOf('教育局局长白 露介绍情况。');
const segment = (text: string, label: Segment['label']): Segment => ({
  ...spanOf(reading, text),
  text,
  label,
  confidence: 0.8,
  alternatives: [{ reading: `${label} ${text}局`, score: 0.1 }],
});
const evidenceOf = (words: string) => {
  const { start, end } = spanOf(reading, words);
  return reading.evidence(start, end, 'person.named');
};

test('words that end in a segment have its score and what came second', () => {
  const facts = {
    people: [
      { name: '白露', mentions: [evidenceOf('白露')], titles: [evidenceOf('教育局局长')], roles: [evidenceOf('介绍')] },
    ],
  };
  const weighed = weigh(facts, [segment('白露', 'PERSON'), segment('局长', 'TITLE')], reading);
  expect(weighed.people[0]!.mentions[0]).toEqual({
    ...evidenceOf('白露'),
    quote: '白 露',
    score: 0.8,
    alternatives: [{ reading: 'PERSON 白露局', score: 0.1 }],
  });
  expect(weighed.people[0]!.titles[0]).toMatchObject({ quote: '教育局局长', score: 0.8 });
  expect(weighed.people[0]!.roles[0]).toEqual(evidenceOf('介绍'));
  expect(weighed.people[0]!.name).toBe('白露');
});
