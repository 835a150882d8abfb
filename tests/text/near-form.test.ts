import { expect, test } from 'vitest';
import { formsNear, isNear, nearForms } from '../../src/text/near-form.ts';

test.each([
  ['高远山', '高元山', 'one wrong'],
  ['高远山', '元远山', 'the first wrong'],
  ['新禾集团', '新集团', 'one missing'],
  ['高远山', '高远大山', 'one too many'],
  ['高远山', '高山远', 'two swapped'],
  ['gaoyuanshan', 'gaoyuanshn', 'a letter missing'],
  ['让吕克莫兰', '让吕克莫蓝', 'the last wrong'],
])('%s is near %s: %s', (name, typed) => {
  expect(isNear(name, typed)).toBe(true);
  const forms = new Set(formsNear(typed));
  expect(nearForms(name).some((form) => forms.has(form))).toBe(true);
});

test.each([
  ['高远山', '高远山', 'the same'],
  ['高远山', '高元川', 'two wrong'],
  ['张云', '张芸', 'of two characters'],
  ['张云', '张芸山', 'of two characters'],
  ['高远山', '远山', 'typed with two'],
  ['liming', 'limimg', 'too short to spell'],
])('%s is not near %s: %s', (name, typed) => {
  expect(isNear(name, typed)).toBe(false);
});

test('a text of any length has few forms', () => {
  expect(formsNear('山'.repeat(200))).toEqual([]);
  expect(formsNear('abcdefghijklmnopqrstuvwx').length).toBeLessThan(100);
});
