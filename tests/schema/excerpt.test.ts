import { expect, test } from 'vitest';
import { excerptOf } from '../../src/schema/excerpt.ts';

test('a text that fits is shown whole and unmarked', () => {
  expect(excerptOf('明日停水。', 5)).toBe('明日停水。');
});

test('of a longer text the whole sentences that fit are shown', () => {
  expect(excerptOf('新港开工。首船靠泊！货物已经卸下。', 12)).toBe('新港开工。首船靠泊！…');
});

test('a closing quotation mark stays with its sentence', () => {
  expect(excerptOf('他说：“来了。”大家都笑，然后散去。', 9)).toBe('他说：“来了。”…');
});

test('a first sentence that does not fit is cut', () => {
  expect(excerptOf('春天的云溪两岸开满了花。', 5)).toBe('春天的云溪…');
});

test('a character of two units is never halved', () => {
  expect(excerptOf('在𠮷野家门口等候。', 2)).toBe('在…');
});
