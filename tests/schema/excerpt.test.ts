import { expect, test } from 'vitest';
import { excerptOf } from '../../src/schema/excerpt.ts';

test('a text that fits is shown whole and unmarked', () => {
  expect(excerptOf('明日停水。', 5)).toBe('明日停水。');
});

test('a longer text shows the whole sentences that fit beside the mark', () => {
  expect(excerptOf('新港开工。首船靠泊！货物已经卸下。', 12)).toBe('新港开工。首船靠泊！…');
  expect(excerptOf('新港开工。首船靠泊！货物已经卸下。', 11)).toBe('新港开工。首船靠泊！…');
  expect(excerptOf('新港开工。首船靠泊！货物已经卸下。', 10)).toBe('新港开工。…');
});

test('closing marks stay with their sentence', () => {
  expect(excerptOf('他说：“来了。”大家都笑，然后散去。', 9)).toBe('他说：“来了。”…');
  expect(excerptOf('他说：“来了？！”大家都笑，然后散去。', 8)).toBe('他说：“来了？…');
});

test('a first sentence that does not fit is cut', () => {
  expect(excerptOf('春天的云溪两岸开满了花。', 6)).toBe('春天的云溪…');
  expect(excerptOf('春天的云溪两岸开满了花。', 1)).toBe('…');
});

test('a character of two units is never halved', () => {
  expect(excerptOf('在𠮷野家门口等候。', 3)).toBe('在…');
  expect(excerptOf('在𠮷野家门口等候。', 4)).toBe('在𠮷…');
});

/** Numbers that follow from the seed alone, from 0 to below `bound`. */
function numbers(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor(state / 65_536) % bound;
  };
}

test('no excerpt of any text is longer than asked for, halves a character, or shows what the text does not begin with', () => {
  const next = numbers(7);
  const signs = ['云', '溪', '水', '𠮷', '🚢', '。', '！', '？', '…', '”', '’', '，', '“', ' ', '5'];
  for (let round = 0; round < 400; round += 1) {
    const text = Array.from({ length: next(40) }, () => signs[next(signs.length)]!).join('');
    for (let length = 1; length <= text.length + 1; length += 1) {
      const excerpt = excerptOf(text, length);
      expect(excerpt.length, `${length} of ${text}`).toBeLessThanOrEqual(length);
      expect(excerpt, `${length} of ${text}`).not.toMatch(/\p{Surrogate}/u);
      if (text.length <= length) expect(excerpt).toBe(text);
      else
        expect(
          `${text} `.startsWith(excerpt.slice(0, -1)) && excerpt.endsWith('…'),
          `${length} of ${text}: ${excerpt}`,
        ).toBe(true);
    }
  }
});
