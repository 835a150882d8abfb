import { expect, test } from 'vitest';
import { findLunarDate, findPrintedDate } from '../../src/text/printed-date.ts';
import { foldWidth } from '../../src/text/width.ts';

test.each([
  ['槐岭周报　2025年9月12日　星期五', '2025-09-12'],
  ['２０２５年１０月２４日', '2025-10-24'],
  ['汀兰报 2026 年 1 月 16 日', '2026-01-16'],
  ['二〇二五年十二月三日', '2025-12-03'],
  ['2025-03-14 总第5121期', '2025-03-14'],
  ['２０２６.０１.１６', '2026-01-16'],
])('the day of %s is found', (text, date) => {
  expect(findPrintedDate(foldWidth(text))?.date).toBe(date);
});

test.each(['9月12日', '2025年2月30日', '2025年13月1日', '0888-7766501', '12025-03-149'])(
  'no full day is found in %s',
  (text) => {
    expect(findPrintedDate(foldWidth(text))).toBeNull();
  },
);

test('the lunar day is copied as printed', () => {
  expect(findLunarDate(foldWidth('星期五　农历乙巳年七月廿一　第35期'))).toBe('农历乙巳年七月廿一');
  expect(findLunarDate('星期五 乙巳年五月十八 主编')).toBe('乙巳年五月十八');
  expect(findLunarDate('2025年9月12日')).toBeNull();
});
