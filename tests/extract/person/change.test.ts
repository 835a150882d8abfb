import { describe, expect, test } from 'vitest';
import { readChanges } from '../../../src/extract/person/change.ts';
import { contextOf, postOf, readingOf } from '../printed.ts';

const changes = (body: string, known: readonly string[] = []) => {
  const reading = readingOf(body);
  return reading.periods
    .flatMap((period) => readChanges(reading, period, contextOf({ known: new Set(known) })))
    .map(({ names, posts, change }) => [change, names.map(({ text }) => text).join('、'), ...posts.map(postOf)]);
};

describe('appointments', () => {
  test.each<[string, string, [string, string | null]]>([
    ['任命韦国栋为县财政局局长。', '韦国栋', ['局长', '县财政局']],
    ['会议选举柳青为云岫区人大常委会主任。', '柳青', ['区人大常委会主任', '云岫区人大常委会']],
    ['佘山月任县审计局局长。', '佘山月', ['局长', '县审计局']],
    ['海澄当选临溪县县长。', '海澄', ['县长', '临溪县']],
    ['会议选举达瓦措姆（藏族，女）为临溪县副县长。', '达瓦措姆', ['副县长', '临溪县']],
  ])('an appointment is read in %s', (body, name, post) => {
    expect(changes(body)).toEqual([['APPOINTED', name, post]]);
  });

  test('an appointment continues over a semicolon', () => {
    expect(changes('会议决定：任命韦国栋为云岫区教育局局长；杜若兰为云岫区审计局局长。')).toEqual([
      ['APPOINTED', '韦国栋', ['局长', '云岫区教育局']],
      ['APPOINTED', '杜若兰', ['局长', '云岫区审计局']],
    ]);
  });

  test('an appointment continues in a list', () => {
    expect(changes('任命其木格为旗财政局局长、赵永红为旗审计局局长。')).toEqual([
      ['APPOINTED', '其木格', ['局长', '旗财政局']],
      ['APPOINTED', '赵永红', ['局长', '旗审计局']],
    ]);
  });

  test('an appointment is read after the post that its people still hold', () => {
    expect(changes('全会决定递补区委候补委员吉克阿木、柳青为区委委员。')).toEqual([
      ['APPOINTED', '吉克阿木、柳青', ['区委委员', '云岫区委']],
    ]);
    expect(changes('会议选举大会主席团成员。')).toEqual([]);
  });

  test('an appointment is read with 选出, and for a name recognised by its characters', () => {
    expect(changes('大会选出韦国栋为云岫商会会长，Peter Lau为云岫商会副会长。')).toEqual([
      ['APPOINTED', '韦国栋', ['会长', '云岫商会']],
      ['APPOINTED', 'Peter Lau', ['副会长', '云岫商会']],
    ]);
    expect(changes('巴图孟克任临溪县县长。')).toEqual([['APPOINTED', '巴图孟克', ['县长', '临溪县']]]);
    expect(changes('评委选出优秀作品。')).toEqual([]);
  });

  test('a candidate is not appointed', () => {
    expect(changes('会议推选韦国栋为副县长人选。')).toEqual([]);
  });

  test('a term, a résumé or a plan is not an appointment', () => {
    for (const body of ['韦国栋在任期间成绩突出。', '韦国栋曾任临溪县县长。', '韦国栋拟任临溪县县长。'])
      expect(changes(body, ['韦国栋']), body).toEqual([]);
  });
});

describe('removals', () => {
  test('a removal is read with the post that is lost', () => {
    expect(changes('免去杜若兰的云岫区财政局局长职务。')).toEqual([['REMOVED', '杜若兰', ['局长', '云岫区财政局']]]);
  });

  test('a removal is read with 解聘', () => {
    expect(changes('解聘杜若兰的云岫区财政局局长职务。')).toEqual([['REMOVED', '杜若兰', ['局长', '云岫区财政局']]]);
    expect(changes('解聘了杜若兰。')).toEqual([]);
  });

  test('a removal continues to the next person', () => {
    expect(changes('免去杜若兰的云岫区财政局局长职务；海澄的云岫区审计局局长职务。')).toEqual([
      ['REMOVED', '杜若兰', ['局长', '云岫区财政局']],
      ['REMOVED', '海澄', ['局长', '云岫区审计局']],
    ]);
  });

  test('a removal is read where somebody resigns', () => {
    expect(changes('柳青辞去临溪县人民政府县长职务。')).toEqual([['REMOVED', '柳青', ['县长', '临溪县人民政府']]]);
  });

  test('其 who loses a post is the person before', () => {
    expect(
      changes('柳青任青石煤矿党委书记，免去其北湾煤矿工会主席职务；海澄任北湾煤矿矿长，免去其青石煤矿副矿长职务。', [
        '柳青',
        '海澄',
      ]),
    ).toEqual([
      ['REMOVED', '柳青', ['工会主席', '北湾煤矿']],
      ['REMOVED', '海澄', ['副矿长', '青石煤矿']],
      ['APPOINTED', '柳青', ['党委书记', '青石煤矿']],
      ['APPOINTED', '海澄', ['矿长', '北湾煤矿']],
    ]);
    expect(changes('免去其审计局局长职务。')).toEqual([]);
  });

  test('a removal is read where the body follows the name directly', () => {
    expect(changes('免去公良辰区人民法院庭长职务。')).toEqual([['REMOVED', '公良辰', ['庭长', '区人民法院']]]);
    expect(changes('免去单位主任职务。')).toEqual([]);
  });

  test('a removal is read where an assembly accepts a resignation, whatever the name', () => {
    expect(changes('会议接受旺姆辞去临溪县人民政府副县长职务的请求。')).toEqual([
      ['REMOVED', '旺姆', ['副县长', '临溪县人民政府']],
    ]);
    expect(changes('同意景行之辞去云岫大学校长职务。')).toEqual([['REMOVED', '景行之', ['校长', '云岫大学']]]);
    expect(changes('接受采访时辞去职务。')).toEqual([]);
  });

  test('a removal is read with 卸任, even of somebody who is honoured afterwards', () => {
    expect(changes('柳青卸任云岫商会会长，获推举为云岫商会名誉会长。', ['柳青'])).toEqual([
      ['REMOVED', '柳青', ['会长', '云岫商会']],
      ['APPOINTED', '柳青', ['名誉会长', '云岫商会']],
    ]);
    expect(changes('卸任后的会长柳青回到村里。')).toEqual([]);
  });

  test('the removal of one person does not extend to the next', () => {
    expect(
      changes('免去杜若兰的云岫区财政局局长职务；海澄任云岫区审计局局长，试用期一年，免去原职务。').map(
        ([change, name]) => [change, name],
      ),
    ).toEqual([
      ['REMOVED', '杜若兰'],
      ['APPOINTED', '海澄'],
    ]);
  });

  test('losing something that is not a post is not a removal', () => {
    expect(changes('免去企业行政事业性收费。')).toEqual([]);
  });
});

test('a public notice tells the post that somebody holds now', () => {
  expect(changes('韦国栋，男，1980年3月生，现任云岫区教育局局长。')).toEqual([
    [null, '韦国栋', ['局长', '云岫区教育局']],
  ]);
});
