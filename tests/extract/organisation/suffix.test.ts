import { describe, expect, test } from 'vitest';
import { isNoName, isOrganisationName, kindOf } from '../../../src/extract/organisation/suffix.ts';

describe('endings of organisation names', () => {
  test.each([
    '云岫区教育局',
    '明州新微科技集团有限公司',
    '江东农业大学',
    '青石街道',
    '临溪县好又来餐饮店',
    '云岫香港联谊会',
    '明州市中心医院',
    '远图软件股份有限公司临溪分公司',
    '江东小学望江校区',
    '县文明办',
    '青石街道社工站',
    '青石团场',
    '顺意汽修经营部',
  ])('the name of an organisation may end as %s does', (name) => {
    expect(isOrganisationName(name)).toBe(true);
  });

  test.each([
    '学校',
    '有限公司',
    '云岫会议中心',
    '云岫城区',
    '大局',
    '创新中心',
    '上市公司',
    '附属学校',
    '科技公司',
    '第三届理事会',
    '模速空间',
    '专科联盟',
    '摊位进社区',
    '大学带中学',
    '乡镇便民服务中心',
    '各乡镇党委',
    '手机银行',
    '分公司',
    '望江校区',
  ])('%s is not the name of an organisation', (name) => {
    expect(isOrganisationName(name)).toBe(false);
  });
});

describe('kinds of organisations', () => {
  test.each([
    ['云岫区委', 'PARTY'],
    ['中共临溪县委', 'PARTY'],
    ['云岫区委宣传部', 'PARTY'],
    ['云岫区人大常委会', 'GOVERNMENT'],
    ['云岫区政协', 'GOVERNMENT'],
    ['区数据局', 'GOVERNMENT'],
    ['明州市云岫区人民政府', 'GOVERNMENT'],
    ['区投促办', 'GOVERNMENT'],
    ['云岫区', 'PLACE'],
    ['临溪县', 'PLACE'],
    ['江东农业大学', 'UNIVERSITY'],
    ['青石中学', 'SCHOOL'],
    ['明州市中心医院', 'HOSPITAL'],
    ['明州微系统研究所', 'RESEARCH'],
    ['明州日报', 'MEDIA'],
    ['云岫发布', 'MEDIA'],
    ['云岫香港联谊会', 'ASSOCIATION'],
    ['东铭股份', 'COMPANY'],
    ['特赞科技', 'COMPANY'],
    ['云岫图书馆', 'OTHER'],
    ['江东小学望江校区', 'SCHOOL'],
  ])('%s is of the kind %s', (name, kind) => {
    expect(kindOf(name)).toBe(kind);
  });
});

test.each([
  ['代', true],
  ['呼吸', true],
  ['东铭集团（下称', true],
  ['委政法委', true],
  ['东铭', false],
  ['委内瑞拉商会', false],
  ['东铭（明州）公司', false],
])('%s cannot be a name: %s', (name, expected) => {
  expect(isNoName(name)).toBe(expected);
});

test('a name whose ending is not enough by itself has a kind too', () => {
  expect(kindOf('苍岭县二中')).toBe('SCHOOL');
  expect(kindOf('苍岭县作协')).toBe('ASSOCIATION');
});
