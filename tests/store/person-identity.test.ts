import { describe, expect, test } from 'vitest';
import { identifyPerson } from '../../src/store/person-identity.ts';
import type { KnownPerson, Office, PrintedPerson } from '../../src/store/person-identity.ts';

const office = (title: string, key: string, isByline = false): Office => ({
  title,
  organisation: { id: key, key },
  isByline,
});
const printed = (offices: readonly Office[], rest: Partial<PrintedPerson> = {}): PrintedPerson => ({
  titles: new Set(offices.map(({ title }) => title)),
  offices,
  surroundings: new Set(),
  ...rest,
});
const known = (offices: readonly Office[], id = 'known'): KnownPerson => ({
  id,
  namesake: '',
  titles: new Set(offices.map(({ title }) => title)),
  offices,
});
const decide = (now: readonly Office[], ...before: readonly (readonly Office[])[]) =>
  identifyPerson(
    printed(now),
    before.map((offices) => known(offices)),
  ).rule;

test('the first person of a name is new', () => {
  expect(identifyPerson(printed([]), [])).toEqual({ person: null, rule: 'person.first-seen' });
});

describe('the same person', () => {
  test.each([
    ['of one organisation', [office('代区长', '徐汇区')], [office('副区长', '徐汇区')], 'person.shared-organisation'],
    ['with one title', [office('总经理', '海川集团')], [office('总经理', '青禾股份')], 'person.shared-title'],
    ['in one district', [office('局长', '徐汇区教育局')], [office('书记', '徐汇区委')], 'person.shared-place'],
    [
      'in one city, whose 市 one name leaves out',
      [office('主任', '上海市教委')],
      [office('董事长', '上海新微科技集团')],
      'person.shared-place',
    ],
    ['of one level elsewhere', [office('书记', '青石县委')], [office('县长', '歙县人民政府')], 'person.shared-level'],
    [
      'as an author of two papers',
      [office('记者', '云溪晚报', true)],
      [office('编辑', '江城日报社', true)],
      'person.both-authors',
    ],
    ['when one of the two has no office', [office('校长', '白河中学')], [], 'person.same-name'],
    ['when the other has none', [], [office('校长', '白河中学')], 'person.same-name'],
  ] as const)('%s', (_, now, before, rule) => {
    expect(decide(now, before)).toBe(rule);
  });
});

describe('a namesake', () => {
  test.each([
    ['a headmaster and a county secretary elsewhere', [office('书记', '青石县委')], [office('校长', '白河中学')]],
    ['a professor and a company’s head', [office('总裁', '海川集团')], [office('教授', '槐岭大学')]],
    ['an author and an official', [office('县长', '青石县')], [office('记者', '云溪晚报', true)]],
    [
      'companies in parks of two cities share no level',
      [office('经理', '苏州市高新园区海川公司')],
      [office('总监', '宁波市保税园区青禾公司')],
    ],
    ['国家市场监督管理总局 is in no 国家市', [office('局长', '国家市场监督管理总局')], [office('教授', '国家大剧院')]],
  ] as const)('%s', (_, now, before) => {
    expect(decide(now, before)).toBe('person.namesake');
  });
});

describe('among namesakes', () => {
  const teacher = known([office('校长', '白河中学')], 'teacher');
  const secretary = known([office('书记', '青石县委')], 'secretary');

  test('the strongest reason decides, not the order', () => {
    expect(identifyPerson(printed([office('常委', '青石县委')]), [teacher, secretary]).person).toBe(secretary);
  });

  test('a person printed without an office is the one whose organisation the article names', () => {
    expect(identifyPerson(printed([], { surroundings: new Set(['青石县委']) }), [teacher, secretary])).toEqual({
      person: secretary,
      rule: 'person.organisation-in-article',
    });
  });

  test('the first is meant when nothing tells them apart', () => {
    expect(identifyPerson(printed([]), [teacher, secretary])).toEqual({ person: teacher, rule: 'person.same-name' });
  });
});
