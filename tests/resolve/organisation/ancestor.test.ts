import { describe, expect, test } from 'vitest';
import { ancestorRules, ancestorsOf } from '../../../src/resolve/organisation/ancestor.ts';

describe('each rule', () => {
  test.each(ancestorRules.map((rule) => [rule.name, rule] as const))(
    '%s reads its example and not the other name',
    (_, rule) => {
      const [name, parent] = rule.example;
      expect(ancestorsOf(name)[0]).toBe(parent);
      expect(rule.pattern.test(name)).toBe(true);
      expect(rule.pattern.test(rule.not)).toBe(false);
    },
  );
});

test.each([
  ['云岫县委组织部', ['云岫县委', '云岫县']],
  ['复旦大学附属中山医院', ['复旦大学']],
  ['云岫区教育局', ['云岫区']],
  ['云岫区', []],
  ['云岫区委', ['云岫区']],
  ['云岫区公安局望江派出所', ['云岫区公安局', '云岫区']],
  ['云岫区人大常委会办公室', ['云岫区人大常委会', '云岫区']],
  ['白石林业大学材料学院', ['白石林业大学']],
  ['青岭铜矿集团有限公司', []],
  ['青岭银行', []],
  ['明州市第二人民医院', []],
  ['明州日报', []],
  ['北京大学', []],
  ['云岫区工商联', ['云岫区']],
  ['白河镇', []],
  ['云岫区望江街道', ['云岫区']],
  ['中国科学院青岭物理研究所', ['中国科学院']],
])('%s is part of %j', (name, ancestors) => {
  expect(ancestorsOf(name)).toEqual(ancestors);
});
