import { expect, test } from 'vitest';
import { nameForms, spelledWords } from '../../src/text/name-form.ts';

test('a person has the name, other names, the pinyin and its initials, folded', () => {
  expect(nameForms('林輝', ['林 老'], 'lin hui')).toEqual(['林辉', '林老', 'linhui', 'lh']);
});

test('ü is looked up by what people type for it', () => {
  expect(nameForms('吕澄', [], 'lv cheng')).toEqual(['吕澄', 'lvcheng', 'lucheng', 'lücheng', 'lc']);
});

test('a name of other letters has no pinyin', () => {
  expect(nameForms('ABC', [], 'abc')).toEqual(['abc']);
  expect(spelledWords('ABC', 'abc')).toEqual([]);
});

test('a person is also spelled by the family name and by the rest', () => {
  expect(spelledWords('林澄宇', 'lin cheng yu')).toEqual(['linchengyu', 'lin', 'chengyu', 'lcy']);
  expect(spelledWords('欧阳澄', 'ou yang cheng')).toEqual(['ouyangcheng', 'ouyang', 'cheng', 'oyc']);
});
