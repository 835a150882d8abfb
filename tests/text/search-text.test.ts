import { expect, test } from 'vitest';
import { foldForSearch, runsOf, searchText } from '../../src/text/search-text.ts';

test.each([
  ['林 澄', '林澄', 'blanks between Chinese characters'],
  ['云岫\n区', '云岫区', 'a broken line'],
  ['ＰＬＵＳ 計劃', 'plus计划', 'widths, scripts and cases'],
  ['林輝', '林辉', 'one traditional character alone'],
  ['5 月 23 日，签约', '5月23日\n签约', 'a mark as a boundary'],
  ['签约。\n\n会上', '签约\n会上', 'one boundary for a mark and a paragraph'],
  ['open  house', 'open house', 'the blank between two words'],
  ['阿依·古丽', '阿依古丽', 'the dot in a name'],
  ['\0\ud800 ', '', 'characters that are not letters'],
  ['İpek', 'ipek', 'a letter that is longer in lower case'],
])('%j is read as %j: %s', (text, searched) => {
  expect(searchText(text)).toBe(searched);
});

test.each(['林 澄，Plan B。\n\n计划', 'İ\ud83d\ude00𠀀々', '第\t3\r\n版'])('%j is folded unit for unit', (text) => {
  expect(foldForSearch(text)).toHaveLength(text.length);
});

test('a run is all Chinese or a single word', () => {
  expect(runsOf(searchText('重点企业服务包 PLUS 计划，3M plan B'))).toEqual([
    '重点企业服务包',
    'plus',
    '计划',
    '3m',
    'plan',
    'b',
  ]);
});
