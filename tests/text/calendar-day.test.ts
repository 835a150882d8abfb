import { expect, test } from 'vitest';
import { isCalendarDay } from '../../src/text/calendar-day.ts';

test.each(['2024-02-29', '1999-12-31', '2024-05-23'])('%s is a day of the calendar', (day) => {
  expect(isCalendarDay(day)).toBe(true);
});

test.each(['2023-02-29', '2024-02-30', '2024-13-01', '2024-00-10', '0000-01-01', '2024-5-3', '2024-05-23T00:00', ''])(
  '%j is none',
  (day) => {
    expect(isCalendarDay(day)).toBe(false);
  },
);
