import { describe, expect, test } from 'vitest';
import { readBeforeWord, readName, readUnusual } from '../../../src/extract/person/name.ts';

const read = (text: string, known: readonly string[] = []): string | null => {
  const name = readName(text, 0, new Set(known));
  return name && text.slice(0, name.end);
};
const unusual = (text: string): string | null => {
  const name = readUnusual(text, 0);
  return name && text.slice(0, name.end);
};

describe('Han names', () => {
  test.each([
    ['韦国栋，副区长', '韦国栋'],
    ['韦国栋出席会议', '韦国栋'],
    ['柳青主持会议', '柳青'],
    ['杜若兰、海澄', '杜若兰'],
    ['欧阳静澜表示', '欧阳静澜'],
    ['司马岳。', '司马岳'],
    ['韦国栋向大家致谢', '韦国栋'],
    ['韦国栋和杜若兰', '韦国栋'],
    ['李民輝分别发言', '李民輝'],
    ['蓝秀山蹲在地头', '蓝秀山'],
    ['毕有才掰着指头', '毕有才'],
    ['瞿声致欢迎辞', '瞿声'],
    ['钟离皓来到村里', '钟离皓'],
    ['王志强调研企业', '王志强'],
    ['妥玉山，', '妥玉山'],
    ['韦国栋高兴地说', '韦国栋'],
    ['韦国栋连夜赶路', '韦国栋'],
    ['解语获“优秀教师”', '解语'],
  ])('a Han name is read to its end in %s', (text, name) => {
    expect(read(text)).toBe(name);
  });

  test('a Han name of four characters is two surnames and a given name', () => {
    expect(read('陈冯富珍，世界卫生组织')).toBe('陈冯富珍');
  });

  test.each([
    '关于安全生产',
    '国际合作部部长',
    '从此，',
    '师生代表',
    '韦阿婆，',
    '张姐说',
    '会议举行',
    '出席活动',
    '的韦国栋',
    '，韦国栋',
    '介绍情况',
  ])('no Han name begins in %s', (text) => {
    expect(read(text)).toBeNull();
  });

  test('a Han name is surer before a mark than before a verb of the register', () => {
    expect(readName('韦国栋，', 0)!.strength).toBeGreaterThan(readName('韦国栋出席', 0)!.strength);
  });
});

describe('foreign names', () => {
  test.each([
    ['汉斯·克莱因对记者说', '汉斯·克莱因'],
    ['艾力·买买提表示', '艾力·买买提'],
    ['Anna Meier表示', 'Anna Meier'],
    ['小林健一表示', '小林健一'],
  ])('a foreign name is read to its end in %s', (text, name) => {
    expect(read(text)).toBe(name);
  });

  test('a word in Latin letters is no name by itself', () => {
    expect(read('PLUS计划')).toBeNull();
  });
});

describe('known names', () => {
  test('a known name is read whatever follows it', () => {
    expect(read('柳青石榴园', ['柳青'])).toBe('柳青');
  });

  test('the longest known name at a place is read', () => {
    expect(read('王志华出席', ['王志', '王志华'])).toBe('王志华');
  });
});

describe('names after a post', () => {
  test('a name without a Han surname is read after a post', () => {
    expect(unusual('乌日图那苏出席')).toBe('乌日图那苏');
    expect(unusual('次仁顿珠，')).toBe('次仁顿珠');
    expect(unusual('蔡李惠玲率领')).toBe('蔡李惠玲');
  });

  test('a run of common words is not a name after a post', () => {
    for (const text of ['工作会议，', '和有关部门', '致辞，', '岗位职责。', '留得住、', '专心搞生产、', '应知应会，'])
      expect(unusual(text)).toBeNull();
  });
});

test('a name after a post ends where a word of the sentence begins, unless what follows there follows names', () => {
  const read = (text: string): string | null => text.slice(0, readBeforeWord(text, 0)?.end ?? 0) || null;
  expect(read('花千红足球场开球')).toBe('花千红');
  for (const text of ['和有关单位', '任副县长', '桌椅足球']) expect(read(text)).toBeNull();
});

test('a description with a dot is not a name', () => {
  expect(read('作家的故事·上篇')).toBeNull();
});
