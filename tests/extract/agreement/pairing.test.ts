import { describe, expect, test } from 'vitest';
import { signingChoices } from '../../../src/extract/agreement/signing-choices.ts';
import { factsOf } from '../printed.ts';

const agreements = (body: string): string[] =>
  factsOf(body).agreements.map(
    ({ parties, signatories }) =>
      `${parties.map(({ organisation }) => organisation).join('、')} | ${signatories.map(({ person }) => person).join('、')}`,
  );

describe('together or apart', () => {
  test('bodies sign apart where the weights of what was seen say so', () => {
    const { isApart } = signingChoices({ apart: { bias: -1, weights: { each: 2, 'of all': -2 } } });
    const bodies = {
      together: ['甲', '乙', '丙'],
      apart: [
        ['甲', '乙'],
        ['甲', '丙'],
      ],
    };
    expect(isApart({ features: ['each'], ...bodies })).toBe(true);
    expect(isApart({ features: ['each', 'of all'], ...bodies })).toBe(false);
    expect(isApart({ features: ['never seen'], ...bodies })).toBe(false);
  });

  test.each([
    '望溪区政府与江东大学、东铭集团签署三方战略合作协议。',
    '江东大学、东铭集团、海昇动力有限公司共同签署《产教融合战略合作协议》。',
  ])('%s is one agreement', (body) => {
    expect(agreements(body)).toHaveLength(1);
  });

  test.each([
    '江东大学分别与东铭集团、海昇动力有限公司签订购销合同。',
    '江东大学与东铭集团、海昇动力有限公司分别签订购销合同。',
  ])('%s are two agreements', (body) => {
    expect(agreements(body)).toHaveLength(2);
  });
});

describe('what a clause tells besides', () => {
  test.each([
    ['望溪区教育局与38家承办单位签订了目标责任书。', '望溪区教育局'],
    ['江东大学与东铭集团“海昇产业学院”签约暨揭牌仪式举行。', '江东大学、东铭集团'],
  ])('a noun is no act, and the matter of a ceremony no party: %s', (body, parties) => {
    expect(agreements(body)).toEqual([`${parties} | `]);
  });

  test('what both sides sign besides is one agreement more', () => {
    expect(agreements('江东大学与东铭集团签署战略合作协议，双方还签署了《廉洁共建协议》。')).toHaveLength(2);
  });

  test('what is planned with one is planned with the other', () => {
    const stages = (body: string): string[] => factsOf(body).agreements.map(({ stage }) => stage);
    expect(stages('望溪区教育局计划与江东大学签署共建协议，并与东铭集团签订捐赠合同。')).toEqual([
      'ANNOUNCED',
      'ANNOUNCED',
    ]);
    expect(stages('望溪区教育局希望加强合作，并与江东大学签署了共建协议。')).toEqual(['SIGNED']);
  });

  test('a year before 项目 counts no projects', () => {
    expect(factsOf('2023年第三季度重大项目集中开工暨签约活动举行。').agreements).toEqual([]);
  });
});
