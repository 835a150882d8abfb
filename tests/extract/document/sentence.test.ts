import { describe, expect, test } from 'vitest';
import { periodsOf, sentencesOf } from '../../../src/extract/document/sentence.ts';

const sentences = (text: string): string[] => sentencesOf(text).map(({ start, end }) => text.slice(start, end));
const periods = (text: string): string[] =>
  periodsOf(text, sentencesOf(text)).map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
  test('a sentence ends at its mark and includes closing quotation marks', () => {
    expect(sentences('“他说：‘好！’”会议结束。大家散去')).toEqual(['“他说：‘好！’”', '会议结束。', '大家散去']);
  });

  test('a sentence ends at the end of its line', () => {
    expect(sentences('春潮涌动\n会议举行。')).toEqual(['春潮涌动\n', '会议举行。']);
  });

  test('a sentence does not end at a comma', () => {
    expect(sentences('韦国栋出席，杜若兰主持、讲话。')).toEqual(['韦国栋出席，杜若兰主持、讲话。']);
  });

  test('a sentence that never ends is cut, so that none is long', () => {
    for (const endless of ['韦国栋出席，'.repeat(1000), '韦'.repeat(5000)]) {
      expect(sentences(endless).join('')).toBe(endless);
      expect(Math.max(...sentences(endless).map(({ length }) => length))).toBeLessThan(1500);
    }
  });
});

describe('periods', () => {
  test('a period is what semicolons and colons join', () => {
    expect(periods('会议决定：任命韦国栋为局长；任命杜若兰为主任。会议结束。')).toEqual([
      '会议决定：任命韦国栋为局长；任命杜若兰为主任。',
      '会议结束。',
    ]);
    expect(periods('决定任命：\n韦国栋为局长；\n杜若兰为主任。')).toEqual([
      '决定任命：\n韦国栋为局长；\n杜若兰为主任。',
    ]);
  });

  test('a period is one sentence where nothing joins', () => {
    expect(periods('会议举行。会议结束！')).toEqual(['会议举行。', '会议结束！']);
  });
});
