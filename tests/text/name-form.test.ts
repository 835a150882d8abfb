import { expect, test } from 'vitest';
import { nameFormsOf } from '../../src/text/name-form.ts';

test('a person has the name, other names, their pinyin and initials, folded', () => {
  expect(nameFormsOf(['林輝', '林 老'], 'person')).toMatchObject({
    names: ['林辉', '林老', 'linhui', 'linlao', 'lh', 'll'],
    initials: ['lh', 'll'],
  });
});

test('ü is looked up by the letters that people type for it', () => {
  expect(nameFormsOf(['吕安'], 'person').names).toEqual(['吕安', 'lvan', 'luan', 'la']);
});

test('a name in other letters is its own spelling', () => {
  expect(nameFormsOf(['ABC'], 'organisation')).toMatchObject({ names: ['abc'], initials: [], parts: [] });
});

test('a person is also spelled by the family name, by the rest, and by any two syllables', () => {
  expect(nameFormsOf(['林安宇'], 'person').parts).toEqual(['linan', 'anyu', 'lin']);
  expect(nameFormsOf(['欧阳安'], 'person').parts).toEqual(['ouyang', 'yangan', 'an']);
});

test('a surname is spelled in each of its readings, an organisation as the word and as the character alone is read', () => {
  expect(nameFormsOf(['单安'], 'person').names).toEqual(['单安', 'shanan', 'danan', 'chanan', 'sa', 'da', 'ca']);
  expect(nameFormsOf(['重庆馆'], 'organisation').names).toEqual([
    '重庆馆',
    'chongqingguan',
    'zhongqingguan',
    'cqg',
    'zqg',
  ]);
});

test('a public body is known by its full form and its short ones', () => {
  expect(nameFormsOf(['云岫区卫健委'], 'organisation').names).toEqual(
    expect.arrayContaining(['云岫区卫健委', '云岫区卫生健康委员会', '云岫区卫生健康委', 'yxqwjw']),
  );
});

test('names and spellings of three or more are also kept with each character left open, those of two never', () => {
  expect(nameFormsOf(['高远山'], 'person').near).toEqual(
    expect.arrayContaining(['高远山', '_远山', '高_山', '高远_', 'gaoyuansha_']),
  );
  expect(nameFormsOf(['高远'], 'person').near).toEqual([]);
});

test('a name with many readings has few forms', () => {
  const { names, parts, near } = nameFormsOf([Array(40).fill('重').join(''), '单行'.repeat(12)], 'person');
  expect([names.length, parts.length, near.length].every((length) => length <= 400)).toBe(true);
});
