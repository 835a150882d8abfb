import { describe, expect, test } from 'vitest';
import { provenYear } from '../../../src/extract/event/proven-year.ts';
import { readingOf } from '../printed.ts';

describe('the year that an article proves', () => {
  const year = (body: string): number | null => provenYear(readingOf(body));

  test('the year stands in the name of a dated event', () => {
    expect(year('5月23日，2024年云岫区第二批重大项目集中签约仪式举行。')).toBe(2024);
  });

  test('the year stands in a full date', () => {
    expect(year('2023年12月5日，大会召开。')).toBe(2023);
  });

  test('the year stands in the title of what is signed for it', () => {
    expect(year('7月22日，会议召开。会上，区长柳青签订《2025年下半年目标责任书》。')).toBe(2025);
    expect(year('12月22日，会议召开。会上，区长柳青签订《2025年度目标责任书》。')).toBeNull();
  });

  test('the year is not that of statistics', () => {
    expect(year('2023年以来，收入增长8%。')).toBeNull();
    expect(year('5月23日，大会回顾2023年的工作。')).toBeNull();
    expect(year('5月23日，大会召开。')).toBeNull();
  });
});
