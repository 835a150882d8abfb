import { describe, expect, test } from 'vitest';
import {
  dayInParagraph,
  isRecalledDate,
  lastsDays,
  readDateOf,
  readEvent,
  withDateline,
} from '../../../src/extract/event/event.ts';
import type { Calendar } from '../../../src/extract/event/printed-day.ts';
import type { AgreementStage } from '../../../src/extract/facts.ts';
import { readingOf } from '../printed.ts';

const undated: Calendar = { publishedOn: null, year: null };
const july: Calendar = { publishedOn: '2025-07-14', year: null };
const issued: Calendar = { publishedOn: '2024-01-22', year: null };
const event = (body: string, calendar = issued, headline: string | null = null) => {
  const read = readEvent(readingOf(body, headline), calendar);
  return read && [read.date, read.basis, read.evidence.quote];
};

describe('the day of an event', () => {
  test('the day is printed with its year', () => {
    expect(event('2023年12月5日，大会召开。')).toEqual(['2023-12-05', 'PRINTED', '2023年12月5日']);
  });

  test('the day takes its year from the issue', () => {
    expect(event('1月15日上午，大会召开。')).toEqual(['2024-01-15', 'INFERRED', '1月15日']);
  });

  test('the day is not later than that of the issue', () => {
    expect(event('12月28日，大会召开。')?.[0]).toBe('2023-12-28');
  });

  test('the day takes its year from the text when the issue has no day', () => {
    expect(event('5月23日，大会召开。', { publishedOn: null, year: 2024 })?.[0]).toBe('2024-05-23');
  });

  test('the year stays open when nothing proves it', () => {
    expect(event('7月14日，大会召开。', undated)?.[0]).toBe('XXXX-07-14');
  });

  test('the day is the first full one of the opening', () => {
    expect(event('今年3月以来，建设加快。1月15日，大会召开。1月16日，会议闭幕。')?.[0]).toBe('2024-01-15');
  });

  test('the day is unknown when the opening prints none', () => {
    expect(event('近日，大会召开。')).toBeNull();
    expect(event('一。二。三。四。1月15日，大会召开。')).toBeNull();
  });

  test('the day is that of the decision which a notice prints under its title', () => {
    const list = '（2025年7月10日云岫区第十七届人民代表大会常务委员会第三十次会议通过）';
    expect(event('任命：柳青为副区长。', july, `任免名单\n${list}`)).toEqual([
      '2025-07-10',
      'PRINTED',
      '2025年7月10日',
    ]);
    expect(event(`${list}\n任命柳青为副区长，7月12日到任。`, july, '任免名单')?.[0]).toBe('2025-07-10');
    expect(event('柳青为副区长。', july, '任免名单\n（2025年7月10日摄）')).toBeNull();
  });

  test('the day is the one that a text is signed with when its opening prints none', () => {
    const opening = '经研究。决定任命柳青为局长。免去林澄的局长职务。特此通知。';
    for (const day of ['2025年7月10日', '二〇二五年七月十日', '云岫区人民政府　2025年7月10日'])
      expect(event(`${opening}\n\n${day}`, july)?.slice(0, 2)).toEqual(['2025-07-10', 'PRINTED']);
    expect(event(`${opening}\n\n2025年7月15日`, july)).toBeNull();
    expect(event(`${opening}\n\n工期至2025年7月10日。`, july)).toBeNull();
    expect(event(`7月9日，会议召开。${opening}\n\n2025年7月10日`, july)?.[0]).toBe('2025-07-09');
  });

  test('the day is not taken from the headline', () => {
    expect(event('大会召开。', issued, '1月15日大会召开')).toBeNull();
  });
});

describe('the day of a sentence', () => {
  const dateOf = (body: string, before: string, stage: AgreementStage = 'SIGNED'): string | null => {
    const reading = readingOf(body);
    return readDateOf(reading, reading.sentences[0]!, reading.text.indexOf(before), issued, stage)?.date ?? null;
  };

  test('the day of a sentence is the nearest one before it', () => {
    expect(dateOf('2022年3月5日立项，2023年4月签署协议，5月1日开工。', '签署')).toBe('2023-04');
  });

  test('an announced event may have a day after the issue', () => {
    expect(dateOf('今年4月签署备忘录。', '签署', 'ANNOUNCED')).toBe('2024-04');
  });

  test('last year is counted from the issue', () => {
    expect(dateOf('去年11月，双方签署协议。', '签署')).toBe('2023-11');
  });

  test('the day may follow what it dates', () => {
    expect(dateOf('两校首次签订协议是在2023年3月。', '签订', 'BACKGROUND')).toBe('2023-03');
  });

  test('a past event may have only a year', () => {
    expect(dateOf('东铭集团曾于2021年与江东大学签署协议。', '签署', 'BACKGROUND')).toBe('2021');
    expect(dateOf('在2021年创办的江东论坛上，双方签署协议。', '签署')).toBeNull();
  });

  test('昨天 and a day without a month are counted from the issue', () => {
    expect(dateOf('昨天下午，双方签署协议。', '签署')).toBe('2024-01-21');
    expect(dateOf('15日上午，双方签署协议。', '签署')).toBe('2024-01-15');
    expect(dateOf('25日上午，双方签署协议。', '签署')).toBe('2023-12-25');
    expect(dateOf('1月9日启程，11日上午，双方签署协议。', '签署')).toBe('2024-01-11');
    expect(dateOf('历时15日的培训后，双方签署协议。', '签署')).toBeNull();
  });

  test('a sentence without a day before it has none', () => {
    expect(dateOf('双方签署协议，5月1日开工。', '签署')).toBeNull();
  });
});

test('an event of several days gives a sentence no day of its own', () => {
  expect(lastsDays(readingOf('6月30日至7月2日，代表团赴江东县考察。'), issued)).toBe(true);
  expect(lastsDays(readingOf('6月30日，代表团赴江东县考察。'), issued)).toBe(false);
});

test('of several days, the last one named in the same paragraph counts, but not the end of a range', () => {
  const day = (body: string): string | undefined => {
    const reading = readingOf(body);
    return dayInParagraph(reading, reading.text.indexOf('签署'), issued)?.date;
  };
  expect(day('6月30日至7月2日，代表团赴江东县考察。7月1日，双方会谈。会谈后，双方签署协议。')).toBe('2023-07-01');
  expect(day('6月30日至7月2日，代表团赴江东县考察。会谈后，双方签署协议。')).toBeUndefined();
  expect(day('7月1日，双方会谈。\n会谈后，双方签署协议。')).toBeUndefined();
});

describe('datelines', () => {
  const today = (body: string, byline: string | null, calendar = undated): string | undefined => {
    const reading = readingOf(body);
    return readEvent(reading, withDateline(calendar, byline, reading))?.date;
  };

  test('今天 is the day of the dateline', () => {
    expect(today('今天上午，大会召开。', '本报5月28日讯（记者 海澄）', { ...undated, year: 2025 })).toBe('2025-05-28');
    expect(today('今天上午，云岫区2025年防汛工作会议召开。', '本报5月28日讯（记者 海澄）')).toBe('2025-05-28');
    expect(today('今天上午，大会召开。', '本报5月28日讯（记者 海澄）')).toBe('XXXX-05-28');
  });

  test('a printed day needs no dateline, and a missing one is not made up', () => {
    expect(today('5月27日上午，大会召开。', '本报5月28日讯（记者 海澄）')).toBe('XXXX-05-27');
    expect(today('今天上午，大会召开。', '本报讯（记者 海澄）')).toBeUndefined();
  });
});

describe('background', () => {
  const isRecalled = (body: string): boolean => {
    const reading = readingOf(body);
    const told = readEvent(reading, undated)!;
    const at = reading.text.indexOf('签');
    return isRecalledDate(
      reading,
      reading.sentences.find(({ start, end }) => start <= at && at < end)!,
      at,
      undated,
      told,
    );
  };

  test.each([
    ['2025年10月12日，大会召开。2015年，双方签订首个协议。'],
    ['12月3日，大会召开。2023年5月，云岫区就与江东大学签署协议。'],
    ['2025年10月12日，大会召开。2025年3月，双方签署协议。'],
  ])('an earlier event is recalled in %s', (body) => {
    expect(isRecalled(body)).toBe(true);
  });

  test.each([
    ['2025年10月12日，大会召开。2025年10月，双方签署协议。'],
    ['1月9日，大会召开。2026年全市工作会议上，双方签订责任书。'],
    ['1月9日，大会召开。2026年1月8日，双方签订责任书。'],
  ])('the event itself, or one of its time, is told in %s', (body) => {
    expect(isRecalled(body)).toBe(false);
  });
});
