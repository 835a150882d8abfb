import { describe, expect, test } from 'vitest';
import { factsOf, personOf, titlesOf } from '../printed.ts';

const nowhere = { district: null, city: null, publishedOn: null };
const titles = (body: string, name: string) => titlesOf(personOf(factsOf(body, {}, nowhere), name));

describe('posts whose body the sentence leaves out', () => {
  test('a post is that of the city government where the text prints it and gives no place', () => {
    expect(titles('市长柳青讲话。柳青代表市政府签订责任书。', '柳青')).toEqual([['市长', '市政府']]);
    expect(titles('市长柳青讲话。', '柳青')).not.toEqual([['市长', '市政府']]);
  });

  test('a post is that of the one consultative conference, whatever bodies stand before', () => {
    expect(titles('明州县政协调研。县财政局局长柳青介绍情况。政协委员佘山月发言。', '佘山月')).toEqual([
      ['政协委员', '明州县政协'],
    ]);
    expect(titles('县财政局局长柳青介绍情况。政协委员佘山月发言。', '佘山月')).toEqual([['政协委员', null]]);
  });

  test('a post is that of the centre with a name of its own that the text has named in full', () => {
    expect(titles('恒岳集团技术中心揭牌。技术中心主任柳青致辞。', '柳青')).toEqual([['主任', '恒岳集团技术中心']]);
    expect(titles('恒岳集团揭牌。技术中心主任柳青致辞。', '柳青')).toEqual([['技术中心主任', '恒岳集团']]);
  });

  test('a post is that of the home university, not of guests from abroad', () => {
    const visit = '韩国松林科技大学校长朴青一行访问江东理工大学。校长柳青会见来宾。';
    expect(titles(visit, '柳青')).toEqual([['校长', '江东理工大学']]);
    expect(titles(visit, '朴青')).toEqual([['校长', '韩国松林科技大学']]);
  });

  test('a post is that of the company, not of the plant or mine that its officials visit', () => {
    expect(titles('公司总经理柳青到青石热电厂检查。公司副总经理佘山月参加。', '佘山月')).toEqual([
      ['副总经理', '公司'],
    ]);
    expect(titles('公司总经理柳青到青石热电厂检查。厂长佘山月汇报。', '佘山月')).toEqual([['厂长', '青石热电厂']]);
  });
});
