import { describe, expect, test } from 'vitest';
import { levelRules, levelTitle } from '../../../src/extract/title/level-title.ts';

/** The title, the organisation, the level that is still to be completed and the place that is told. */
const read = (owner: string, head: string) => {
  const title = levelTitle(owner, head);
  return title && [title.title, title.organisation, title.level, title.place];
};

describe('posts at bodies of a level', () => {
  test.each([
    // the Party committee of a place
    ['云岫区委', '副书记', ['区委副书记', '云岫区委', null, '云岫区']],
    ['中共云岫区委', '书记', ['区委书记', '中共云岫区委', null, '中共云岫区']],
    ['区委', '书记', ['区委书记', '区委', '区', null]],
    ['县委', '常委', ['县委常委', '县委', '县', null]],
    // the assembly, the consultative conference, the commissions
    ['云岫区人大常委会', '主任', ['区人大常委会主任', '云岫区人大常委会', null, '云岫区']],
    ['区政协', '副主席', ['区政协副主席', '区政协', '区', null]],
    ['县纪委监委', '书记', ['县纪委监委书记', '县纪委监委', '县', null]],
    // the government
    ['云岫区人民政府', '副区长', ['副区长', '云岫区人民政府', null, '云岫区']],
    ['县政府', '秘书长', ['县政府秘书长', '县政府', '县', null]],
    ['县政府', '县长', ['县长', '县政府', '县', null]],
    ['云岫区人民政府办公室', '主任', ['主任', '云岫区人民政府办公室', null, '云岫区']],
    // the departments of a committee
    ['云岫区委组织部', '部长', ['部长', '云岫区委组织部', null, '云岫区']],
    ['区委宣传部', '副部长', ['副部长', '区委宣传部', '区', null]],
    ['组织部', '部长', ['组织部部长', '组织部', 'committee', null]],
    ['组织', '部长', ['组织部长', '组织部', 'committee', null]],
    // the place itself
    ['云岫区', '副区长', ['副区长', '云岫区', null, '云岫区']],
    ['', '区长', ['区长', '区', '区', null]],
    ['云岫', '区领导', ['区领导', '云岫区', null, '云岫区']],
    ['', '县领导', ['县领导', null, '县', null]],
    // the league is no committee of the Party
    ['团区委', '书记', ['书记', '团区委', null, null]],
  ])('%s, %s', (owner, head, expected) => {
    expect(read(owner, head)).toEqual(expected);
  });

  test('a committee of a small place waits for its place', () => {
    expect(read('镇党委', '书记')).toEqual(['镇党委书记', null, '镇', null]);
    expect(read('街道党工委', '书记')).toEqual(['党工委书记', null, '街道', null]);
  });

  test.each([
    ['江东大学', '校长'],
    ['云岫区教育局', '局长'],
    ['东铭集团', '董事长'],
    ['', '教授'],
    ['江东大学党委', '书记'],
  ])('%s, %s is no post of a level', (owner, head) => {
    expect(levelTitle(owner, head)).toBeNull();
  });

  test('says where the owner is printed', () => {
    expect(levelTitle('云岫区委', '书记')?.printed).toEqual({ start: 0, end: 4 });
    expect(levelTitle('区委', '书记')?.printed).toBeNull();
    expect(levelTitle('', '区长')?.printed).toBeNull();
  });
});

describe.each(levelRules)('the rule $name', (rule) => {
  test.each(rule.examples)('reads %s%s, and nothing else reads it so', (owner, head) => {
    const read = rule.read(owner, head);
    expect(read).not.toBeNull();
    expect(levelTitle(owner, head)).toEqual(read);
    const others = levelRules.filter((other) => other !== rule);
    expect(levelTitle(owner, head, others)).not.toEqual(read);
  });
});
