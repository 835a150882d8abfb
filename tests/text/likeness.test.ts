import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { generatePage } from '../../bench/generate-page.ts';
import { createRandom } from '../../bench/random.ts';
import { createFixturePlace } from '../../bench/fixture-place.ts';
import { likeness } from '../../src/text/likeness.ts';

const PAGES = readdirSync('tests/pages')
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(`tests/pages/${name}`, 'utf8'));
const place = createFixturePlace(createRandom(1));
const WEEKLY = [1, 2, 3, 4, 5, 6].map((week) =>
  generatePage(week, { place, name: '云岫周报', day: new Date(Date.UTC(2025, 3, 2 + 7 * week)), number: 300 + week }),
);

test('a text is wholly like itself, however its lines are broken', () => {
  expect(likeness(PAGES[0]!, PAGES[0]!.replaceAll('\n', '\r\n 　'))).toEqual({ ofShorter: 1, ofLonger: 1 });
});

test('a text with one other character in twenty is still nearly the same', () => {
  for (const page of PAGES) {
    const misread = Array.from(page, (character, i) =>
      i % 20 === 7 && character.trim() !== '' ? '口' : character,
    ).join('');
    expect(likeness(page, misread).ofLonger).toBeGreaterThan(0.75);
  }
});

test('a text is found in a longer one', () => {
  const { ofShorter, ofLonger } = likeness(PAGES[0]!, PAGES.slice(0, 4).join('\n'));
  expect(ofShorter).toBe(1);
  expect(ofLonger).toBeLessThan(0.5);
});

test('different pages are unlike, and even pages made of the same sentences are not nearly the same', () => {
  for (const page of PAGES)
    for (const other of PAGES) if (page !== other) expect(likeness(page, other).ofShorter).toBeLessThan(0.2);
  for (const page of WEEKLY)
    for (const other of WEEKLY) if (page !== other) expect(likeness(page, other).ofLonger).toBeLessThan(0.8);
});

test('blank texts are like none', () => {
  expect([likeness('', ''), likeness(' \n', PAGES[0]!)]).toEqual([
    { ofShorter: 0, ofLonger: 0 },
    { ofShorter: 0, ofLonger: 0 },
  ]);
});

test('comparing a part of long texts gives the same result', () => {
  const long = Array.from({ length: 60 }, (_, seed) => generatePage(seed)).join('\n');
  const { ofShorter, ofLonger } = likeness(long, `${long.slice(0, long.length / 2)}${generatePage(99)}`);
  expect(ofShorter).toBeGreaterThan(0.9);
  expect(ofLonger).toBeGreaterThan(0.45);
  expect(ofLonger).toBeLessThan(0.7);
});
