import { expect, test } from 'vitest';
import { PairIndex } from '../../src/text/unit-pair.ts';

/** Every place of a pair, by the index. */
function placesOf(index: PairIndex, pair: string): number[] {
  const places: number[] = [];
  for (let at = index.first(pair.charCodeAt(0), pair.charCodeAt(1)); at >= 0; at = index.next(at)) places.push(at);
  return places;
}

test('every pair of units is found at each of its places', () => {
  const text = `云岫区委、云岫区政府${'青石'.repeat(50)}，云岫。`;
  const index = new PairIndex(text);
  for (let at = 0; at + 2 <= text.length; at += 1) {
    const pair = text.slice(at, at + 2);
    const places = Array.from({ length: text.length - 1 }, (_, i) => i).filter((i) => text.startsWith(pair, i));
    expect(placesOf(index, pair)).toEqual(places);
  }
});

test('a pair that the text lacks is nowhere', () => {
  expect(placesOf(new PairIndex('云岫区'), '岫云')).toEqual([]);
  expect(placesOf(new PairIndex(''), '岫云')).toEqual([]);
});
