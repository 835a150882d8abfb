import { describe, expect, test } from 'vitest';
import { readIntroductions } from '../../../src/extract/organisation/introduction.ts';
import { findOrganisations } from '../../../src/extract/organisation/organisation.ts';
import { marked } from '../marked.ts';
import { factsOf, textOf } from '../printed.ts';

/** Name, rule and printed words of each mention. */
function mentions(body: string): [name: string, rule: string, words: string][] {
  const { reading, segments } = marked(body);
  return findOrganisations(reading, segments, readIntroductions(reading)).map((mention) => [
    mention.name,
    mention.rule,
    textOf(reading, mention),
  ]);
}
const names = (body: string): string[] => factsOf(body).organisations.map(({ name }) => name);

describe('where bodies are named', () => {
  test('every segment of a body is a mention; people, titles and places are none', () => {
    expect(mentions('{B江东大学}{T校长}{P柳青}与{L云岫}{T区委书记}{P海澄}走访{B东铭集团}。')).toEqual([
      ['江东大学', 'organisation.named', '江东大学'],
      ['东铭集团', 'organisation.named', '东铭集团'],
    ]);
  });

  test('a bracket introduces a body with its short name, wherever that stands first', () => {
    expect(mentions('云岫国有资本运营公司（以下简称“云资”）成立，云资将加快建设。')).toEqual([
      ['云岫国有资本运营公司', 'organisation.introduced', '云岫国有资本运营公司'],
      ['云资', 'organisation.short-name', '云资'],
    ]);
  });

  // the bracket is left out of the text: it stands between the last character of the name and the next
  test('a short name that is printed only within the full name is told by its bracket', () => {
    expect(mentions('云岫海联商会（下称“海联商会”）成立。')[1]).toEqual([
      '海联商会',
      'organisation.introduced',
      '会成',
    ]);
  });

  test('nothing is found where no body is named', () => {
    expect(mentions('会议指出，有关部门要加强协作。')).toEqual([]);
  });
});

describe('bodies in real sentences', () => {
  test('those of every kind are found', () => {
    expect(
      names(
        '近日，临溪县人民政府出台新政，云岫区数据局正式揭牌。特赞科技、萃达万博等企业参加活动，东铭绿能有限公司与江东大学签署合作协议。',
      ),
    ).toEqual(['临溪县人民政府', '云岫区数据局', '特赞科技', '萃达万博', '东铭绿能有限公司', '江东大学']);
  });

  test('a body ends where its name ends', () => {
    expect(names('临溪县人民政府与江东农业大学第三轮县校合作签约仪式举行。')).toEqual([
      '临溪县人民政府',
      '江东农业大学',
    ]);
    expect(names('云岫区实验小学与江东师范大学教育学部签订协议。')).toEqual(['云岫区实验小学', '江东师范大学教育学部']);
  });

  test('a body is named with its part where both are one name', () => {
    expect(names('青石街道综合文化站免费开放，东铭绿能股份有限公司临溪分公司揭牌。')).toEqual([
      '青石街道综合文化站',
      '东铭绿能股份有限公司临溪分公司',
    ]);
  });

  test('the place of an event is not a body that acts', () => {
    expect(names('展会在云岫农产品交易中心开幕。')).toEqual([]);
    expect(names('签约仪式在青石国际酒店举行，客人参观了高原机械重点实验室。')).toEqual([]);
  });

  test('unnamed bodies are none', () => {
    expect(names('会议指出，有关部门要加强协作，企业要勇于担当。')).toEqual([]);
  });

  test('a count of the bodies in a list is no part of the last one', () => {
    expect(names('江东大学与新禾集团两家单位签署合作协议。')).toEqual(['江东大学', '新禾集团']);
  });

  test('a post proves the short form of its body by the words of that alone', () => {
    const { organisations } = factsOf('区委书记柳青，区委副书记、区长江舟出席。');
    const { aliases } = organisations.find(({ name }) => name === '云岫区委')!;
    expect(aliases.map(({ name, evidence }) => [name, evidence.quote])).toEqual([['区委', '区委']]);
  });

  test('a short form leaves out the place of the paper', () => {
    const { organisations } = factsOf('云岫新禾科技集团有限公司今日揭牌。新禾集团董事长柳青致辞。');
    expect(organisations.map(({ name, aliases }) => [name, ...aliases.map((alias) => alias.name)])).toEqual([
      ['云岫新禾科技集团有限公司', '新禾集团'],
    ]);
  });
});
