import { describe, expect, test } from 'vitest';
import { parseSearchQuery } from '../../src/text/search-query.ts';

test.each([
  ['签约', "'签约'", 'a word'],
  ['签约 仪式', "('签约' & '仪式')", 'words side by side'],
  [
    '云岫微系统所',
    "('云岫' & '岫微' & '系统' & '统所')",
    'characters that the dictionary leaves alone, with their neighbours',
  ],
  ['春天柳开发', "('春天' & ('天柳' | '柳开') & '开发')", 'a character between two words, with either'],
  ['云岫区与开发', "('云岫' & '岫区' & '开发')", 'a little word beside a word'],
  ['林和', "'林和'", 'a little word that may be part of a name'],
  ['科学院', "'科学院'", 'a long word'],
  ['书记与教授', "('书记' & '教授')", 'a little word between words'],
  ['院', "'院':*", 'one character'],
  ['3M 計劃', "('3m' & '计划')", 'widths, scripts and cases'],
  ['lin cheng', "(('lin' & 'cheng') | 'lincheng')", 'syllables, as words and as one'],
  ['"会上签约"', "('会上' & '上签' & '签约')", 'a phrase'],
  ['「签约', "'签约'", 'a phrase that is not closed'],
  ['签约 -仪式', "'签约' & !'仪式'", 'what to leave out'],
  ['签约 -春天花开', "'签约' & !('春天' & '花开')", 'words to leave out'],
  ['－仪式 签约', "'签约' & !'仪式'", 'a wide minus'],
  ['签-约', "'签约'", 'a minus within a word'],
  ['12个项目', "('12' & '个项' & '项目' & '12个')", 'a number with what is counted'],
  ['2025-01-03 签约', "('#2025-01-03' & '签约')", 'a day'],
  ['2025年1月签约', "('#2025-01':* & '签约')", 'a month'],
  [
    'xinweijituan',
    "('xinweijituan' | ('xinwei' & 'weiji' & 'jituan') | ('xinwei' & 'weiji' & 'jitu' & 'tuan'))",
    'syllables of a part of a name',
  ],
  [
    '区长罗启明',
    "(('区长' & ('长罗' | '罗启') & '启明') | (('^罗启' & '^启明') & '区长' & '@'))",
    'a title with a name',
  ],
  [
    '云岫区 卫健委',
    "(('云岫' & '岫区') & ('卫健委' | ('卫生' & '健康' & '委员会') | ('卫生' & '健康' & '康委')))",
    'a public body by its short form',
  ],
])('%s asks for %s: %s', (query, anywhere) => {
  expect(parseSearchQuery(query)!.anywhere).toBe(anywhere);
});

test('a phrase is looked for in the text unless it is one lexeme', () => {
  const phrases = (query: string) => parseSearchQuery(query)!.phrases.map(({ text }) => text);
  expect(phrases('"会上 签约"')).toEqual(['会上签约']);
  expect(phrases('"林澄，区长"')).toEqual(['林澄\n区长']);
  expect(phrases('"签约" "科学院" “院” "plus"')).toEqual([]);
  expect(parseSearchQuery('区长 -"会上签约"')).toMatchObject({ phrases: [], banned: [{ text: '会上签约' }] });
});

test('the key is that of a name, however it is typed', () => {
  expect(['林 輝', '"林輝"', '林辉 -院长'].map((query) => parseSearchQuery(query)!.key)).toEqual([
    '林辉',
    '林辉',
    '林辉',
  ]);
  expect(parseSearchQuery('Lin Hui')!.key).toBe('linhui');
});

describe('queries that ask for nothing', () => {
  test.each(['', '   ', '，。！', '-签约', '-"签约" －仪式', '""', "%_\\'&|!:*<>()", '\0', '\ud800'])(
    '%j asks for nothing',
    (query) => {
      expect(parseSearchQuery(query)).toBeNull();
    },
  );
});
