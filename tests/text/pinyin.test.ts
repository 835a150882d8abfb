import { expect, test } from 'vitest';
import { namePinyin, pinyinSlug } from '../../src/text/pinyin.ts';

test('a name is spelled without tones, syllable by syllable', () => {
  expect(namePinyin('曹立强')).toBe('cao li qiang');
  expect(namePinyin('李民輝')).toBe('li min hui');
});

test('a surname has its surname reading', () => {
  expect(namePinyin('曾庆红')).toBe('zeng qing hong');
  expect(namePinyin('单为民')).toBe('shan wei min');
  expect(namePinyin('尉迟恭')).toBe('yu chi gong');
});

test('ü is written v', () => {
  expect(namePinyin('吕梁')).toBe('lv liang');
});

test('a newspaper’s name becomes a slug', () => {
  expect(pinyinSlug('槐岭周报')).toBe('huai-ling-zhou-bao');
  expect(pinyinSlug('今日IT · 周刊')).toBe('jin-ri-it-zhou-kan');
});
