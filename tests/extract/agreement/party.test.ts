import { describe, expect, test } from 'vitest';
import type { PartyFact } from '../../../src/extract/facts.ts';
import { dedupeParties } from '../../../src/extract/agreement/party.ts';
import { factsOf } from '../printed.ts';

const parties = (body: string): (readonly [string, string])[][] =>
  factsOf(body).agreements.map((agreement) =>
    agreement.parties.map(({ organisation, evidence }) => [organisation, evidence.quote] as const),
  );
const names = (body: string): string[][] =>
  parties(body).map((agreement) => agreement.map(([organisation]) => organisation));

describe('parties', () => {
  test('the parties are the names before the signing, in print order, each with its own words', () => {
    expect(parties('云岫区、江东大学和东铭股份签署战略合作协议。')).toEqual([
      [
        ['云岫区', '云岫区'],
        ['江东大学', '江东大学'],
        ['东铭股份', '东铭股份'],
      ],
    ]);
  });

  test('each party is a body of the article under its longest name', () => {
    expect(names('东铭集团与上海新微科技集团有限公司洽谈。会上，东铭集团与新微集团签署合作协议。')).toEqual([
      ['东铭集团', '上海新微科技集团有限公司'],
    ]);
  });

  test('the parties may stand in the clause after the person who represents the first', () => {
    expect(names('仪式上，望溪县商务局局长柳青代表望溪县，与东铭集团有限公司、海昇动力有限公司现场签约。')).toEqual([
      ['望溪县', '东铭集团有限公司', '海昇动力有限公司'],
    ]);
    expect(names('柳青代表望溪县致辞，望溪县与东铭集团有限公司签约。')).toEqual([['望溪县', '东铭集团有限公司']]);
  });

  test('the parties are the bodies whose heads nobody names, beside the body of the person who signs with them', () => {
    expect(names('望溪县县长柳青与青石镇、白鹿乡等主要负责人签订目标责任书。')).toEqual([
      ['望溪县', '青石镇', '白鹿乡'],
    ]);
    expect(names('望溪县县长柳青与东铭集团董事长海澄签订投资协议，青石镇主要负责人参加。')).toEqual([
      ['望溪县', '东铭集团'],
    ]);
  });

  test('whoever only holds the ceremony is not a party', () => {
    expect(
      names('3月2日，江东大学校友捐赠签约仪式举行。海澄代表江东大学教育基金会与东铭集团有限公司签署捐赠协议。'),
    ).toEqual([['江东大学教育基金会', '东铭集团有限公司']]);
  });

  test('the subject of the clause before is a party when the phrase leaves it out', () => {
    expect(names('江东大学出席会议，并在会上与东铭集团签署合作协议。')).toEqual([['江东大学', '东铭集团']]);
  });

  test('the district is a party when the text is about it', () => {
    expect(
      names('云岫区加快建设。其间，云岫还成功牵手12个项目，在推介会上与中国能建、东铭股份等央企代表签署合作备忘录。'),
    ).toEqual([['云岫区', '中国能建', '东铭股份']]);
  });

  test('the district and the company whose project was signed are the parties', () => {
    expect(names('云岫区加快建设。其间，云岫于投资促进大会上签约亿元级代表性项目扬子江药业。')).toEqual([
      ['云岫区', '扬子江药业'],
    ]);
  });

  test('the body that begins a clause before is a party', () => {
    expect(names('白鹿学院与青石中学达成共用场馆的意向，与江东大学续签合作协议。')).toEqual([['白鹿学院', '江东大学']]);
  });

  test('我区 is the district of the paper', () => {
    expect(names('云岫区加快建设。1月15日，我区与江东大学签署合作协议。云岫区区长柳青出席。')).toEqual([
      ['云岫区', '江东大学'],
    ]);
  });

  test('双方 are the only two bodies of the sentence', () => {
    expect(names('青石医院成为江东肿瘤医院的成员单位，双方签订合作协议。')).toEqual([['青石医院', '江东肿瘤医院']]);
  });

  test('双方 are the parties of the agreement before', () => {
    expect(names('1月15日，云岫区与江东大学签署合作协议。仪式上，双方签署合作协议。')).toEqual([
      ['云岫区', '江东大学'],
    ]);
  });
});

describe('what is not a party', () => {
  test('a venue is not a party', () => {
    expect(names('云岫区与东铭集团在江东大学签署合作协议。')).toEqual([['云岫区', '东铭集团']]);
  });

  test('a body of another sentence is not a party', () => {
    expect(names('青石街道举办培训。云岫区与东铭集团签署合作协议。')).toEqual([['云岫区', '东铭集团']]);
  });

  test('a group without a name is not a party', () => {
    expect(names('云岫区与东铭集团、有关部门签署合作协议。')).toEqual([['云岫区', '东铭集团']]);
  });
});

test('each party is kept once, where it stands first', () => {
  const party = (organisation: string, start: number): PartyFact => ({
    organisation,
    evidence: { field: 'BODY', start, end: start + organisation.length, quote: organisation, rule: 'agreement.party' },
  });
  expect(dedupeParties([party('云岫区', 0), party('江东大学', 4), party('云岫区', 20)])).toEqual([
    party('云岫区', 0),
    party('江东大学', 4),
  ]);
});
