import { describe, expect, test } from 'vitest';
import { resolve } from '../../../src/resolve/person/cluster.ts';
import type { Constraint } from '../../../src/resolve/person/comparison.ts';
import type { Profile } from '../../../src/resolve/person/profile.ts';
import { profileIn } from './profile-in-short.ts';

/** The profiles in short that make each person; `paper:` before one names its newspaper. */
function peopleOf(shorts: readonly string[], constraints: readonly Constraint[] = []): string[][] {
  const profiles = shorts.map((short): Profile => {
    const [, paper = 'paper', text = ''] = /^(?:(\w+):)?(.*)$/.exec(short)!;
    return profileIn(text, short, { publicationId: paper });
  });
  return resolve(profiles, constraints).clusters.map((cluster) => cluster.map(({ id }) => id));
}
const expectOne = (...shorts: readonly string[]) => {
  expect(peopleOf(shorts)).toHaveLength(1);
};
const expectTwo = (...shorts: readonly string[]) => {
  expect(peopleOf(shorts)).toHaveLength(2);
};

describe('one person', () => {
  test('holds one office in two newspapers', () => {
    expectOne('a:区长@云岫区 2024-01', 'b:代区长@云岫区人民政府 2023-02');
  });

  test('makes a career in one place, post by post', () => {
    expectOne('局长@云岫区教育局 2021-01', '副区长@云岫区 2023-01', '区委书记@云岫区委 2025-01');
  });

  test('is named without an office in the newspaper that names it with one', () => {
    expectOne('区长@云岫区 2024-01', '');
  });

  test('is known by a former office in another newspaper', () => {
    expectOne('a:区长@云岫区 2021-01', 'b:原区长@云岫区 2024-01');
  });
});

test('a title without a body means who has it, among namesakes', () => {
  expect(peopleOf(['总经理@', '总经理@中岫股份 2024-01', '教师@白河中学 2024-02'])).toEqual([
    ['总经理@', '总经理@中岫股份 2024-01'],
    ['教师@白河中学 2024-02'],
  ]);
});

describe('two people', () => {
  test('a judge and a teacher of one district', () => {
    expectTwo('法官@云岫区人民法院 2024-01', '教师@云岫区第一中学 2024-02');
  });

  test('the head of a bureau and a prosecutor of one district', () => {
    expectTwo('局长@云岫区民政局 2024-01', '检察官@云岫区人民检察院 2024-02');
  });

  test('officials of two districts at the same time', () => {
    expectTwo('副区长@云岫区 2024-01 2024-05', '局长@青潭区教育局 2024-03');
  });

  test('a former official of one district and an official of another, in two newspapers', () => {
    expectTwo('a:原副区长@青潭区 2024-01', 'b:副区长@云岫区 2024-01');
  });

  test('a reporter and an official of one name', () => {
    expectTwo('记者@云溪晚报 2024-01', '区长@云岫区 2024-02');
  });

  test('the same name without anything else in two newspapers', () => {
    expectTwo('a:', 'b:');
  });
});

test('a name by itself that may mean two people is nobody’s, and a candidate for both', () => {
  const shorts = ['', '法官@云岫区人民法院 2024-01', '教师@云岫区第一中学 2024-02'];
  expect(peopleOf(shorts)).toHaveLength(3);
  const { candidates } = resolve(shorts.map((short) => profileIn(short, short)));
  expect(candidates.filter(({ reasons }) => reasons.includes('SAME_NAME'))).toHaveLength(2);
});

test('a name by itself means whose body the article names', () => {
  expect(peopleOf(['in@云岫区人民法院', '法官@云岫区人民法院 2024-01', '教师@云岫区第一中学 2024-02'])).toEqual([
    ['in@云岫区人民法院', '法官@云岫区人民法院 2024-01'],
    ['教师@云岫区第一中学 2024-02'],
  ]);
});

test('a name by itself means who is named far more often', () => {
  const profiles = [
    profileIn('', 'bare'),
    profileIn('区长@云岫区 2024-01', 'mayor', { count: 400 }),
    profileIn('教师@白河中学 2024-02', 'teacher'),
  ];
  expect(resolve(profiles).clusters.map((cluster) => cluster.map(({ id }) => id))).toEqual([
    ['bare', 'mayor'],
    ['teacher'],
  ]);
});

test('offices that exclude each other are one person’s if an article prints both', () => {
  expectTwo('局长@云岫区商务局 2024-01 2024-03', '主任@云岫区信访办公室 2024-02');
  const both = profileIn('局长@云岫区商务局 2024-01 2024-03', 'both');
  const [head] = both.offices;
  const profiles = [
    profileIn('局长@云岫区商务局 2024-01 2024-03', 'one'),
    profileIn('主任@云岫区信访办公室 2024-02', 'other'),
    { ...both, offices: [head!, ...profileIn('主任@云岫区信访办公室', '').offices] },
  ];
  expect(resolve(profiles).clusters).toHaveLength(1);
});

test('every profile of a person but one is linked to another, with the reasons', () => {
  const profiles = ['区长@云岫区 2024-01', '代区长@云岫区 2023-02', ''].map((short) => profileIn(short, short));
  expect(resolve(profiles).links.map(({ reasons }) => reasons)).toEqual([['SAME_OFFICE'], ['SAME_NAME']]);
});

describe('what is known outweighs all likeness', () => {
  test('that two are different', () => {
    const shorts = ['a:区长@云岫区 2024-01', 'b:区长@云岫区 2024-01'];
    expect(peopleOf(shorts, [{ kind: 'DIFFERENT', one: shorts[0]!, other: shorts[1]! }])).toHaveLength(2);
  });

  test('that two are the same', () => {
    const shorts = ['法官@云岫区人民法院 2024-01', '教师@白河中学 2024-02'];
    expect(peopleOf(shorts, [{ kind: 'SAME', one: shorts[0]!, other: shorts[1]! }])).toHaveLength(1);
  });

  test('also of names that are printed without anything else', () => {
    expect(peopleOf(['a:', 'b:'], [{ kind: 'SAME', one: 'a:', other: 'b:' }])).toHaveLength(1);
  });
});

test('a name of hundreds of profiles is resolved within seconds', () => {
  const profiles = Array.from({ length: 600 }, (_, i) =>
    profileIn(`局长@第${i % 200}区教育局 2024-0${(i % 9) + 1}`, `profile ${i}`, { publicationId: `paper ${i % 40}` }),
  );
  const start = performance.now();
  resolve(profiles);
  expect(performance.now() - start).toBeLessThan(10_000);
});
