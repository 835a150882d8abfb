import { describe, expect, test } from 'vitest';
import { findPlaces } from '../../../src/extract/document/span.ts';
import { predicateFinder } from '../../../src/extract/role/predicate.ts';
import type { Way } from '../../../src/extract/role/way/way.ts';
import { ways } from '../../../src/extract/role/way/ways.ts';

/** What is said in a sentence, as the acts and their words. */
function acts(sentence: string, known: readonly Way[]): string[] {
  const named = [...findPlaces(sentence, ['柳青', '陶远']).values()].flat().sort((a, b) => a.start - b.start);
  const predicates = predicateFinder(known)(sentence, { start: 0, end: sentence.length }, named, []);
  return predicates.map(({ act, word }) => `${act} ${word}`);
}

const examples = ways.flatMap((way) => way.examples.map((example) => ({ example, ...way })));

describe('ways to say what people do', () => {
  test.each(examples)('$example: $act', ({ example, act }) => {
    expect(acts(example, ways).join()).toContain(act);
  });

  test.each(examples)('without its way, $example is read otherwise', ({ example, pattern }) => {
    const others = ways.filter((way) => way.pattern !== pattern);
    expect(acts(example, others)).not.toEqual(acts(example, ways));
  });

  test.each(ways.flatMap((way) => (way.not ?? []).map((sentence) => ({ sentence, ...way }))))(
    '$sentence does not say $act in this way',
    ({ sentence, ...way }) => {
      expect(acts(sentence, [way]).join()).not.toContain(way.act);
    },
  );
});
