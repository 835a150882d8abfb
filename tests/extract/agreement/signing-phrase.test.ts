import { describe, expect, test } from 'vitest';
import { endOfParties, partyItems, startOfClause } from '../../../src/extract/agreement/signing-phrase.ts';

const items = (phrase: string): string[] =>
  partyItems(phrase, { start: 0, end: phrase.length }).map(({ start, end }) => phrase.slice(start, end));
const names = (clause: string): string => clause.slice(0, endOfParties(clause, 0, clause.length));

describe('the names of a phrase', () => {
  test.each<[string, string[]]>([
    ['和信物流有限公司与望溪港务集团', ['和信物流有限公司', '望溪港务集团']],
    ['和盛集团与同方置业有限公司', ['和盛集团', '同方置业有限公司']],
    ['望溪区与和泰建设集团', ['望溪区', '和泰建设集团']],
    ['望溪区与同心圆养老服务有限公司', ['望溪区', '同心圆养老服务有限公司']],
    ['和美家居有限公司、望溪职业学院、与众传媒有限公司三方', ['和美家居有限公司', '望溪职业学院', '与众传媒有限公司']],
    ['平和县与东铭集团', ['平和县', '东铭集团']],
    ['望溪区人民法院携手区妇联', ['望溪区人民法院', '区妇联']],
    ['国网望溪供电公司联合青石镇', ['国网望溪供电公司', '青石镇']],
    ['望溪一中与江东师范大学', ['望溪一中', '江东师范大学']],
    ['望溪县农商银行与海昇农业合作社', ['望溪县农商银行', '海昇农业合作社']],
  ])('names are kept whole in %s', (phrase, expected) => {
    expect(items(phrase)).toEqual(expected);
  });

  test('adverbs and counts between names and predicate are not names', () => {
    expect(items('望溪区、江东大学、东铭集团三方共同')).toEqual(['望溪区', '江东大学', '东铭集团']);
    expect(items('望溪农商银行与青石镇、白鹿镇逐一')).toEqual(['望溪农商银行', '青石镇', '白鹿镇']);
  });

  test('words in brackets after names are not names, nor is a season', () => {
    expect(items('望溪海关、东铭集团有限公司（下称“东铭”）与望溪边检站')).toEqual([
      '望溪海关',
      '东铭集团有限公司',
      '望溪边检站',
    ]);
    expect(items('争取二季度与望溪区政府')).toEqual(['望溪区政府']);
    expect(items('云岫文旅局与海昇国际旅行社、明悦假期等12家旅行社')).toEqual([
      '云岫文旅局',
      '海昇国际旅行社',
      '明悦假期',
    ]);
  });

  test('days are not names, nor are short names that only 两区 completes', () => {
    expect(items('云岫图书馆10月9日与望溪图书馆')).toEqual(['云岫图书馆', '望溪图书馆']);
    expect(items('云岫与望溪两区')).toEqual([]);
    expect(items('云岫区委组织部与江东大学就业指导中心')).toEqual(['云岫区委组织部', '江东大学就业指导中心']);
  });

  test('groups that nobody names are not names', () => {
    expect(items('望溪区与有关企业')).toEqual(['望溪区']);
    expect(items('东铭集团与首批8家供应商')).toEqual(['东铭集团']);
    expect(items('双方代表')).toEqual([]);
  });
});

describe('the end of the parties', () => {
  test('the parties end with the last full name where the matter of the agreement follows', () => {
    expect(names('青石县人民政府与东铭食品有限公司举行竹笋精深加工合作协议')).toBe('青石县人民政府与东铭食品有限公司');
    expect(names('青石县与东铭食品集团有限公司举行竹笋精深加工合作协议')).toBe('青石县与东铭食品集团有限公司');
    expect(names('东铭电力有限公司与江东职业技术大学产教融合')).toBe('东铭电力有限公司与江东职业技术大学');
    expect(names('望溪区与江东大学生命科学学院')).toBe('望溪区与江东大学生命科学学院');
    expect(names('望溪区与江东大学共同')).toBe('望溪区与江东大学共同');
  });

  test('the parties end where the instrument begins', () => {
    expect(names('望溪区与江东大学战略合作协议')).toBe('望溪区与江东大学');
    expect(names('江东医院与望溪县人民医院医疗联合体合作协议')).toBe('江东医院与望溪县人民医院');
    expect(names('江东学院-中铭长江实践教学基地')).toBe('江东学院-中铭长江');
  });

  test('the parties do not end inside a name', () => {
    expect(names('望溪区与东铭投资集团有限公司')).toBe('望溪区与东铭投资集团有限公司');
    expect(names('望溪区与海昇合作社')).toBe('望溪区与海昇合作社');
  });
});

test('a clause begins after its delimiter, but not after one inside marks', () => {
  const text = '会上，望溪区与江东大学签署';
  expect(startOfClause(text, 0, text.length)).toBe(3);
  expect(startOfClause('望溪区《甲，乙》签署', 0, 9)).toBe(0);
});
