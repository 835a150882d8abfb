import { describe, expect, test } from 'vitest';
import { divideOwner } from '../../../src/extract/title/owner.ts';

/** Title, organisation and the level that the context must complete. */
const divide = (owner: string, head: string, known: readonly string[] = []) => {
  const { title, organisation, level } = divideOwner(owner, head, (name) => known.includes(name));
  return [title, organisation, level];
};

describe('the words before a post', () => {
  test('a proper name is the organisation', () => {
    expect(divide('江东农业大学', '校长')).toEqual(['校长', '江东农业大学', null]);
    expect(divide('云岫集团', '副总裁')).toEqual(['副总裁', '云岫集团', null]);
    expect(divide('云岫区教育局', '局长')).toEqual(['局长', '云岫区教育局', null]);
  });

  test('a Party body inside an organisation is part of the title', () => {
    expect(divide('江东农业大学党委', '书记')).toEqual(['党委书记', '江东农业大学', null]);
    expect(divide('青石街道党工委', '书记')).toEqual(['党工委书记', '青石街道', null]);
  });

  test('a Party branch of a centre with a name of its own is part of the title', () => {
    expect(divide('青石供电中心党支部', '书记', ['青石供电中心党支部'])).toEqual(['党支部书记', '青石供电中心', null]);
    expect(divide('服务中心党支部', '书记')[1]).not.toBe('服务中心');
  });

  test('the work committee of a street without a name is part of the title', () => {
    expect(divide('街道党工委', '书记')).toEqual(['党工委书记', null, '街道']);
    expect(divide('镇党委', '书记')).toEqual(['镇党委书记', null, '镇']);
  });

  test('a department with a common name is part of the title', () => {
    expect(divide('明州市中心医院妇产科', '主任')).toEqual(['妇产科主任', '明州市中心医院', null]);
  });

  test('a unit without a name of its own is part of the title', () => {
    expect(divide('清河市中心医院门诊部', '主任')).toEqual(['门诊部主任', '清河市中心医院', null]);
    expect(divide('市公安局交警支队秩序大队', '大队长', ['市公安局交警支队秩序大队'])).toEqual([
      '秩序大队大队长',
      '市公安局交警支队',
      null,
    ]);
    expect(divide('青石煤矿机电队电工', '班长')).toEqual(['机电队电工班长', '青石煤矿', null]);
    expect(divide('青石街道妇联', '主席', ['青石街道妇联'])).toEqual(['妇联主席', '青石街道', null]);
    expect(divide('泰安电气董事会办公室', '主任')).toEqual(['董事会办公室主任', '泰安电气', null]);
    expect(divide('云岫区妇联', '主席')).toEqual(['主席', '云岫区妇联', null]);
    expect(divide('云岫集团艺术队', '队长')[1]).toBe('云岫集团艺术队');
  });

  test('a unit that any school or works has is part of the title', () => {
    expect(divide('校科研院', '院长')).toEqual(['校科研院院长', null, '校']);
    expect(divide('精工分厂', '厂长')).toEqual(['精工分厂厂长', null, null]);
    expect(divide('我校心理健康教育中心', '主任')).toEqual(['心理健康教育中心主任', '我校', null]);
    expect(divide('集团公司安全监察部', '部长')).toEqual(['安全监察部部长', '集团公司', null]);
    expect(divide('学校党委办公室', '主任')).toEqual(['党委办公室主任', '学校', null]);
    expect(divide('校团委', '书记')).toEqual(['书记', '校团委', null]);
    expect(divide('云岫轴承厂', '厂长')).toEqual(['厂长', '云岫轴承厂', null]);
  });

  test('原 is part of the title, unless a place has that name', () => {
    expect(divide('云岫联合社原党组', '书记')).toEqual(['原党组书记', '云岫联合社', null]);
    expect(divide('高原党委', '书记')[0]).toBe('党委书记');
  });

  test('a department alone is the whole title', () => {
    expect(divide('妇产科', '主任')).toEqual(['妇产科主任', null, null]);
  });

  test("a court's chamber and its committees are part of the title", () => {
    expect(divide('旗人民法院审判委员会', '委员')).toEqual(['审判委员会委员', '旗人民法院', null]);
    expect(divide('民事审判庭', '庭长')).toEqual(['民事审判庭庭长', null, null]);
    expect(divide('旗人民法院', '院长')).toEqual(['院长', '旗人民法院', null]);
  });

  test('an office of an institution is part of the title', () => {
    expect(divide('东湖学院党政办公室', '主任')).toEqual(['党政办公室主任', '东湖学院', null]);
  });

  test('the name of a contest is not a body', () => {
    expect(divide('大赛', '裁判长')).toEqual(['裁判长', null, null]);
    expect(divide('云岫龙舟协会', '裁判长')).toEqual(['裁判长', '云岫龙舟协会', null]);
  });

  test('the subordinate body is the owner where one body is said to belong to another', () => {
    expect(divide('恒岳集团所属明州智能矿机有限公司', '总经理')).toEqual(['总经理', '明州智能矿机有限公司', null]);
    expect(divide('云岫集团', '总经理')).toEqual(['总经理', '云岫集团', null]);
  });

  test('the democratic parties and the garrison are bodies of their own', () => {
    expect(divide('民盟东川市委', '主委')).toEqual(['主委', '民盟东川市委', null]);
    expect(divide('东川军分区', '副司令员')).toEqual(['副司令员', '东川军分区', null]);
    expect(divide('亚太区', '总裁')).toEqual(['亚太区总裁', null, null]);
  });

  test('no words before a post give no owner', () => {
    expect(divide('', '校长')).toEqual(['校长', null, null]);
  });

  test('a name without an ending is an organisation when the article knows it', () => {
    expect(divide('东铭绿能', '总裁', ['东铭绿能'])).toEqual(['总裁', '东铭绿能', null]);
  });
});

describe('posts of a level', () => {
  test("a committee's title keeps its level and needs its place", () => {
    expect(divide('区委', '副书记')).toEqual(['区委副书记', '区委', '区']);
    expect(divide('县委', '常委')).toEqual(['县委常委', '县委', '县']);
  });

  test('a printed place is not needed again', () => {
    expect(divide('云岫区委', '书记')).toEqual(['区委书记', '云岫区委', null]);
    expect(divideOwner('云岫区委', '书记', () => false).place).toBe('云岫区');
  });

  test('the titles of congress and conference keep their level', () => {
    expect(divide('区人大常委会', '主任')).toEqual(['区人大常委会主任', '区人大常委会', '区']);
    expect(divide('云岫区政协', '副主席')).toEqual(['区政协副主席', '云岫区政协', null]);
  });

  test('a post belongs to the place that it names', () => {
    expect(divide('云岫区', '副区长')).toEqual(['副区长', '云岫区', null]);
    expect(divide('云岫', '区长')).toEqual(['区长', '云岫区', null]);
    expect(divide('', '代理区长')).toEqual(['代理区长', '区', '区']);
  });

  test('a post belongs to the government when that is printed', () => {
    expect(divide('临溪县人民政府', '县长')).toEqual(['县长', '临溪县人民政府', null]);
    expect(divide('明州市政府', '秘书长')).toEqual(['市政府秘书长', '明州市政府', null]);
  });
});

test.each<[string, string, string | null]>([
  ['临溪县总工会', '主席', '临溪县总工会'],
  ['明州市政府办公室', '主任', '明州市政府办公室'],
  ['临溪县篮球队', '队长', '临溪县篮球队'],
  ['第三届理事会', '会长', null],
  ['日本青森', '市长', '青森市'],
])('%s and %s together give the owner %s', (owner, head, organisation) => {
  expect(divide(owner, head)).toEqual([head, organisation, null]);
});

describe('departments of a committee', () => {
  test('a department alone waits for its committee', () => {
    expect(divide('组织部', '部长')).toEqual(['组织部部长', '组织部', 'committee']);
    expect(divide('组织', '部长')).toEqual(['组织部长', '组织部', 'committee']);
  });

  test('a department with its committee is the organisation', () => {
    expect(divide('云岫区委宣传部', '副部长').slice(1)).toEqual(['云岫区委宣传部', null]);
  });

  test('a department of a company is none of a committee', () => {
    expect(divide('市场', '部长')[2]).toBeNull();
  });
});

test('总会 and 会长 are divided where one 会 is printed for two', () => {
  expect(divide('沪港社团总', '会长')).toEqual(['会长', '沪港社团总会', null]);
});

test('leaders of a level belong to its place', () => {
  expect(divide('', '区领导')).toEqual(['区领导', null, '区']);
});
