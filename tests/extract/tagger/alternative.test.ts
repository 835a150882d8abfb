import { expect, test } from 'vitest';
import { shippedModels } from '../../../src/extract/models.ts';
import { tagArticle } from '../../../src/extract/tagger/tagger.ts';
import { readingOf } from '../printed.ts';

const segmentsOf = (text: string) =>
  tagArticle(readingOf(text), shippedModels().tagger, { people: new Set(), bodies: new Set() });

test('a segment tells what else its words were likely to be, the likeliest first', () => {
  const segments = segmentsOf(
    '云岫区教育局吴萍局长汇报工作。青禾港务中岫联合体与明州市沪甬发展商会联合会白露会面，区领导高山、何必、金晶参加。',
  );
  expect(segments.length).toBeGreaterThan(3);
  for (const { text, label, confidence, alternatives = [] } of segments) {
    const scores = alternatives.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(alternatives.length).toBeLessThanOrEqual(2);
    expect(alternatives.map(({ reading }) => reading)).not.toContain(`${label} ${text}`);
    for (const score of scores) expect(score).toBeLessThanOrEqual(1.001);
    expect(confidence).toBeGreaterThan(0);
  }
  expect(segments.some(({ alternatives = [] }) => alternatives.length > 0)).toBe(true);
});
