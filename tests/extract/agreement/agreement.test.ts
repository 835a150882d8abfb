import { describe, expect, test } from 'vitest';
import type { AgreementFact } from '../../../src/extract/facts.ts';
import { factsOf, flowed, yunxiu } from '../printed.ts';

const agreements = (body: string, headline: string | null = null): readonly AgreementFact[] =>
  factsOf(body, { headline: headline === null ? null : flowed(headline) }).agreements;
const parties = (agreement: AgreementFact | undefined): string[] | undefined =>
  agreement?.parties.map(({ organisation }) => organisation);

describe('agreements', () => {
  test('an agreement has its kind, parties, day and evidence', () => {
    const [agreement, ...others] = agreements('1月15日上午，云岫区与东铭集团签订深化合作备忘录。');
    expect(others).toEqual([]);
    expect(agreement).toMatchObject({
      kind: 'MEMORANDUM',
      stage: 'SIGNED',
      declaredCount: null,
      signed: { date: '2024-01-15' },
    });
    expect(parties(agreement)).toEqual(['云岫区', '东铭集团']);
    expect(agreement!.evidence[0]).toMatchObject({ field: 'BODY', quote: '云岫区与东铭集团签订深化合作备忘录' });
  });

  test('an agreement has the title that is printed in 《》', () => {
    const [agreement] = agreements('江东大学与东铭集团签署《产学研合作框架协议》。');
    expect(agreement).toMatchObject({ title: '产学研合作框架协议', kind: 'FRAMEWORK' });
  });

  test('an agreement has no title where none is printed in 《》, however it is described', () => {
    for (const words of [
      '签署投资协议',
      '签订人才联合培养协议',
      '签订“组团式”教育帮扶协议',
      '在共建产业学院协议书上签字',
    ]) {
      expect(
        agreements(`江东大学校长金力与东铭集团董事长海澄${words}。`).map(({ title }) => title),
        words,
      ).toEqual([null]);
    }
    expect(
      agreements('江东大学与东铭集团签订投资协议。双方签署的《投资协议》共十条。').map(({ title }) => title),
    ).toEqual(['投资协议']);
  });

  test('an agreement has the place of its ceremony', () => {
    const [agreement] = agreements('5月21日下午，云岫区与江东大学战略合作协议签约仪式在江东大学东校区举行。');
    expect(agreement).toMatchObject({ kind: 'STRATEGIC', place: '江东大学东校区' });
  });

  test('an agreement that is told several times is one', () => {
    const told = agreements(
      '5月21日下午，云岫区与江东大学战略合作协议签约仪式举行。区委常委、组织部长柳青，江东大学副校长金力分别代表双方签署战略合作协议。',
      '云岫区与江东大学战略合作协议签约仪式举行',
    );
    expect(told).toHaveLength(1);
    expect(parties(told[0])).toEqual(['云岫区', '江东大学']);
    expect(told[0]!.signatories.map(({ person, onBehalfOf }) => [person, onBehalfOf])).toEqual([
      ['柳青', '云岫区'],
      ['金力', '江东大学'],
    ]);
  });

  test('an agreement is one even if the headline shortens the names and the instrument', () => {
    const told = agreements(
      '7月1日，云岫区人民政府与东铭集团有限公司签署《2024年度云岫新城建设合作协议》。',
      '携手共建新城　云岫区与东铭集团签订新城合作协议',
    );
    expect(told.map(parties)).toEqual([['云岫区人民政府', '东铭集团有限公司']]);
    expect(told[0]!.title).toBe('2024年度云岫新城建设合作协议');
  });

  test('the headline repeats one of two agreements when the body has two titles', () => {
    const all = agreements(
      '5月21日，云岫区区长柳青与江东大学校长金力签订《校地合作协议》；东铭集团董事长海澄与望溪医院院长安如山签订健康管理合作协议。',
      '云岫区与江东大学签署合作协议',
    );
    expect(all.map(parties)).toEqual([
      ['云岫区', '江东大学'],
      ['东铭集团', '望溪医院'],
    ]);
  });

  test('a headline that joins two short names repeats the agreement of both', () => {
    expect(
      agreements('7月1日，云岫区区长柳青、望溪区区长江舟代表两地签署帮扶协议。', '云岫与望溪两区签署帮扶协议').map(
        parties,
      ),
    ).toEqual([['云岫区', '望溪区']]);
  });

  test('two agreements are read when two instruments are signed', () => {
    const two = agreements(
      '会上，云岫区与东铭集团签署《深化合作备忘录》。云岫城投集团与东铭集团同步签署《合作框架协议》。',
    );
    expect(two.map(parties)).toEqual([
      ['云岫区', '东铭集团'],
      ['云岫城投集团', '东铭集团'],
    ]);
  });

  test('two agreements are read when a memorandum and a contract are signed', () => {
    const two = agreements('云岫区与东铭集团签署合作备忘录。云岫区与东铭集团签署战略合作协议。');
    expect(two.map(({ kind }) => kind)).toEqual(['MEMORANDUM', 'STRATEGIC']);
  });

  test('an agreement of a batch is proved by the words that count the batch', () => {
    const [agreement] = agreements('5月23日，云岫区举行大会，23个重大项目现场集中签约。');
    expect(agreement!.evidence[0]!.quote).toBe('23个重大项目现场集中签约');
  });

  test('an agreement of a batch has its host, every company named, and the count declared', () => {
    const [agreement] = agreements(
      '5月23日，云岫区举行大会，23个重大项目现场集中签约。特赞科技、萃达万博、中汉能源等企业将与云岫区展开合作。',
    );
    expect(agreement).toMatchObject({ kind: 'PROJECT', declaredCount: 23 });
    expect(parties(agreement)).toEqual(['云岫区', '特赞科技', '萃达万博', '中汉能源']);
  });

  test('an agreement says who hosted, attended and witnessed', () => {
    const [agreement] = agreements(
      '5月21日，云岫区与江东大学签署合作协议。区委书记韦国栋、区长杜若兰出席并见证签约。活动由副区长海澄主持。',
    );
    expect(agreement!.hosts.map(({ person }) => person)).toEqual(['海澄']);
    expect(agreement!.attendees.map(({ person }) => person)).toEqual(['韦国栋', '杜若兰']);
    expect(agreement!.witnesses.map(({ person }) => person)).toEqual(['韦国栋', '杜若兰']);
  });
});

describe('agreements of another day', () => {
  test('an earlier day is background', () => {
    const [agreement] = agreements('5月21日，大会召开。2021年12月，云岫区与江东大学曾签署合作协议。');
    expect(agreement).toMatchObject({
      stage: 'BACKGROUND',
      signed: { date: '2021-12', basis: 'PRINTED' },
      attendees: [],
    });
  });

  test('a year without a day is background', () => {
    const all = agreements(
      '5月21日，云岫区与江东大学续签合作协议。2015年，双方签订首个区校合作协议；2020年，两家又续签了第二轮合作协议。',
    );
    expect(all.map(({ stage, signed }) => [stage, signed?.date])).toEqual([
      ['SIGNED', '2024-05-21'],
      ['BACKGROUND', '2015'],
      ['BACKGROUND', '2020'],
    ]);
    expect(all.map(parties)).toEqual([
      ['云岫区', '江东大学'],
      ['云岫区', '江东大学'],
      ['云岫区', '江东大学'],
    ]);
  });

  test('a later day is announced', () => {
    expect(agreements('云岫区将于下月与江东大学签署合作协议。')).toMatchObject([{ stage: 'ANNOUNCED' }]);
  });
});

describe('what is not an agreement', () => {
  test.each([
    ['cooperation that was only reached', '云岫区与江东大学达成合作意向，成功牵手12个项目。'],
    ['an unveiling', '云岫区与江东大学共同为联合研究院揭牌。'],
    ['enrolled patients', '青石街道家庭医生签约率达80%。'],
    ['a signing without a party', '签约仪式现场气氛热烈。'],
    ['talk of one', '双方将认真落实协议，深化合作。'],
  ])('%s is not an agreement', (_, body) => {
    expect(agreements(body)).toEqual([]);
  });
});

test('nobody is a witness unless the text says 见证', () => {
  const [agreement] = factsOf('云岫区与江东大学签署合作协议。区长柳青出席。', {}, yunxiu).agreements;
  expect(agreement!.witnesses).toEqual([]);
});
