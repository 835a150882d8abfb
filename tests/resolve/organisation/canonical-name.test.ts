import { describe, expect, test } from 'vitest';
import { canonicalName, nameRules } from '../../../src/resolve/organisation/canonical-name.ts';

describe('each rule', () => {
  test.each(nameRules.map((rule) => [rule.name, rule] as const))(
    '%s reads its example and leaves the other name',
    (_, rule) => {
      const [printed, canonical] = rule.example;
      expect(canonicalName(printed)).toBe(canonical);
      expect(printed.replace(rule.pattern, rule.replacement)).not.toBe(printed);
      expect(canonicalName(rule.not)).toBe(rule.not);
    },
  );
});

test.each([
  ['青潭区第五届人大常委会', '青潭区第六届人民代表大会常务委员会'],
  ['云岫区发展和改革委员会', '云岫区发改委'],
  ['雲岫區衛生健康委員會', '云岫区卫健委'],
  ['中国共产党云岫区第三届委员会', '云岫区委'],
  ['中共云岫区委宣传部', '云岫区委宣传部'],
  ['政协云岫区第九届委员会', '云岫区政协'],
  ['云岫区人民政府', '云岫区'],
  ['明州市云岫区教育局', '云岫区教育局'],
  ['江东省明州市云岫区教育局', '云岫区教育局'],
  ['望江街道办事处', '望江街道'],
  ['共青团云岫区委员会', '团云岫区委'],
  ['云岫区委统一战线工作部', '云岫区委统战部'],
  ['云岫区工商业联合会', '云岫区工商联'],
  ['青岭经济技术开发区管理委员会', '青岭经济技术开发区管委会'],
  ['云岫区纪律检查委员会', '云岫区纪委'],
])('%s and %s are one body', (one, other) => {
  expect(canonicalName(one)).toBe(canonicalName(other));
});

test.each([
  ['中智集团', '中智股份'],
  ['明州市第一人民医院', '明州市第五人民医院'],
  ['云岫区委', '云岫区'],
  ['南京市鼓楼区教育局', '福州市鼓楼区教育局'],
  ['云岫区人大常委会', '云岫区人大'],
  ['云岫区教育局', '明州市教育局'],
  ['望江街道', '望江街道党工委'],
])('%s and %s are two bodies', (one, other) => {
  expect(canonicalName(one)).not.toBe(canonicalName(other));
});

test('a canonical name is its own', () => {
  for (const { example, not } of nameRules)
    for (const name of [...example, not]) expect(canonicalName(canonicalName(name))).toBe(canonicalName(name));
});
