import { describe, expect, test } from 'vitest';
import { factsOf, flowed } from '../printed.ts';

const agreements = (body: string, headline: string | null = null) =>
  factsOf(body, { headline: headline === null ? null : flowed(headline) }).agreements;
const parties = (body: string): string[][] =>
  agreements(body).map((agreement) => agreement.parties.map(({ organisation }) => organisation));
const signatories = (body: string): string[][] =>
  agreements(body).map((agreement) => agreement.signatories.map(({ person, onBehalfOf }) => `${person}@${onBehalfOf}`));

describe('one agreement with each partner', () => {
  test.each<[string, string[][]]>([
    [
      '望溪区政府分别与东铭集团、海昇动力、曜石科技签署战略合作协议。',
      [
        ['望溪区政府', '东铭集团'],
        ['望溪区政府', '海昇动力'],
        ['望溪区政府', '曜石科技'],
      ],
    ],
    [
      '青石医院先后与江东大学附属医院、省肿瘤医院签订专科联盟协议。',
      [
        ['青石医院', '江东大学附属医院'],
        ['青石医院', '省肿瘤医院'],
      ],
    ],
    [
      '东铭集团、曜石科技分别与望溪区政府签订投资协议。',
      [
        ['东铭集团', '望溪区政府'],
        ['曜石科技', '望溪区政府'],
      ],
    ],
    [
      '望溪农商银行与青石镇、白鹿镇逐一签订整村授信协议。',
      [
        ['望溪农商银行', '青石镇'],
        ['望溪农商银行', '白鹿镇'],
      ],
    ],
    [
      '望溪区文旅局与海昇动力有限公司、曜石科技有限公司两家企业分别签订合作协议。',
      [
        ['望溪区文旅局', '海昇动力有限公司'],
        ['望溪区文旅局', '曜石科技有限公司'],
      ],
    ],
    [
      '东海大学与东铭集团、江东学院与曜石科技分别签署共建协议。',
      [
        ['东海大学', '东铭集团'],
        ['江东学院', '曜石科技'],
      ],
    ],
    [
      '东海大学、江东学院分别与东铭集团、海昇动力签署共建协议。',
      [
        ['东海大学', '东铭集团'],
        ['江东学院', '海昇动力'],
      ],
    ],
  ])('one agreement with each partner is read in %s', (body, expected) => {
    expect(parties(body)).toEqual(expected);
  });

  test('each agreement has its own signatories', () => {
    expect(
      signatories(
        '望溪县人民政府县长汤若愚分别与海昇动力股份有限公司董事长安如山、曜石科技有限公司总经理水云间签署合作协议。',
      ),
    ).toEqual([
      ['汤若愚@望溪县人民政府', '安如山@海昇动力股份有限公司'],
      ['汤若愚@望溪县人民政府', '水云间@曜石科技有限公司'],
    ]);
  });

  test('each agreement has the kind of its own instrument, and no title where none stands in 《》', () => {
    const each = agreements('望溪县分别与海昇动力有限公司、江东大学签订芦苇综合利用合作协议、产学研合作框架协议。');
    expect(each.map(({ title, kind }) => [title, kind])).toEqual([
      [null, 'COOPERATION'],
      [null, 'FRAMEWORK'],
    ]);
  });

  test('each agreement has the signatories that a later clause names, for both sides or in order', () => {
    expect(
      signatories(
        '东铭集团有限公司、海昇动力有限公司分别与江东银行签订授信协议，东铭集团有限公司董事长安如山，海昇动力有限公司总经理水云间，江东银行副行长汤若愚在协议上签字。',
      ),
    ).toEqual([
      ['安如山@东铭集团有限公司', '汤若愚@江东银行'],
      ['水云间@海昇动力有限公司', '汤若愚@江东银行'],
    ]);
    expect(
      signatories(
        '东铭集团有限公司、海昇动力有限公司分别与江东银行签订授信协议，曜石科技有限公司董事长安如山在协议上签字。',
      ).flat(),
    ).not.toContain('安如山@东铭集团有限公司');
  });

  test('the partners are those of the ceremony told before, with its kind', () => {
    const each = agreements(
      '3月2日，望溪区与东铭集团有限公司、海昇动力股份有限公司、曜石科技有限公司战略合作协议签约仪式举行。望溪区副区长汤若愚分别与三家企业负责人签约。',
    );
    expect(
      each.map(({ kind, parties: [first, second], signatories: [one] }) => [
        kind,
        first?.organisation,
        second?.organisation,
        one?.onBehalfOf,
      ]),
    ).toEqual([
      ['STRATEGIC', '望溪区', '东铭集团有限公司', '望溪区'],
      ['STRATEGIC', '望溪区', '海昇动力股份有限公司', '望溪区'],
      ['STRATEGIC', '望溪区', '曜石科技有限公司', '望溪区'],
    ]);
  });

  test('the partners are those of a list told before', () => {
    expect(
      parties('东铭集团有限公司、海昇动力有限公司参加推介会。会上，望溪区副区长汤若愚与两家企业负责人分别签约。'),
    ).toEqual([
      ['望溪区', '东铭集团有限公司'],
      ['望溪区', '海昇动力有限公司'],
    ]);
  });
});

describe('one agreement of all', () => {
  test.each<[string, string[]]>([['signed by representatives of the parties', ['云岫区', '江东大学', '东铭股份']]])(
    'one agreement of all is what is %s',
    (_, expected) => {
      expect(
        parties(
          '云岫区与江东大学、东铭股份签署战略合作协议。区委常委柳青，江东大学副校长金力，东铭股份总经理海澄分别代表三方签署战略合作协议。',
        ),
      ).toEqual([expected]);
    },
  );

  test('one agreement of all is what several sign together', () => {
    expect(parties('江东学院与驰远智能、东铭集团签署合作协议。')).toEqual([['江东学院', '驰远智能', '东铭集团']]);
  });

  test('one agreement of all is a batch, even if its companies sign in turn', () => {
    expect(
      parties(
        '望溪经开区12个项目集中签约。海昇动力、曜石科技、沃野智农等企业签约。望溪经开区招商局局长汤若愚代表望溪经开区与上述企业代表依次签约。',
      ),
    ).toHaveLength(1);
  });
});
