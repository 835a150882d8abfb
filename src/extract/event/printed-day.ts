import { matchesOf } from '../../text/match.ts';
import type { DateFact } from '../facts.ts';
import type { Reading } from '../document/reading.ts';
import type { Span } from '../document/span.ts';

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
export interface PrintedDate extends Span {
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
export function datesIn(text: string, span: Span, calendar: Calendar): PrintedDate[] {
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
        : dayOfMonth(Number(match[7]), month ?? monthBefore(text, start, calendar), calendar.publishedOn);
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

/** 昨天 in an issue of a known day. */
function dayBefore(publishedOn: string | null): Omit<PrintedDate, keyof Span> | null {
  if (publishedOn === null) return null;
  const date = new Date(`${publishedOn}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** 10月19日至21日，代表团…。20日下午: where the issue has no day, the month printed last before. */
function monthBefore(text: string, at: number, { publishedOn }: Calendar): number | null {
  if (publishedOn !== null) return null;
  const last = [...text.slice(Math.max(0, at - 600), at).matchAll(/(\d{1,2})月\d{1,2}日/g)].at(-1);
  return last ? Number(last[1]) : null;
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

/** The year that days printed without one are taken to be of. */
export const yearOf = ({ publishedOn, year }: Calendar): number | null =>
  publishedOn ? Number(publishedOn.slice(0, 4)) : year;

/** A printed date as a fact. Of a day without a year the last one before the issue is meant, unless it is to come. */
export function dateFact(
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
