import { describe, expect, test } from 'vitest';
import { belongsTo } from '../../../src/extract/agreement/signatory-body.ts';
import { factsOf, placeOf } from '../printed.ts';

const signatories = (body: string): [string, string | null][] =>
  factsOf(body).agreements.flatMap((agreement) =>
    agreement.signatories.map(({ person, onBehalfOf }): [string, string | null] => [person, onBehalfOf]),
  );

describe('signatories', () => {
  test('a signatory signs for the party that the title belongs to', () => {
    expect(
      signatories(
        '云岫区与江东大学、东铭股份签署战略合作协议。区委常委、组织部长柳青，江东大学常务副校长金力，东铭股份总经理海澄分别代表三方签署战略合作协议。',
      ),
    ).toEqual([
      ['柳青', '云岫区'],
      ['金力', '江东大学'],
      ['海澄', '东铭股份'],
    ]);
  });

  test('a signatory signs for the party that the text says', () => {
    expect(signatories('副校长柳青代表江东大学，总经理海澄代表东铭股份签署战略合作协议。')).toEqual([
      ['柳青', '江东大学'],
      ['海澄', '东铭股份'],
    ]);
  });

  test.each<[string, [string, string | null][]]>([
    [
      '青石镇镇长高远山代表镇政府，海昇动力有限公司总经理水云间代表企业签订投资协议。',
      [
        ['高远山', '青石镇'],
        ['水云间', '海昇动力有限公司'],
      ],
    ],
    [
      '望溪区委副书记、区长王若渔和东铭集团总裁安如山共同签署《战略合作框架协议》。',
      [
        ['王若渔', '望溪区'],
        ['安如山', '东铭集团'],
      ],
    ],
    [
      '望溪区教育局局长殷切与江东师范大学校长容若水就共建实验学校签署协议。',
      [
        ['殷切', '望溪区教育局'],
        ['容若水', '江东师范大学'],
      ],
    ],
    [
      '望溪县召开大会，望溪县委副书记、县长汤若愚代表县政府与青石镇、白鹿乡主要负责人签订责任书。',
      [['汤若愚', '望溪县']],
    ],
    [
      '望溪区副区长汤若愚、区科技局局长殷切，江东大学副校长容若水代表望溪区和江东大学签署合作协议。',
      [
        ['汤若愚', '望溪区'],
        ['殷切', '望溪区'],
        ['容若水', '江东大学'],
      ],
    ],
    ['望溪县人民政府县长汤若愚与东铭集团有限公司负责人签署投资协议。', [['汤若愚', '望溪县人民政府']]],
  ])('a signatory signs for the body of the office in %s', (body, expected) => {
    expect(signatories(body)).toEqual(expected);
  });

  test('a signatory is the person whose name stands beside the predicate', () => {
    const [agreement] = factsOf('江东大学副校长金力与东铭集团总裁海澄分别代表双方签署合作协议。').agreements;
    expect(agreement!.signatories.map(({ evidence }) => evidence.quote)).toEqual(['金力', '海澄']);
  });
});

describe('who is not a signatory', () => {
  test('a person who attends is not a signatory', () => {
    expect(signatories('云岫区与江东大学签署战略合作协议，区长柳青出席。')).toEqual([]);
    expect(signatories('区长柳青出席云岫区与江东大学战略合作协议签约仪式。')).toEqual([]);
  });

  test('a person who witnesses is not a signatory', () => {
    expect(signatories('在区长柳青的见证下，云岫区与江东大学签署战略合作协议。')).toEqual([]);
  });
});

describe('whom an office can sign for', () => {
  const belongs = (owner: string, party: string): boolean => belongsTo(owner, party, { placeOf });

  test('an office can sign for its body and for the district of the body', () => {
    expect(belongs('江东大学', '江东大学')).toBe(true);
    expect(belongs('云岫区委组织部', '云岫区')).toBe(true);
    expect(belongs('区数据局', '云岫区')).toBe(true);
    expect(belongs('云岫区委', '明州市云岫区人民政府')).toBe(true);
  });

  test('an office cannot sign for any other body', () => {
    expect(belongs('东铭集团', '东铭股份')).toBe(false);
    expect(belongs('崇南区委', '云岫区')).toBe(false);
    expect(belongs('江东大学', '云岫区')).toBe(false);
  });
});
