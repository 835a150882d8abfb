import { describe, expect, test } from 'vitest';
import { findByAction } from '../../../src/extract/organisation/organisation-action.ts';
import { readingOf } from '../printed.ts';

const names = (body: string): [string, string][] => findByAction(readingOf(body)).map(({ name, rule }) => [name, rule]);

describe('organisations proved by what they do', () => {
  test.each<[string, string, string]>([
    ['根据方案，云岫区新组建了数据局。', '云岫区', 'organisation.acting'],
    ['近日，临溪县出台新政。', '临溪县', 'organisation.acting'],
    ['会上，和而泰作为受邀企业出席。', '和而泰', 'organisation.acting'],
    ['参加活动的漕创经发工作人员表示。', '漕创经发', 'organisation.staff'],
    ['消息由“云栈湾发布”微信公众号推送。', '云栈湾发布', 'organisation.account'],
  ])('an organisation is read in %s', (body, name, rule) => {
    expect(names(body)).toEqual([[name, rule]]);
  });

  test('a committee of another party or of the youth league is an organisation', () => {
    expect(names('共青团临溪县委、民盟明州市委员会参加。').map(([name]) => name)).toEqual([
      '共青团临溪县委',
      '民盟明州市委员会',
    ]);
    expect(names('共青团员参加，县委部署。')).toEqual([]);
  });

  test('an organisation that invites is read', () => {
    expect(names('应日本北川市、松林县邀请，代表团出访。').map(([name]) => name)).toEqual([
      '日本北川市',
      '北川市',
      '松林县',
    ]);
  });

  test('each of several accounts is an organisation', () => {
    expect(names('“云栈湾发布”“青石文旅”等微信公众号同步推送。').map(([name]) => name)).toEqual([
      '云栈湾发布',
      '青石文旅',
    ]);
  });
});

describe('what is not an organisation', () => {
  test.each([
    ['a district that things happen in', '近日，云岫区天气晴好。'],
    ['a group of unnamed people', '有关部门工作人员表示，各单位相关负责人参加。'],
    ['a quotation that names no account', '“云栈湾发布”成为热词。'],
    ['a guest who comes as invited', '柳青应友人邀请来访。'],
    ['a company among others', '作为龙头企业，要勇于担当。'],
  ])('%s is not an organisation', (_, body) => {
    expect(names(body)).toEqual([]);
  });
});
