import { expect, test } from 'vitest';
import { parseSearchQuery } from '../../src/text/search-query.ts';
import { snippetOf } from '../../src/text/snippet.ts';
import { rangesOf } from '../../src/text/term-range.ts';

function snippet(text: string, query: string): string {
  const { start, end } = snippetOf(text, rangesOf(text, parseSearchQuery(query)!.terms));
  return text.slice(start, end);
}
const filler = '山高水长，林深路远，春去秋来，花开花落。'.repeat(8);

test('a short text is shown as it is', () => {
  expect(snippet('会上签约。', '签约')).toBe('会上签约。');
});

test('a paragraph that fits is shown, and no other', () => {
  expect(snippet(`${filler}\n\n会上签约。\n\n${filler}`, '签约')).toBe('会上签约。');
});

test('whole sentences of a long paragraph are shown', () => {
  const shown = snippet(`${filler}区长林澄到会签约。${filler}`, '签约');
  expect(shown).toContain('区长林澄到会签约。');
  expect(shown).toMatch(/^山高水长.*花落。$/u);
  expect(shown.length).toBeLessThanOrEqual(120);
});

test('the place with different words comes before the one with a word twice', () => {
  expect(snippet(`签约，签约。${filler}云岫签约。${filler}`, '云岫 签约')).toContain('云岫签约');
});

test('no character is cut in two', () => {
  const shown = snippet(`${'𠀀'.repeat(100)}签约${'𠀁'.repeat(100)}`, '签约');
  expect(shown).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/);
  expect(shown.length).toBeGreaterThan(100);
});

test('a match longer than a snippet is shown whole', () => {
  const long = '甲乙丙丁戊己庚辛'.repeat(20);
  expect(snippet(filler + long + filler, `"${long}"`)).toContain(long);
});
