import { expect, test } from 'vitest';
import { parseSearchQuery } from '../../src/text/search-query.ts';
import { searchText } from '../../src/text/search-text.ts';
import { rangesOf } from '../../src/text/term-range.ts';

const found = (text: string, query: string) =>
  rangesOf(text, parseSearchQuery(query)!.terms).map(({ start, end }) => text.slice(start, end));

test.each<[string, string, string[]]>([
  ['区长林 澄到场，林澄讲话。', '林澄', ['林 澄', '林澄']],
  ['林輝与林辉', '林輝', ['林輝', '林辉']],
  ['“服务包 PLUS 计划”和 SURPLUS', 'plus', ['PLUS']],
  ['“服务包 ＰＬＵＳ 计划”', '"服务包plus计划"', ['服务包 ＰＬＵＳ 计划']],
  ['合作，签约。', '"合作、签约"', ['合作，签约']],
  ['合作签约', '合作 签约', ['合作', '签约']],
  ['云岫微系统所与微系统', '微系统所', ['微系统所']],
  ['微系统与研究所', '微系统所', ['微系统']],
  ['院长、学院', '院', ['院', '院']],
  ['签约仪式', '签约 -仪式', ['签约']],
  ['𠀀𠀁', '𠀀𠀁', ['𠀀𠀁']],
  ['a.b (c)', '"A b"', []],
  ['a.b (c)', 'b', ['b']],
])('in %s, %s is found at %j', (text, query, places) => {
  expect(found(text, query)).toEqual(places);
});

test('long runs of spaces and marks take time in proportion to their length', () => {
  const text = `甲${' '.repeat(300_000)}甲${'…'.repeat(300_000)}甲`;
  expect(searchText(text)).toBe('甲甲\n甲');
  expect(found(text, '"甲，乙" 甲 丙丁')).toEqual(['甲', '甲', '甲']);
});
