import { describe, expect, test } from 'vitest';
import { BODY, labels, PERSON } from '../../../src/extract/tagger/candidate.ts';
import { latticeOf } from '../../../src/extract/tagger/lattice.ts';

const lattice = (text: string) => latticeOf({ text, bodyStart: 0 });
/** The candidates as words by label. */
const candidates = (text: string): string[] =>
  lattice(text).candidates.map(({ start, end, label }) => `${labels[label]} ${text.slice(start, end)}`);

describe('candidates', () => {
  test.each([
    ['江东大学党委书记韦国栋出席。', ['BODY 江东大学', 'TITLE 党委书记', 'PERSON 韦国栋']],
    ['云岫区教育局副局长欧阳海澄出席。', ['BODY 云岫区教育局', 'TITLE 副局长', 'PERSON 欧阳海澄']],
    ['云岫区委副书记柳青出席。', ['PLACE 云岫', 'TITLE 区委副书记', 'PERSON 柳青']],
    ['专家卡尔·冯·林德曼、买买提·吐尔逊会面。', ['PERSON 卡尔·冯·林德曼', 'PERSON 买买提·吐尔逊']],
    ['会长Peter Lau出席。', ['TITLE 会长', 'PERSON Peter Lau']],
    ['县长次仁顿珠、其木格、王云霞、陈方安生出席。', ['PERSON 次仁顿珠', 'PERSON 其木格', 'PERSON 陈方安生']],
    ['东铭集团与海昇动力签约。', ['BODY 东铭集团', 'BODY 海昇动力']],
    ['特赞、萃达万博等企业参加。', ['BODY 特赞', 'BODY 萃达万博']],
    ['海昇经发工作人员表示满意。', ['BODY 海昇经发']],
    ['海昇经发携手东铭集团。', ['BODY 海昇经发']],
    ['Norvik Marine Systems在展会上亮相。', ['BODY Norvik Marine Systems']],
    ['减速器通过Norvik两万小时验证。', ['BODY Norvik']],
    ['制造业巨头7Q、海昇动力参加。', ['BODY 7Q']],
    ['“慢驼”文创与海昇动力签约。', ['BODY “慢驼”文创']],
  ])('among the candidates of %s are the right ones', (text, expected) => {
    expect(candidates(text)).toEqual(expect.arrayContaining(expected));
  });

  test('a candidate lies within one stretch between marks', () => {
    const text = '江东大学，校长柳青：“海澄、东铭集团《云岫报》记者Peter Lau（右）说。”\n区长';
    for (const { start, end } of lattice(text).candidates) {
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeGreaterThan(start);
      expect(end).toBeLessThanOrEqual(text.length);
      expect(text.slice(start, end)).toMatch(/^[^，：“”、《》。\n]+$/);
    }
  });

  test('a brand in quotation marks alone is none', () => {
    expect(candidates('品牌“慢驼”，亮相。')).not.toContain('BODY “慢驼”');
  });

  test('candidates are in order', () => {
    const { candidates: found } = lattice('江东大学党委书记韦国栋，云岫区教育局局长柳青出席。');
    expect(found).toEqual([...found].sort((a, b) => a.start - b.start || a.end - b.end));
  });

  test('there are none without words', () => {
    for (const text of ['', '\n', '，。、', '…——', '   ']) expect(candidates(text), text).toEqual([]);
  });

  test('a character of two halves is never cut', () => {
    const text = '区长王𠮷和李𠮷𠮷出席。';
    for (const { start, end, label } of lattice(text).candidates)
      if (label === PERSON) expect(text.slice(start, end)).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/);
  });
});

describe('what candidates are made of', () => {
  test('a stretch begins and ends at marks', () => {
    const { stretchStart, stretchEnd } = lattice('甲乙，丙丁');
    expect([...stretchStart.slice(0, 2), ...stretchStart.slice(3, 5)]).toEqual([0, 0, 3, 3]);
    expect([...stretchEnd.slice(0, 2), ...stretchEnd.slice(3, 5)]).toEqual([2, 2, 5, 5]);
  });

  test('the longest ending counts', () => {
    expect(lattice('云岫有限公司').endingTo[6]?.text).toBe('有限公司');
  });

  test('the head of a post has its modifiers', () => {
    expect(lattice('大学常务副校长').headTo.get(7)).toEqual({ start: 2, text: '常务副校长' });
  });

  test('a body is at most so long, however long its stretch', () => {
    for (const { start, end, label } of lattice(`${'云岫'.repeat(200)}有限公司`).candidates)
      if (label === BODY) expect(end - start).toBeLessThanOrEqual(32);
  });
});
