import { describe, expect, it } from 'vitest';
import { findShortNames } from '../../src/extract/short-name.ts';
import { nowhere, placeOf } from './printed.ts';

const short = (text: string, names: readonly string[], places = placeOf, implied: readonly string[] = []): [string, string][] =>
  findShortNames(text, names, implied, places).map(({ name, full }) => [name, full]);

describe('a short form', () => {
  it.each<[string, string, string, string]>([
    ['of a district', '云岫区召开大会，云岫将加快建设。', '云岫区', '云岫'],
    ['of the district by its level', '云岫区召开大会，本区将加快建设。', '云岫区', '本区'],
    ['of a committee', '云岫区委召开会议，区委要求狠抓落实。', '云岫区委', '区委'],
    ['of a bureau without its level', '区数据局揭牌，数据局将加快建设。', '区数据局', '数据局'],
    ['of the only association', '云岫香港联谊会成立，联谊会主席致辞。', '云岫香港联谊会', '联谊会'],
    ['of the only school', '青石中学开学，学校准备充分。', '青石中学', '学校'],
    ['of a group by its stem', '东铭集团到访，东铭将加大投资。', '东铭集团', '东铭'],
  ])('%s is seen', (_, text, full, name) => {
    expect(short(text, [full])).toEqual([[name, full]]);
  });

  it('stands where it is named alone', () => {
    const text = '区数据局揭牌，数据局将加快建设。';
    expect(findShortNames(text, ['区数据局'], [], placeOf)).toMatchObject([{ start: 7, end: 10 }]);
  });
});

it('is seen of a district that only titles imply', () => {
  expect(short('区长柳青说，本区将加快建设。', [], placeOf, ['云岫区'])).toEqual([['本区', '云岫区']]);
});

describe('no short form is', () => {
  it.each<[string, string, readonly string[]]>([
    ['a word inside the name itself', '区数据局揭牌。', ['区数据局']],
    ['a word that two bodies could mean', '青石中学和白鹿中学开学，学校准备充分。', ['青石中学', '白鹿中学']],
    ['a noun of many', '青石中学开学，各学校参加。', ['青石中学']],
    ['the beginning of another body', '东铭集团到访，东铭股份陪同。', ['东铭集团', '东铭股份']],
    ['a name by itself', '东铭集团到访，东铭将加大投资。', ['东铭集团', '东铭']],
  ])('%s', (_, text, names) => {
    expect(short(text, names)).toEqual([]);
  });

  it('a level word of an unknown district', () => {
    expect(short('崇南区召开大会，本区将加快建设。', ['崇南区'], nowhere)).toEqual([]);
  });
});
