import { describe, expect, it } from 'vitest';
import { findByEnding } from '../../src/extract/organisation-ending.ts';
import { readingOf, textOf } from './printed.ts';

const names = (body: string): string[] => findByEnding(readingOf(body)).map(({ name }) => name);

describe('a name that ends as organisations do', () => {
  it.each<[string, readonly string[]]>([
    ['曹立强走访了区人才工作局。', ['区人才工作局']],
    ['近日，上海新微科技集团有限公司落户。', ['上海新微科技集团有限公司']],
    ['来自江东农业大学、青石中学的师生参加。', ['江东农业大学', '青石中学']],
    ['云岫区教育局与云岫区审计局联合举办培训。', ['云岫区教育局', '云岫区审计局']],
    ['上海云岫城市建设投资（集团）有限公司揭牌。', ['上海云岫城市建设投资（集团）有限公司']],
    ['临溪县好又来餐饮店遗失营业执照。', ['临溪县好又来餐饮店']],
    ['区投促办在书院举办培训。', ['区投促办']],
    ['江东大学农学院举行开学典礼。', ['江东大学农学院']],
    ['明州市工业和信息化局召开会议。', ['明州市工业和信息化局']],
  ])('is read to its beginning in %s', (body, expected) => {
    expect(names(body)).toEqual(expected);
  });

  it('is the longest name from one start', () => {
    expect(names('东铭集团有限公司落户。')).toEqual(['东铭集团有限公司']);
  });

  it('stands where it says', () => {
    const reading = readingOf('近日，区数据局揭牌。');
    expect(findByEnding(reading).map((mention) => [mention.rule, textOf(reading, mention)])).toEqual([['organisation.ending', '区数据局']]);
  });
});

describe('no organisation is', () => {
  it.each([
    ['a common noun', '学校和医院加快建设，有限公司蓬勃发展。'],
    ['a group', '各有关部门、广大企业、多家银行参加。'],
    ['a venue', '会议在会议中心举行。'],
    ['an abstract that ends like one', '顾全大局，形成新格局，打开新局面，凝聚人心。'],
    ['a counted body', '全市8家医院参加。'],
    ['the head of a bureau', '副局长韦国栋出席。'],
    ['a Party body inside another one', '党委书记、工会主任参加。'],
    ['the departments of a ministry\'s kind', '各级财政部门要落实责任。'],
    ['the title of a book', '《青石中学》出版。'],
  ])('%s', (_, body) => {
    expect(names(body)).toEqual([]);
  });
});
