import { describe, expect, test } from 'vitest';
import { isPlainUnit, readNames } from '../../../src/extract/person/post-holder.ts';

const holders = (text: string, isBare = false): string[] =>
  readNames(text, 0, new Set(), Infinity, isBare).map((name) => name.text);

describe('holders of a post', () => {
  test.each<[string, readonly string[]]>([
    ['韦国栋、杜若兰、海澄出席', ['韦国栋', '杜若兰', '海澄']],
    ['王云霞、孟克巴特尔、敖其尔及委员', ['王云霞', '孟克巴特尔', '敖其尔']],
    ['董事成、海澄', ['董事成', '海澄']],
    ['（兼）韦国栋说', ['韦国栋']],
  ])('the holders of a post are read in %s', (text, names) => {
    expect(holders(text)).toEqual(names);
  });

  test('a holder is named after the other posts', () => {
    expect(holders('、青年科学基金获得者海澄，')).toEqual(['海澄']);
    expect(holders('、1998届校友柳青，')).toEqual(['柳青']);
    expect(holders('、有关校友代表出席')).toEqual([]);
  });

  test('a post is not shared over 与, and not with a group', () => {
    expect(holders('韦国栋与杜若兰签字')).toEqual(['韦国栋']);
    expect(holders('韦国栋及师生代表参加')).toEqual(['韦国栋']);
  });

  test('a run of words is not a holder', () => {
    for (const text of ['会议在京举行', '董事会成员出席', '和有关部门']) expect(holders(text), text).toEqual([]);
  });

  test('a word of the dictionary is not a holder after a bare post', () => {
    for (const text of ['严格把关', '全程参与', '高度重视']) expect(holders(text, true), text).toEqual([]);
    expect(holders('金泰文在会上', true)).toEqual(['金泰文']);
  });
});

test('any company has certain units', () => {
  expect(isPlainUnit('技术')).toBe(true);
  expect(isPlainUnit('云岫集团')).toBe(false);
});
