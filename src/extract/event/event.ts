import { findPrintedDate } from '../../text/printed-date.ts';
import type { DateFact } from '../facts.ts';
import { dateFact, datesIn, yearOf } from './printed-day.ts';
import type { Calendar, PrintedDate } from './printed-day.ts';
import { eventYear } from './proven-year.ts';
import type { Reading } from '../document/reading.ts';
import type { Span } from '../document/span.ts';

/**
 * 本报5月28日讯（记者甲）今天上午，…: the calendar of a text that its byline dates; the year is the issue's, else that
 * of the event's name.
 */
export function withDateline(
  calendar: Calendar,
  byline: string | null,
  { text, bodyStart, sentences }: Reading,
): Calendar {
  const told = byline === null ? null : /(?:(20\d\d)年)?(\d{1,2})月(\d{1,2})日(?:讯|电|消息)/.exec(byline);
  if (!told) return calendar;
  const opening = sentences.find(({ start }) => start >= bodyStart);
  const named = opening ? eventYear.exec(text.slice(opening.start, opening.end))?.[1] : undefined;
  const year = told[1] ?? yearOf(calendar) ?? named;
  return {
    ...calendar,
    year: calendar.year ?? (year === undefined ? null : Number(year)),
    dateline: `${year ?? 'XXXX'}-${told[2]!.padStart(2, '0')}-${told[3]!.padStart(2, '0')}`,
  };
}

/**
 * The day of the reported event: that of the decision that a notice prints, else the first full day of the body's
 * opening, else the day that the text is signed with.
 */
export function readEvent(reading: Reading, calendar: Calendar): DateFact | null {
  const decided = decisionDay(reading);
  if (decided !== null) return dayFact(reading, decided, 'date.decided');
  const date = openingDay(reading, calendar);
  if (date !== null) return dateFact(reading, date, calendar);
  const signed = closingDay(reading, calendar);
  return signed === null ? null : dayFact(reading, signed, 'date.signed');
}

/** （2025年7月10日云岫区人大常委会第三十次会议通过）, in the headline or at the head of the body. */
const decision = /（([^（）\n]{0,40}\d日[^（）\n]{0,80}(?:通过|决定|批准|任命))）/;

function decisionDay({ text, bodyStart }: Reading): FullDay | null {
  const line = decision.exec(text.slice(0, bodyStart + 200));
  return line === null ? null : fullDayIn(text, line.index + 1, line.index + 1 + line[1]!.length);
}

/**
 * 云岫区人民政府 / 二〇二五年七月十日 under a notice, never a day that was still to come when the issue was printed.
 */
function closingDay({ text, bodyStart }: Reading, { publishedOn }: Calendar): FullDay | null {
  const end = text.trimEnd().length;
  const from = Math.max(bodyStart, text.lastIndexOf('\n', end - 1) + 1, end - 60);
  const day = fullDayIn(text, from, end);
  if (day === null || day.end !== end || /[，。；：、]/.test(text.slice(from, end))) return null;
  return publishedOn !== null && day.date > publishedOn ? null : day;
}

interface FullDay extends Span {
  readonly date: string;
}

function fullDayIn(text: string, from: number, to: number): FullDay | null {
  const found = findPrintedDate(text.slice(from, to));
  return found && { date: found.date, start: from + found.start, end: from + found.end };
}

function dayFact(reading: Reading, { date, start, end }: FullDay, rule: string): DateFact {
  return { date, basis: 'PRINTED', evidence: reading.evidence(start, end, rule) };
}

/** 6月30日至7月2日，代表团赴…: what happened on one of several days has no day of its own. */
export function lastsDays(reading: Reading, calendar: Calendar): boolean {
  const date = openingDay(reading, calendar);
  return date !== null && isRange.test(reading.text.slice(date.end, date.end + 4));
}

function openingDay(reading: Reading, calendar: Calendar): PrintedDate | null {
  const opening = reading.sentences.filter(({ start }) => start >= reading.bodyStart).slice(0, 3);
  for (const sentence of opening) {
    const date = datesIn(reading.text, sentence, calendar).find(({ day }) => day !== null);
    if (date) return date;
  }
  return null;
}

/**
 * The date that a sentence gives to what it reports at `at`: the one nearest before, else one that follows as
 * 是在2023年3月; for what is past a bare year will do. Null when it gives none.
 */
export function readDateOf(
  reading: Reading,
  sentence: Span,
  at: number,
  calendar: Calendar,
  stage: 'SIGNED' | 'ANNOUNCED' | 'BACKGROUND',
): DateFact | null {
  const dates = datesIn(reading.text, sentence, calendar);
  const isUsable = ({ month }: PrintedDate): boolean => month !== null || stage === 'BACKGROUND';
  const told = dates.filter(
    (date) => date.start < at && isUsable(date) && !isDateline.test(reading.text.slice(date.end, date.end + 3)),
  );
  const date =
    told.findLast(({ month }) => month !== null) ??
    told.at(-1) ??
    dates.find(
      ({ start }) =>
        start > at && /^[^，。；]{0,40}?(?:是在|(?:签[署订定约]|始)于)$/.test(reading.text.slice(at, start)),
    );
  return date ? dateFact(reading, date, calendar, stage === 'ANNOUNCED') : null;
}

/** 云岫新闻网1月16日消息：甲与乙日前签订…: the day of the report. */
const isDateline = /^(?:消息|讯|电|报道)/;

/**
 * 5月20日，甲与乙会谈。会谈后，…签署: in a report of several days, the day last named in the same paragraph before
 * `at`.
 */
export function dayInParagraph(reading: Reading, at: number, calendar: Calendar): DateFact | null {
  const paragraph = reading.text.lastIndexOf('\n', at - 1) + 1;
  const from = Math.max(paragraph, at - 600);
  const days = datesIn(reading.text, { start: from, end: at }, calendar).filter(
    ({ day, start, end }) =>
      day !== null &&
      !isRange.test(reading.text.slice(end, end + 4)) &&
      !/[至到—～~-]$/.test(reading.text.slice(from, start)),
  );
  const last = days.at(-1);
  return last ? dateFact(reading, last, calendar) : null;
}
const isRange = /^(?:[上下]午)?(?:至|到|—|-|～|~)/;

/** What may stand between a recalled year and who signed then: 2015年，…; 2019年两校曾…; 2020年，两家又…. */
const recalledYear = /^(?:[，、]|双方|各方|两|三方|[^，。；]{0,20}曾)/;
/** 2025年…推介会上签订: the year names the occasion. */
const occasion = /会(?!同|员|计)|仪式|活动|大赛|论坛|[节周展]/;

/**
 * Whether a sentence gives to what it reports at `at` a printed year, with or without its month, before the event's
 * own.
 */
export function isRecalledDate(
  reading: Reading,
  sentence: Span,
  at: number,
  calendar: Calendar,
  event: DateFact,
): boolean {
  const date = datesIn(reading.text, sentence, calendar).findLast(
    ({ end, year, month }) =>
      end <= at && year !== null && (month !== null || recalledYear.test(reading.text.slice(end, at))),
  );
  if (
    !date ||
    date.day !== null ||
    !/^(?:19|20)/.test(reading.text.slice(date.start)) ||
    occasion.test(reading.text.slice(date.end, at))
  )
    return false;
  const [year, month] = event.date.split('-');
  if (year === 'XXXX') return true;
  return (
    date.year! < Number(year) ||
    (date.year === Number(year) && date.month !== null && month !== undefined && date.month < Number(month))
  );
}
