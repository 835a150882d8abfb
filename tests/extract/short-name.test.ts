import { describe, expect, it } from 'vitest';
import { factsOf } from './printed.ts';

/** The other names of every organisation of an article. */
const short = (body: string): [string, string][] => factsOf(body).organisations.flatMap(({ name, aliases }) => aliases.map((alias): [string, string] => [alias.name, name]));

describe('a short form', () => {
  it.each<[string, string, string, string]>([
    ['of a district', '云岫区召开大会，云岫将加快建设。', '云岫区', '云岫'],
    ['of the district by its level', '云岫区召开大会，本区将加快建设。', '云岫区', '本区'],
    ['of a committee', '云岫区委书记柳青出席。会上，区委要求狠抓落实。', '云岫区委', '区委'],
    ['of a bureau without its level', '区数据局揭牌，数据局将加快建设。', '区数据局', '数据局'],
    ['of the only association', '云岫香港联谊会成立，联谊会主席致辞。', '云岫香港联谊会', '联谊会'],
    ['of the only school', '青石中学开学，学校准备充分。', '青石中学', '学校'],
    ['of a group by its stem', '东铭集团到访，东铭将加大投资。', '东铭集团', '东铭'],
  ])('%s is seen', (_, body, full, name) => {
    expect(short(body)).toEqual([[name, full]]);
  });

  it('stands where it is named alone', () => {
    expect(factsOf('区数据局揭牌，数据局将加快建设。').organisations).toMatchObject([{ aliases: [{ name: '数据局', evidence: { start: 7, end: 10 } }] }]);
  });

  it('is seen of a district that only titles imply', () => {
    const district = factsOf('区长柳青说，本区将加快建设。').organisations.find(({ key }) => key === '云岫区');
    expect(district!.mentions.map(({ quote }) => quote)).toEqual(['本区']);
  });
});

describe('no short form is', () => {
  it.each<[string, string]>([
    ['a word inside the name itself', '区数据局揭牌。'],
    ['a word that two bodies could mean', '青石中学和白鹿中学开学，学校准备充分。'],
    ['a noun of many', '青石中学开学，各学校参加。'],
    ['the beginning of another body', '东铭集团到访，东铭股份陪同。'],
    ['the bare name of a road', '云岫区召开大会，云岫路改造完成。'],
    ['the level of another district', '崇南区召开大会，本区将加快建设。'],
  ])('%s', (_, body) => {
    expect(short(body)).toEqual([]);
  });
});
