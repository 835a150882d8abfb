import { describe, expect, test } from 'vitest';
import { factsOf, flowed } from '../printed.ts';

/** Each agreement as 甲、乙 | 丙@甲 丁@乙. */
const frames = (body: string, headline: string | null = null): string[] =>
  factsOf(body, { headline: headline === null ? null : flowed(headline) }).agreements.map(
    ({ parties, signatories }) =>
      `${parties.map(({ organisation }) => organisation).join('、')} | ${signatories
        .map(({ person, onBehalfOf }) => `${person}@${onBehalfOf}`)
        .join(' ')}`,
  );

describe('who signs', () => {
  test.each([
    ['江东大学校长金力与东铭集团董事长海澄签署合作协议。', '江东大学、东铭集团 | 金力@江东大学 海澄@东铭集团'],
    ['仪式上，柳青代表江东大学与东铭集团董事长江舟签约。', '江东大学、东铭集团 | 柳青@江东大学 江舟@东铭集团'],
    ['江东大学校长金力、东铭集团董事长海澄等到场并签署合作协议。', '江东大学、东铭集团 | 金力@江东大学 海澄@东铭集团'],
    [
      '在云岫区区长杜若兰见证下，江东大学校长金力与东铭集团董事长海澄共同签署合作协议。',
      '江东大学、东铭集团 | 金力@江东大学 海澄@东铭集团',
    ],
    ['东铭集团董事长柳青率队来访，与江东大学签订合作协议。', '东铭集团、江东大学 | 柳青@东铭集团'],
    ['江东大学与东铭集团签署合作协议。江东大学方面，由校长金力代表签署。', '江东大学、东铭集团 | 金力@江东大学'],
  ])('the people and bodies are read in %s', (body, expected) => {
    expect(frames(body)).toEqual([expected]);
  });

  test.each([
    ['who presents something else', '江东大学校长金力颁发证书，东铭集团与海昇动力签署合作协议。'],
    ['who only speaks', '江东大学校长金力指出，签约不是终点。'],
    ['who holds a ceremony of others', '江东大学举行东铭集团与海昇动力有限公司签约仪式。'],
  ])('%s does not sign', (_, body) => {
    expect(frames(body).join()).not.toMatch(/江东大学|金力/);
  });
});

describe('names that the text leaves out or takes apart', () => {
  test('whoever speaks and then represents a side signs', () => {
    expect(frames('江东大学校长金力、东铭集团董事长海澄分别致辞，并代表双方签署校企合作协议。')).toEqual([
      '江东大学、东铭集团 | 金力@江东大学 海澄@东铭集团',
    ]);
  });

  test('who signs first of several partners signs for the same side with each', () => {
    expect(
      frames('江东大学校长金力、江东大学副校长柳青分别与东铭集团董事长海澄、海昇动力总经理水云间签署合作协议。'),
    ).toEqual([
      '江东大学、东铭集团 | 金力@江东大学 柳青@江东大学 海澄@东铭集团',
      '江东大学、海昇动力 | 金力@江东大学 柳青@江东大学 水云间@海昇动力',
    ]);
  });

  test('what two sign about is no party', () => {
    expect(frames('9月1日，江东大学与东铭集团合作共建“东铭产业学院”签约仪式举行。')).toEqual(['江东大学、东铭集团 | ']);
  });

  test('the predicate of a witnessed signing may be a noun', () => {
    expect(frames('柳青、海澄共同见证了江东大学与东铭集团合作协议的签署。')).toEqual(['江东大学、东铭集团 | ']);
  });

  test('两校 are schools, whatever else was signed', () => {
    expect(
      frames(
        '云岫区与望溪区签署合作备忘录。云岫第二中学与望溪第一中学签订友好学校协议书，两校校长柳青、海澄在协议书上签字。',
      ).at(1),
    ).toMatch(/^云岫第二中学、望溪第一中学/);
  });
});

describe('one signing told several times', () => {
  test('the body names in full what the headline shortens and describes in other words', () => {
    expect(
      frames(
        '1月15日，银湖区人民政府与东铭银行望溪分行银政战略合作签约仪式举行。区长柳青、东铭银行望溪分行行长海澄代表双方签署战略合作协议。',
        '银湖区与东铭银行签署银政合作协议',
      ),
    ).toEqual(['银湖区人民政府、东铭银行望溪分行 | 柳青@银湖区人民政府 海澄@东铭银行望溪分行']);
  });

  test('several instruments are several agreements of the same people', () => {
    expect(
      frames(
        '江东大学与望溪县共建签约仪式举行。江东大学校长金力与望溪县县长柳青分别代表双方签署人才培训框架协议和乡村规划协议。',
      ),
    ).toEqual(Array(2).fill('江东大学、望溪县 | 金力@江东大学 柳青@望溪县'));
  });

  test('people of several agreements sign each their own', () => {
    expect(
      frames(
        '江东大学与东铭集团、青石医院与海昇动力分别签署合作协议。江东大学校长金力、东铭集团董事长海澄、青石医院院长柳青、海昇动力总经理安如山在协议上签字。',
      ),
    ).toEqual([
      '江东大学、东铭集团 | 金力@江东大学 海澄@东铭集团',
      '青石医院、海昇动力 | 柳青@青石医院 安如山@海昇动力',
    ]);
  });

  test('whoever signs again is the subject of the sentence before', () => {
    expect(frames('云岫图书馆与望溪图书馆签订互借协议；又与青石图书馆签订同样的协议。')).toEqual([
      '云岫图书馆、望溪图书馆 | ',
      '云岫图书馆、青石图书馆 | ',
    ]);
  });
});

describe('what is no agreement', () => {
  test.each([
    '公司签约后，将加快建设。',
    '望溪区召开签约前风险评估会。',
    '海澄对战略合作协议的签订表示祝贺。',
    '江东医院已为签约项目预留厂房。',
    '东铭银行、海昇银行与27家企业现场签约。',
    '望溪区举行重点项目签约仪式。',
    '公司将做好后续聘任合同签订。',
  ])('%s', (body) => {
    expect(frames(body)).toEqual([]);
  });
});
