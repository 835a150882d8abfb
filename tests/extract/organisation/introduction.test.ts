import { expect, test } from 'vitest';
import { readIntroductions } from '../../../src/extract/organisation/introduction.ts';
import { readingOf, textOf } from '../printed.ts';

const introduced = (body: string): [string, string][] =>
  readIntroductions(readingOf(body)).map(({ full, shortName }) => [full, shortName]);

test.each<[string, [string, string]]>([
  ['近日，江东师范大学美术学院（以下简称“江东美院”）揭牌。', ['江东师范大学美术学院', '江东美院']],
  ['区长柳青走访了云岫国有资本有限公司（简称：云岫国资）。', ['云岫国有资本有限公司', '云岫国资']],
  ['活动由海港国际艺术馆(以下简称HIAM)主办。', ['海港国际艺术馆', 'HIAM']],
  ['会议由世界卫生组织（WHO）主办。', ['世界卫生组织', 'WHO']],
  ['塔斯曼乳业公司（TASMAN DAIRY）到访。', ['塔斯曼乳业公司', 'TASMAN DAIRY']],
  ['江东大学附属第二医院云岫院区（云岫区中心医院）开诊。', ['江东大学附属第二医院云岫院区', '云岫区中心医院']],
])('the full name before the bracket is read in %s', (body, pair) => {
  expect(introduced(body)).toEqual([pair]);
});

test('an introduction says where the full name stands', () => {
  const reading = readingOf('近日，云岫国有资本有限公司（以下简称“云岫国资”）揭牌。');
  expect(readIntroductions(reading).map(({ span }) => textOf(reading, span))).toEqual(['云岫国有资本有限公司']);
});

test('a bracket that explains introduces no name', () => {
  for (const body of [
    '云岫国有资本有限公司（筹）揭牌。',
    '区长柳青（左二）出席。',
    '他简称之为“云岫国资”。',
    '东铭集团（原青石公司）到访。',
    '明商银行（云岫支行）开业。',
    '云岫区教育局（东铭集团）到访。',
    '柳青（LIU QING）到访。',
  ])
    expect(introduced(body), body).toEqual([]);
});
