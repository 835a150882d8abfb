import { expect, test } from 'vitest';
import { isLexeme, lexemesAround, lexemesOf, tsvectorOf } from '../../src/text/lexeme.ts';

test('Chinese is looked up by pairs, by long words, and by a character that begins no pair', () => {
  expect([...lexemesOf('云岫科学院\n3m')].sort()).toEqual(['3m', '云岫', '学院', '岫科', '科学', '科学院', '院']);
});

test('a number is looked up with the character behind it', () => {
  expect([...lexemesOf('12个共112个').keys()]).toEqual(expect.arrayContaining(['12', '12个', '112', '112个']));
  expect(lexemesOf('112个').has('12个')).toBe(false);
});

test('a text has every lexeme of what it contains, wherever that stands', () => {
  const words = [
    '科学院',
    '人民代表大会',
    '研究所',
    '开发区',
    '信息技术',
    '办公室',
    '中国科学院',
    '常务委员会',
    '云岫',
    '林澄',
    '高质量发展',
  ];
  let seed = 7;
  const next = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
  for (let round = 0; round < 2_000; round += 1) {
    const parts = Array.from({ length: 5 }, () => words[next(words.length)]!);
    const text = parts.join('');
    const start = next(text.length - 1);
    const phrase = text.slice(start, start + 2 + next(text.length - start - 1));
    const lexemes = lexemesOf(text);
    for (const lexeme of lexemesAround(phrase))
      expect(lexemes.has(lexeme), `${lexeme} of ${phrase} in ${text}`).toBe(true);
    if (isLexeme(phrase)) expect(lexemes.has(phrase)).toBe(true);
  }
});

test('a pair and a dictionary word are one lexeme each, other characters are several', () => {
  expect([isLexeme('岫科'), isLexeme('科学院'), isLexeme('岫科学')]).toEqual([true, true, false]);
});

test('lexemes beyond what Postgres can store are left out', () => {
  const many = new Set(
    Array.from({ length: 400_000 }, (_, i) => String.fromCodePoint(0x4e00 + (i % 20_000), 0x4e00 + (i >> 4))),
  );
  expect(Buffer.byteLength(tsvectorOf(new Set(['题']), [], many))).toBeLessThan(2 ** 20 + 400_000);
  expect(tsvectorOf(new Set(['题']), ['#01-03'], new Set(['题', '文']))).toBe('^题 题 #01-03 题 文');
});
