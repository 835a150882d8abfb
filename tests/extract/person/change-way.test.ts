import { describe, expect, test } from 'vitest';
import { findPlaces } from '../../../src/extract/document/span.ts';
import { changeWays } from '../../../src/extract/person/change-way.ts';
import type { ChangeWay } from '../../../src/extract/person/change-way.ts';
import { changeReader } from '../../../src/extract/person/change.ts';
import type { LastRead } from '../../../src/extract/person/post-draft.ts';

const placesOf = (text: string, words: readonly string[]) =>
  [...findPlaces(text, words)]
    .flatMap(([word, places]) => places.map(({ start, end }) => ({ start, end, text: word })))
    .sort((a, b) => a.start - b.start);

/** What is said of each post in a sentence, as the names of the ways. */
function said(sentence: string, known: readonly ChangeWay[]): string[] {
  const read = changeReader(known);
  const names = placesOf(sentence, ['柳青', '陶远']);
  const found: (LastRead & { readonly way: ChangeWay })[] = [];
  for (const post of placesOf(sentence, ['县长', '会长'])) {
    const name = names.findLast(({ end }) => end <= post.start)!;
    const list = { start: name.start, names: [name] };
    const previous = found.findLast(({ end }) => end <= name.start)?.way.change ?? null;
    const way = read(sentence, { start: 0, end: sentence.length }, list, post, found.at(-1) ?? null, previous);
    if (way) found.push({ start: post.start, end: post.end, names: [name], way });
  }
  return found.map(({ way }) => way.name);
}

describe('ways to say that somebody gets or loses a post', () => {
  test.each(changeWays)('$example: $name', ({ example, name }) => {
    expect(said(example, changeWays)).toContain(name);
  });

  test.each(changeWays)('without its way, $example is read otherwise', ({ example, name, ...way }) => {
    const others = changeWays.filter((other) => other.name !== name);
    const rules = (known: readonly ChangeWay[]) =>
      said(example, known).map((read) => changeWays.find((one) => one.name === read)!.rule);
    expect(rules(others)).not.toEqual(rules(changeWays));
    expect(rules(changeWays)).toContain(way.rule);
  });

  test.each(changeWays)('$not does not say that somebody $name', ({ not, name }) => {
    expect(said(not, changeWays)).not.toContain(name);
  });
});
