import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { describe, expect, test } from 'vitest';
import { cutWords, guessedCuts } from '../../src/text/word.ts';

const texts = [
  '江东大学校长韦国栋会见欧阳海澄、次仁顿珠一行。',
  '王𠮷𠮷和李𠮷参加3个A区的1.5%项目，Peter Lau、C&D公司与a+b甲b组说。\n',
  '（云岫）铭岚、澜汀与岑砚洲签约！',
  '，。、',
  '',
];

describe('words', () => {
  test.each(texts)('cover %j without gaps', (text) => {
    const words = cutWords(text);
    expect(words.map((word) => word.text).join('')).toBe(text);
    for (const { text: word, start, end } of words) expect(text.slice(start, end)).toBe(word);
  });

  test('have the same tag wherever they stand', () => {
    const tags = ['校长会见校长', '一位校长'].flatMap((text) =>
      cutWords(text).flatMap((word) => (word.text === '校长' ? [word.tag] : [])),
    );
    expect(tags).toEqual(['n', 'n', 'n']);
  });

  test.each(texts)('that the dictionary lacks are guessed in %j as in the whole text', (text) => {
    let at = 0;
    const whole = Jieba.withDict(dict)
      .cut(text, true)
      .map((word) => (at += word.length));
    expect(guessedCuts(text, cutWords(text))).toEqual(whole);
  });
});
