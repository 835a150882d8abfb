import { describe, expect, test } from 'vitest';
import { findSignings } from '../../../src/extract/agreement/signing.ts';
import { readingOf } from '../printed.ts';

const signings = (body: string) => findSignings(readingOf(body));

describe('signings', () => {
  test.each([
    ['1月15日上午，云岫区与东铭集团签订合作备忘录。', 'PARTIES'],
    ['会上，云岫区与江东大学、东铭股份战略合作协议签约仪式在江东大学举行。', 'CEREMONY'],
    ['江东大学与东铭集团同步签署《产学研合作框架协议》。', 'PARTIES'],
  ])('a signing is read in %s', (body, form) => {
    expect(signings(body).map((signing) => signing.form)).toEqual([form]);
  });

  test('a signing of a batch counts what it declares', () => {
    expect(signings('23个重大项目现场集中签约。')).toMatchObject([
      { form: 'COLLECTIVE', declaredCount: 23, instrument: { kind: 'PROJECT' } },
    ]);
    expect(signings('十二个项目集中签约。')).toMatchObject([{ form: 'COLLECTIVE', declaredCount: 12 }]);
  });

  test('a signing of a batch may name the place before and the number after', () => {
    expect(signings('云岫区在明州举行推介会，现场签约23个项目。')).toMatchObject([
      { form: 'COLLECTIVE', declaredCount: 23, stage: 'SIGNED' },
    ]);
    expect(signings('云岫区将于下月举行推介会，预计18个项目集中签约。')).toMatchObject([
      { form: 'COLLECTIVE', stage: 'ANNOUNCED' },
    ]);
    expect(signings('今年以来，全区累计签约项目126个。').filter(({ form }) => form === 'COLLECTIVE')).toEqual([]);
  });

  test('a signing may renew what was signed before', () => {
    expect(signings('云岫区与江东大学续签合作协议。')).toMatchObject([{ isRenewal: true }]);
    expect(signings('云岫区与江东大学签署合作协议。')).toMatchObject([{ isRenewal: false }]);
  });
});

describe('stages of a signing', () => {
  test.each([
    ['云岫区与江东大学签署合作协议。', 'SIGNED'],
    ['云岫区将于下月与江东大学签署合作协议。', 'ANNOUNCED'],
    ['双方计划今年4月签署合作备忘录。', 'ANNOUNCED'],
    ['此前，云岫区与江东大学签署合作协议。', 'BACKGROUND'],
    ['早在2016年，云岫区就与江东大学签署合作协议。', 'BACKGROUND'],
    ['公司争取二季度与云岫区政府签订战略合作协议。', 'ANNOUNCED'],
    ['2021年6月双方首次签署战略合作协议以来，11套装备投用。', 'BACKGROUND'],
    ['2019年两校曾签订学生交换协议。', 'BACKGROUND'],
    ['云岫区副区长海澄与东铭集团总经理曾小舟签署合作协议。', 'SIGNED'],
  ])('the signing in %s is %s', (body, stage) => {
    expect(signings(body).map((signing) => signing.stage)).toEqual([stage]);
  });
});

describe('what is not a signing', () => {
  test.each([
    ['a rate', '家庭医生签约率达80%。'],
    ["a patient's enrolment", '家庭医生签约居民2000人。'],
    ['a writer under contract', '签约作家海澄说。'],
    ['a wall for signatures', '大家在签约墙前合影。'],
    ['a job found', '现场签约312人。'],
    ['a successful bid', '双方牵手成功，达成合作意向。'],
    ['an unveiling', '云岫区与江东大学共同为研究院揭牌。'],
    ['a tender', '公司中标签约的项目。'],
    ['a custom of people without a name', '居民与物业公司签订了服务合同。'],
    ['what is spoken of', '会议审议通过了云岫区与东铭集团签订合作协议的议案。'],
    ['a sum of years', '截至目前，云岫区已与12所高校签订合作协议。'],
    ['a custom with unnamed partners', '云岫供电公司与136家企业签订供用电合同。'],
    ['a matter reported on', '会议听取了云岫区与东铭集团签订合作协议有关情况的汇报。'],
    ['employment', '海澄与东铭集团签下三年劳动合同。'],
    ['who has signed', '东铭集团总经理海澄代表签约企业发言。'],
    ['a sum of months', '今年1至8月，全区新签约亿元以上项目47个。'],
    ['what began long ago', '自2020年与江东大学签订合作协议以来，云岫区引进人才300名。'],
  ])('%s is not a signing', (_, body) => {
    expect(signings(body)).toEqual([]);
  });

  test('a word inside a title is not a signing', () => {
    expect(signings('会议印发《关于签署合作协议的办法》。')).toEqual([]);
  });

  test('a ceremony that somebody attends is not a signing', () => {
    expect(signings('区长柳青出席签约仪式。')).toEqual([]);
  });
});
