import { describe, expect, test } from 'vitest';
import type { DoubtFact } from '../../src/extract/facts.ts';
import { factsOf } from './printed.ts';

const doubts = (body: string): [DoubtFact['kind'], number | null, string][] =>
  factsOf(body).doubts.map(({ kind, count, evidence }) => [kind, count, evidence.quote]);

describe('doubts', () => {
  test.each<[string, [DoubtFact['kind'], number | null]]>([
    ['会议结束后，企业代表和相关部门负责人参加活动。', ['UNNAMED_PEOPLE', null]],
    ['来自各街道的130余位招商人员参加培训。', ['UNNAMED_PEOPLE', 130]],
    [
      '云岫区召开大会，23个重大项目现场集中签约。特赞科技、萃达万博、中汉能源等企业将与云岫区展开合作。',
      ['UNNAMED_PARTIES', 20],
    ],
  ])('what %s leaves open is kept as a doubt', (body, [kind, count]) => {
    expect(doubts(body).map((doubt) => doubt.slice(0, 2))).toContainEqual([kind, count]);
  });

  test('a short name that two bodies could mean is kept as a doubt', () => {
    expect(doubts('青石中学和白鹿中学开学，学校准备充分。')).toEqual([['UNLINKED_NAME', null, '学校']]);
  });
});

test('there is no doubt where everybody is named', () => {
  expect(doubts('区长柳青、副区长韦国栋出席。青石中学开学，学校准备充分。云岫区与东铭集团签署合作协议。')).toEqual([]);
});
