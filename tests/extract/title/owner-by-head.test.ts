import { expect, test } from 'vitest';
import { canOwn, fitsHead, ownerByHead } from '../../../src/extract/title/owner-by-head.ts';

test.each<[string, string]>([
  ['校长', '青石中学'],
  ['副行长', '明州银行'],
  ['馆长', '云岫图书馆'],
  ['常务副会长', '云岫香港联谊会'],
  ['董事长', '东铭集团'],
  ['护士长', '明州市中心医院'],
  ['检察长', '云岫区人民检察院'],
])('a bare %s belongs to the one body before it that has such a post: %s', (title, body) => {
  expect(ownerByHead(title, ['模速空间', body, '云岫区'])).toBe(body);
});

test('a body counts once, however it is printed', () => {
  expect(ownerByHead('校长', ['明州市青石中学', '青石中学'])).toBe('明州市青石中学');
});

test('a university comes before its colleges', () => {
  expect(ownerByHead('校长', ['西陇大学', '机电工程学院'])).toBe('西陇大学');
  expect(ownerByHead('校长', ['西陇大学', '青石小学'])).toBeNull();
});

test('a post in a unit belongs to the house that has the unit', () => {
  expect(ownerByHead('教务处处长', ['西陇大学', '机电工程学院', '西陇大学机电工程学院'])).toBe('西陇大学');
  expect(ownerByHead('门诊部主任', ['清河医院', '东院区'])).toBe('清河医院');
  expect(ownerByHead('精工分厂厂长', ['北方轴承有限公司', '区财政局'])).toBe('北方轴承有限公司');
  expect(ownerByHead('校科研院院长', ['西陇大学', '东屏大学'])).toBe('西陇大学');
});

test('a unit of several houses belongs to none of them', () => {
  expect(ownerByHead('教务处处长', ['西陇大学', '东屏大学'])).toBeNull();
  expect(ownerByHead('技术中心副主任', ['北方轴承有限公司', '南方轴承有限公司'])).toBeNull();
  expect(ownerByHead('投资促进中心主任', ['北方轴承有限公司'])).toBeNull();
});

test('some bodies have such a post and others do not', () => {
  expect(fitsHead('场长', '红枫农场')).toBe(true);
  expect(fitsHead('场长', '东铭集团')).toBe(false);
  expect(canOwn('副校长', '评估工作领导小组')).toBe(false);
  expect(canOwn('总经理助理', '云岫医院')).toBe(false);
  expect(canOwn('总经理助理', '云岫集团')).toBe(true);
});

test('the owner stays open when several bodies have such a post', () => {
  expect(ownerByHead('校长', ['青石中学', '白鹿中学'])).toBeNull();
});

test('the owner stays open when no body has such a post', () => {
  expect(ownerByHead('校长', ['东铭集团'])).toBeNull();
  expect(ownerByHead('记者', ['青石中学'])).toBeNull();
});
