import { expect, test } from 'vitest';
import { generatePage } from '../../bench/generate-page.ts';
import { parsePage } from '../../src/parse/page.ts';

test('the same seed always gives the same page, another seed another', () => {
  expect(generatePage(7)).toBe(generatePage(7));
  expect(new Set(Array.from({ length: 50 }, (_, seed) => generatePage(seed))).size).toBe(50);
});

test('a generated page is read as the page it is', () => {
  const pages = Array.from({ length: 20 }, (_, seed) => parsePage(generatePage(seed), `${seed}.txt`));
  for (const { masthead, articles } of pages) {
    expect(masthead).toMatchObject({
      publication: expect.stringMatching(/报$/),
      publishedOn: expect.stringMatching(/^20\d\d-/),
      number: expect.any(Number),
    });
    // It holds five to seven, but one headline may be printed over two of them, and these are taken for one.
    expect(articles.length).toBeGreaterThanOrEqual(4);
  }
});
