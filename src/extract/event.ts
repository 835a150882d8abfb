import type { DateFact } from './facts.ts';
import type { Reading, Span } from './reading.ts';

/** What gives a year to days printed without one. */
export interface Calendar {
  /** The day, `YYYY-MM-DD`. */
  readonly publishedOn: string | null;
  /** The year that the issue's own texts prove. */
  readonly year: number | null;
}

/** A day, month or year printed in the text; `year` is null when none stands there. */
interface PrintedDate extends Span {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
}

const printed = /(?:(20\d\d|19\d\d)年|(今年|本年|当年|去年|明年))?(\d{1,2})月(?:(\d{1,2})日)?|(20\d\d)年(?!\d)/g;

/** Every date of a stretch, left to right. Relative years are counted from `base`. */
function datesIn(text: string, span: Span, base: number | null): PrintedDate[] {
  return [...text.slice(span.start, span.end).matchAll(printed)].map((match) => {
    const relative = match[2] === '去年' ? -1 : match[2] === '明年' ? 1 : 0;
    const year = match[1] ?? match[5] ? Number(match[1] ?? match[5]) : match[2] && base ? base + relative : null;
    const start = span.start + match.index;
    return { start, end: start + match[0].length, year, month: match[3] ? Number(match[3]) : null, day: match[4] ? Number(match[4]) : null };
  });
}

/** The day of the reported event: the first full day of the body's opening. */
export function readEvent(reading: Reading, calendar: Calendar): DateFact | null {
  const opening = reading.sentences.filter(({ start }) => start >= reading.bodyStart).slice(0, 3);
  for (const sentence of opening) {
    const date = datesIn(reading.text, sentence, yearOf(calendar)).find(({ day }) => day !== null);
    if (date) return dateFact(reading, date, calendar);
  }
  return null;
}

/** The date that a sentence gives to what it reports: the one nearest before `at`, else null. */
export function readDateOf(reading: Reading, sentence: Span, at: number, calendar: Calendar, isFuture: boolean): DateFact | null {
  const dates = datesIn(reading.text, sentence, yearOf(calendar)).filter(({ month, start }) => month !== null && start < at);
  const date = dates.at(-1);
  return date ? dateFact(reading, date, calendar, isFuture) : null;
}

/** The year that the article itself proves: one in a dated sentence's event name (2024年…仪式), never a year of statistics. */
export function provenYear(reading: Reading): number | null {
  for (const { start, end } of reading.sentences) {
    const sentence = reading.text.slice(start, end);
    if (!/\d{1,2}月\d{1,2}日/.test(sentence)) continue;
    const named = /(?<!\d)(20\d\d)年?(?=[\p{Script=Han}“])(?!年\d|以来|底|初|度|末|前|起)/u.exec(sentence.replace(/(20\d\d)年\d{1,2}月/g, '$1年00月').replace(/回顾20\d\d年/g, ''));
    const full = /(20\d\d)年\d{1,2}月\d{1,2}日/.exec(sentence);
    if (full) return Number(full[1]);
    if (named) return Number(named[1]);
  }
  return null;
}

const yearOf = ({ publishedOn, year }: Calendar): number | null => (publishedOn ? Number(publishedOn.slice(0, 4)) : year);

function dateFact(reading: Reading, { start, end, year, month, day }: PrintedDate, calendar: Calendar, isFuture = false): DateFact {
  const pad = (n: number): string => String(n).padStart(2, '0');
  let known = year ?? yearOf(calendar);
  if (year === null && known !== null && calendar.publishedOn && month !== null && !isFuture) {
    if (`${known}-${pad(month)}-${pad(day ?? 1)}` > calendar.publishedOn) known -= 1; // a paper reports what has happened
  }
  const date = [known ?? 'XXXX', month === null ? null : pad(month), day === null ? null : pad(day)].filter((part) => part !== null).join('-');
  return { date, basis: year !== null && /^(?:19|20)/.test(reading.text.slice(start, end)) ? 'PRINTED' : 'INFERRED', evidence: reading.evidence(start, end, 'date.printed') };
}
