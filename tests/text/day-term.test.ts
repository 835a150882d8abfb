import { expect, test } from 'vitest';
import { dayKey, dayKeysIn, dayTermsIn } from '../../src/text/day-term.ts';

test.each([
  ['2025年1月3日签约', ['2025-01-03']],
  ['2025-01-03', ['2025-01-03']],
  ['2025/1/3和2025.1.4', ['2025-01-03', '2025-01-04']],
  ['1月3日', ['01-03']],
  ['2025年1月', ['2025-01']],
  ['二〇二五年十一月三日', ['2025-11-03']],
  ['11月23号', ['11-23']],
  ['2025-01', ['2025-01']],
  ['去年12月底', []],
  ['2月30日', []],
  ['13月1日', []],
  ['2025.1', []],
  ['2024年2月29日', ['2024-02-29']],
  ['2025-13-40', []],
  ['12025-01-03', []],
  ['2025-01-034', []],
])('%s has the days %j', (text, days) => {
  expect(dayTermsIn(text).map(dayKey)).toEqual(days);
});

test('a day without a year is the one nearest to the day of the text', () => {
  expect([...dayKeysIn('1月3日', '2025-01-06')]).toEqual(['01-03', '2025-01-03']);
  expect([...dayKeysIn('12月30日', '2025-01-06')]).toEqual(['12-30', '2024-12-30']);
  expect([...dayKeysIn('2月29日', '2025-01-06')]).toEqual(['02-29', '2024-02-29']);
  expect([...dayKeysIn('1月3日', null)]).toEqual(['01-03']);
});
