import { describe, expect, test } from 'vitest';
import { nameBeforeBody, namesAt, namesBefore } from '../../../src/extract/person/appointee.ts';
import { contextOf } from '../printed.ts';

describe('joined names', () => {
  const names = (text: string): string[] => namesAt(text, 0, contextOf()).map((name) => name.text);

  test('every name of a joined list is read', () => {
    expect(names('韦国栋、杜若兰和海澄出席')).toEqual(['韦国栋', '杜若兰', '海澄']);
  });

  test('a joined list ends where no name follows', () => {
    expect(names('韦国栋、有关部门出席')).toEqual(['韦国栋']);
    expect(names('有关部门出席')).toEqual([]);
  });
});

describe('a name directly before its body', () => {
  const name = (text: string): string | undefined => nameBeforeBody(text, 0)[0]?.text;

  test('the name ends where the body begins', () => {
    expect(name('第五鸣检修中心党委书记')).toBe('第五鸣');
    expect(name('宫商羽市融媒体中心主任')).toBe('宫商羽');
  });

  test('no name is read where a common word stands', () => {
    expect(name('单位主任')).toBeUndefined();
    expect(name('党内职务')).toBeUndefined();
  });
});

describe('names before a verb of appointing', () => {
  const before = (text: string, verb: string): string[] =>
    namesBefore(text, 0, text.indexOf(verb), contextOf()).map((name) => name.text);

  test('the names begin after the body that decides', () => {
    expect(before('会议决定同意柳青辞去职务', '辞去')).toEqual(['柳青']);
  });

  test('no name is read where the clause says something else', () => {
    expect(before('有关部门担任', '担任')).toEqual([]);
  });
});
