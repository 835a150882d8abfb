import { matchesOf } from '../text/match.ts';
import { findPrintedDate } from '../text/printed-date.ts';
import type { DateFact } from './facts.ts';
import type { Reading } from './reading.ts';
import type { Span } from './span.ts';

/** What gives a year to days printed without one. */
export interface Calendar {
  /** The day, `YYYY-MM-DD`. */
  readonly publishedOn: string | null;
  /** The year that the issue's own texts prove. */
  readonly year: number | null;
  /** The day that the text is dated with, `YYYY-MM-DD` or `XXXX-MM-DD`: 本报5月28日讯. It is the text's 今天. */
  readonly dateline?: string;
}

/** A day, month or year printed in the text; `year` is null when none stands there. */
interface PrintedDate extends Span {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
}

const printed = new RegExp(
  [
    // 2024年5月23日, 去年9月, 5月
    String.raw`(?:(20\d\d|19\d\d)年|(今年|本年|当年|去年|明年))?(\d{1,2})月(?:(\d{1,2})日)?`,
    // 2023年
    String.raw`(20\d\d)年(?!\d)`,
    // 昨天上午
    '([昨今][天日])(?=上午|中午|下午|傍晚|晚|凌晨|，)',
    // 12日上午
    String.raw`(?<![\d月至到、—-])(\d{1,2})日(?=上午|中午|下午|晚|，)`,
  ].join('|'),
  'g',
);

/**
 * Every date of a stretch, left to right. Relative years are counted from the issue's, 昨天 from the text's own day or
 * the issue's, 今天 is the text's own, a bare 12日 from the month before.
 */
function datesIn(text: string, span: Span, calendar: Calendar): PrintedDate[] {
  const base = yearOf(calendar);
  let month: number | null = null;
  return matchesOf(text.slice(span.start, span.end), printed).flatMap((match) => {
    const start = span.start + match.index;
    const end = start + match[0].length;
    if (match[6] || match[7]) {
      const told = match[6]
        ? match[6].startsWith('今')
          ? datelineDay(calendar)
          : dayBefore(calendar.dateline?.startsWith('X') ? null : (calendar.dateline ?? calendar.publishedOn))
        : dayOfMonth(Number(match[7]), month, calendar.publishedOn);
      return told ? [{ start, end, ...told }] : [];
    }
    const relative = match[2] === '去年' ? -1 : match[2] === '明年' ? 1 : 0;
    const year = (match[1] ?? match[5]) ? Number(match[1] ?? match[5]) : match[2] && base ? base + relative : null;
    month = match[3] ? Number(match[3]) : month;
    return [{ start, end, year, month: match[3] ? Number(match[3]) : null, day: match[4] ? Number(match[4]) : null }];
  });
}

function datelineDay({ dateline }: Calendar): Omit<PrintedDate, keyof Span> | null {
  if (dateline === undefined) return null;
  const [year, month, day] = dateline.split('-');
  return { year: year === 'XXXX' ? null : Number(year), month: Number(month), day: Number(day) };
}

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
/** 2025年防汛工作会议, never 2025年以来. */
const eventYear = /(?<!\d)(20\d\d)年?(?=[\p{Script=Han}“])(?!年\d|以来|底|初|度|末|前|起|年(?:以来|底|初|末|前|起))/u;

/** 昨天 in an issue of a known day. */
function dayBefore(publishedOn: string | null): Omit<PrintedDate, keyof Span> | null {
  if (publishedOn === null) return null;
  const date = new Date(`${publishedOn}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** 12日 in the month named before, else the last 12th before the issue. */
function dayOfMonth(
  day: number,
  month: number | null,
  publishedOn: string | null,
): Omit<PrintedDate, keyof Span> | null {
  if (month !== null) return { year: null, month, day };
  if (publishedOn === null) return null;
  const [year, ownMonth, ownDay] = publishedOn.split('-').map(Number) as [number, number, number];
  if (day <= ownDay) return { year, month: ownMonth, day };
  return ownMonth === 1 ? { year: year - 1, month: 12, day } : { year, month: ownMonth - 1, day };
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
  const told = dates.filter((date) => date.start < at && isUsable(date));
  const date =
    told.findLast(({ month }) => month !== null) ??
    told.at(-1) ??
    dates.find(
      ({ start }) =>
        start > at && /^[^，。；]{0,40}?(?:是在|(?:签[署订定约]|始)于)$/.test(reading.text.slice(at, start)),
    );
  return date ? dateFact(reading, date, calendar, stage === 'ANNOUNCED') : null;
}

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

/**
 * The year that the article itself proves: one in a dated sentence's event name (2024年…仪式), never a year of
 * statistics.
 */
export function provenYear(reading: Reading): number | null {
  for (const { start, end } of reading.sentences) {
    const sentence = reading.text.slice(start, end);
    if (!/\d{1,2}月\d{1,2}日/.test(sentence)) continue;
    const named = eventYear.exec(sentence.replace(/(20\d\d)年\d{1,2}月/g, '$1年00月').replace(/回顾20\d\d年/g, ''));
    const full = /(20\d\d)年\d{1,2}月\d{1,2}日/.exec(sentence);
    if (full) return Number(full[1]);
    if (named) return Number(named[1]);
  }
  return signedYear(reading);
}

/** 签订了《2025年下半年…责任书》: a document for the running year; one signed at a year's end may be for the next. */
function signedYear({ text, bodyStart }: Reading): number | null {
  const month = /(?<!\d)(\d{1,2})月\d{1,2}日/.exec(text.slice(bodyStart, bodyStart + 200))?.[1];
  const signed = /签[署订定](?:了)?《?(20\d\d)年/.exec(text.slice(bodyStart))?.[1];
  return month && signed && Number(month) <= 10 ? Number(signed) : null;
}

const yearOf = ({ publishedOn, year }: Calendar): number | null =>
  publishedOn ? Number(publishedOn.slice(0, 4)) : year;

function dateFact(
  reading: Reading,
  { start, end, year, month, day }: PrintedDate,
  calendar: Calendar,
  isFuture = false,
): DateFact {
  const pad = (n: number): string => String(n).padStart(2, '0');
  let known = year ?? yearOf(calendar);
  if (year === null && known !== null && calendar.publishedOn && month !== null && !isFuture) {
    // a paper reports what has happened
    if (`${known}-${pad(month)}-${pad(day ?? 1)}` > calendar.publishedOn) known -= 1;
  }
  const date = [known ?? 'XXXX', month === null ? null : pad(month), day === null ? null : pad(day)]
    .filter((part) => part !== null)
    .join('-');
  return {
    date,
    basis: year !== null && /^(?:19|20)/.test(reading.text.slice(start, end)) ? 'PRINTED' : 'INFERRED',
    evidence: reading.evidence(start, end, 'date.printed'),
  };
}
