import { expect, test } from 'vitest';
import { parseSearchQuery } from '../../src/text/search-query.ts';
import { HOSTILE_TEXTS } from '../support/hostile-text.ts';

const repeated = [
  '签约 ',
  '一 a ',
  'a ',
  'zhongguo ',
  'xian',
  '1月3日',
  '卫健委',
  '卫健委 ',
  '区长罗启明',
  '罗启明 ',
  '-签约 签约',
  '"会上签约" ',
  '12个',
  '1',
  '长',
  '区',
  '徐汇区人民政府办公室副主任',
  '😀',
  '\ud800',
  'lü ',
];

test.each(repeated)('a query of 200 characters that repeats %j asks for little', (part) => {
  const query = parseSearchQuery(part.repeat(200).slice(0, 200));
  if (query === null) return;
  const { anywhere, prominent, elsewhere, holders, terms } = query;
  const slips = query.slips();
  for (const words of [anywhere, prominent, elsewhere]) expect(words.length).toBeLessThan(10_000);
  expect(slips.length).toBeLessThanOrEqual(8);
  for (const { near } of slips) expect(near.length).toBeLessThan(5_000);
  expect(holders?.offices.length ?? 0).toBeLessThanOrEqual(20);
  expect(terms.length).toBeLessThanOrEqual(200);
});

test('a query that is not plain text is read', () => {
  for (const text of HOSTILE_TEXTS)
    for (const query of [text, `${text}罗启明`, `"${text}`, `-${text} 区长${text}`])
      expect(() => parseSearchQuery(query)).not.toThrow();
});
