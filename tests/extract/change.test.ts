import { describe, expect, it } from 'vitest';
import { namesAt, readChanges } from '../../src/extract/change.ts';
import { contextOf, postOf, readingOf } from './printed.ts';

const changes = (body: string, known: readonly string[] = []) => {
  const reading = readingOf(body);
  return reading.periods.flatMap((period) => readChanges(reading, period, contextOf({ known: new Set(known) })))
    .map(({ names, posts, change }) => [change, names.map(({ text }) => text).join('、'), ...posts.map(postOf)]);
};

describe('an appointment', () => {
  it.each<[string, string, [string, string | null]]>([
    ['任命韦国栋为县财政局局长。', '韦国栋', ['局长', '县财政局']],
    ['会议选举柳青为云岫区人大常委会主任。', '柳青', ['区人大常委会主任', '云岫区人大常委会']],
    ['佘山月任县审计局局长。', '佘山月', ['局长', '县审计局']],
    ['海澄当选临溪县县长。', '海澄', ['县长', '临溪县']],
    ['会议选举达瓦措姆（藏族，女）为临溪县副县长。', '达瓦措姆', ['副县长', '临溪县']],
  ])('is read in %s', (body, name, post) => {
    expect(changes(body)).toEqual([['APPOINTED', name, post]]);
  });

  it('goes on over a semicolon', () => {
    expect(changes('会议决定：任命韦国栋为云岫区教育局局长；杜若兰为云岫区审计局局长。')).toEqual([
      ['APPOINTED', '韦国栋', ['局长', '云岫区教育局']], ['APPOINTED', '杜若兰', ['局长', '云岫区审计局']],
    ]);
  });

  it('goes on in a list', () => {
    expect(changes('任命其木格为旗财政局局长、赵永红为旗审计局局长。')).toEqual([['APPOINTED', '其木格', ['局长', '旗财政局']], ['APPOINTED', '赵永红', ['局长', '旗审计局']]]);
  });

  it('is read after the post that its people still hold', () => {
    expect(changes('全会决定递补区委候补委员吉克阿木、柳青为区委委员。')).toEqual([['APPOINTED', '吉克阿木、柳青', ['区委委员', '云岫区委']]]);
    expect(changes('会议选举大会主席团成员。')).toEqual([]);
  });

  it('is none of a candidate', () => {
    expect(changes('会议推选韦国栋为副县长人选。')).toEqual([]);
  });

  it('is none in a term, a resume or a plan', () => {
    for (const body of ['韦国栋在任期间成绩突出。', '韦国栋曾任临溪县县长。', '韦国栋拟任临溪县县长。']) expect(changes(body, ['韦国栋']), body).toEqual([]);
  });
});

describe('a removal', () => {
  it('is read with the post that is taken', () => {
    expect(changes('免去杜若兰的云岫区财政局局长职务。')).toEqual([['REMOVED', '杜若兰', ['局长', '云岫区财政局']]]);
  });

  it('is read with 解聘', () => {
    expect(changes('解聘杜若兰的云岫区财政局局长职务。')).toEqual([['REMOVED', '杜若兰', ['局长', '云岫区财政局']]]);
    expect(changes('解聘了杜若兰。')).toEqual([]);
  });

  it('goes on to the next person', () => {
    expect(changes('免去杜若兰的云岫区财政局局长职务；海澄的云岫区审计局局长职务。')).toEqual([
      ['REMOVED', '杜若兰', ['局长', '云岫区财政局']], ['REMOVED', '海澄', ['局长', '云岫区审计局']],
    ]);
  });

  it('is read where somebody resigns', () => {
    expect(changes('柳青辞去临溪县人民政府县长职务。')).toEqual([['REMOVED', '柳青', ['县长', '临溪县人民政府']]]);
  });

  it('is none of what is no post', () => {
    expect(changes('免去企业行政事业性收费。')).toEqual([]);
  });
});

it('reads the post that a public notice says somebody holds now', () => {
  expect(changes('韦国栋，男，1980年3月生，现任云岫区教育局局长。')).toEqual([[null, '韦国栋', ['局长', '云岫区教育局']]]);
});

describe('names joined to each other', () => {
  const names = (text: string): string[] => namesAt(text, 0, contextOf()).map((name) => name.text);

  it('are all read', () => {
    expect(names('韦国栋、杜若兰和海澄出席')).toEqual(['韦国栋', '杜若兰', '海澄']);
  });

  it('end where no name follows', () => {
    expect(names('韦国栋、有关部门出席')).toEqual(['韦国栋']);
    expect(names('有关部门出席')).toEqual([]);
  });
});
