import { describe, expect, test } from 'vitest';
import { contractionsOf, isAbbreviation, isHead, isTail } from '../../../src/extract/organisation/abbreviation.ts';

describe('the tail of a name', () => {
  test('the tail of a name is what follows its place', () => {
    expect(isTail('区教育局', '云岫区教育局')).toBe(true);
  });

  test('a common noun is no tail, and neither is the body that the longer one is attached to', () => {
    expect(isTail('医院', '云岫医院')).toBe(false);
    expect(isTail('青石中学', '江东大学附属青石中学')).toBe(false);
  });
});

describe('the beginning of a name', () => {
  test.each([
    ['东铭绿能', '东铭绿能（明州）科技有限公司'],
    ['明商银行', '明商银行股份有限公司'],
  ])('%s is the beginning of %s', (short, long) => {
    expect(isHead(short, long)).toBe(true);
  });

  test.each([
    ['江东大学', '江东大学附属医院'],
    ['明商银行', '明商银行明州分行'],
    ['云岫区', '云岫区水务有限公司'],
    ['远图软件股份有限公司', '远图软件股份有限公司临溪分公司'],
  ])('%s is not the beginning of %s', (short, long) => {
    expect(isHead(short, long)).toBe(false);
  });
});

describe('abbreviations', () => {
  test.each([
    ['新微集团', '上海新微科技集团有限公司'],
    ['云岫城投集团', '明州云岫城市建设投资（集团）有限公司'],
    ['市科委', '明州市科学技术委员会'],
    ['市作协', '明州市作家协会'],
    ['世卫组织', '世界卫生组织'],
    ['市影协', '明州市电影家协会'],
    ['县文联', '临溪县文学艺术界联合会'],
    ['市住建局', '明州市住房和城乡建设局'],
  ])('%s keeps the order and the ending of %s', (short, long) => {
    expect(isAbbreviation(short, long)).toBe(true);
  });

  test.each([
    ['中共临溪县第十六届委员会', '中共临溪县第十六届纪律检查委员会'],
    ['云岫区教育局', '云岫区教育学院'],
    ['市科委', '明州市交通委员会'],
    ['远图软件', '明州远图软件股份有限公司临溪分公司'],
  ])('%s is not short for %s', (short, long) => {
    expect(isAbbreviation(short, long)).toBe(false);
  });
});

test.each<[string, readonly string[]]>([
  ['云岫区海外联谊会', ['区海联会', '海联会']],
  ['临溪县农村商业银行', ['县农商行', '市农商行', '区农商行', '农商行']],
  ['明州农商银行', ['县农商行', '市农商行', '区农商行', '农商行']],
  ['明州市第一中学', ['市一中', '明州一中']],
  ['临溪县第二人民医院', ['县二院', '临溪二院']],
  ['明州市作家协会', ['市作协']],
  ['东铭绿能科技有限公司', []],
  ['云岫区教育局', []],
  ['第一中学', []],
])('%s is contracted to %j', (name, contractions) => {
  expect(contractionsOf(name)).toEqual(contractions);
});
