import { expect, test } from 'vitest';
import { isTransliterated } from '../../../src/extract/lexicon/transliteration.ts';

test('a Mongol, Tibetan, Uyghur or Yi name is recognised by its characters', () => {
  for (const name of ['孟克巴特尔', '次仁顿珠', '古丽米热', '瓦扎木呷']) expect(isTransliterated(name)).toBe(true);
  for (const words of ['专心搞科研', '应知应会', '全程跟班']) expect(isTransliterated(words)).toBe(false);
});
