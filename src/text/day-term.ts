import { readNumeral } from './numeral.ts';
import { isoDay } from './printed-date.ts';

/** A day, a month of a year or a day of any year, where a text or a query has it. */
export interface DayTerm {
  readonly start: number;
  readonly end: number;
  readonly year: number | null;
  readonly month: number;
  readonly day: number | null;
}

const numeral = '[0-9〇零○一二三四五六七八九十廿]';
const year = '(?:(?<![0-9])((?:19|20)[0-9]{2}|[一二][〇零○一二三四五六七八九]{3}) ?年 ?)';
const month = `(?<!${numeral})(${numeral}{1,3}) ?月`;
const day = `(?: ?(${numeral}{1,3}) ?[日号])`;
const written = new RegExp(`${year}?${month}${day}?`, 'gu');
const hyphened = /(?<![0-9.])((?:19|20)[0-9]{2})([-/.])([0-9]{1,2})(?:\2([0-9]{1,2}))?(?![0-9.\-/])/gu;

/**
 * Every day and month of a text that the calendar has, in order: 2025年1月3日, 1月3日, 2025年1月, 2025-01-03. Takes
 * folded text.
 */
export function dayTermsIn(folded: string): DayTerm[] {
  const found = [
    ...(folded.includes('月')
      ? [...folded.matchAll(written)].map((match) => term(match, match[1], match[2], match[3]))
      : []),
    ...[...folded.matchAll(hyphened)].map((match) =>
      match[2] === '.' && match[4] === undefined ? null : term(match, match[1], match[3], match[4]),
    ),
  ];
  return found.filter((day) => day !== null).sort((a, b) => a.start - b.start);
}

function term(
  { index, 0: { length } }: RegExpExecArray,
  printedYear: string | undefined,
  printedMonth: string | undefined,
  printedDay: string | undefined,
): DayTerm | null {
  const [year, month, day] = [printedYear, printedMonth, printedDay].map((printed) =>
    printed === undefined ? null : readNumeral(printed),
  );
  if (month === null || month === undefined || (year === null && day === null)) return null;
  // In a leap year every day of any year is one.
  return isoDay(year ?? 2000, month, day ?? 1) === null
    ? null
    : { start: index, end: index + length, year: year ?? null, month, day: day ?? null };
}

const two = (number: number) => String(number).padStart(2, '0');

/**
 * The index key of a term: `2025-01-03`, or `01-03` for that day of any year. The key of a month is the beginning of
 * its days' keys.
 */
export function dayKey({ year, month, day }: Pick<DayTerm, 'year' | 'month' | 'day'>): string {
  return [...(year === null ? [] : [year]), two(month), ...(day === null ? [] : [two(day)])].join('-');
}

/** The keys that find a day: its own, and that of the same day in any year. */
export function keysOfDay(day: string): string[] {
  return [day, day.slice(5)];
}

/**
 * The keys that find the days printed in a text. A day printed without a year is taken to be the one nearest to the
 * text's own day, if that is known.
 */
export function dayKeysIn(folded: string, published: string | null): Set<string> {
  const keys = new Set<string>();
  for (const term of dayTermsIn(folded)) {
    keys.add(dayKey(term));
    if (term.day === null) continue;
    const year = term.year ?? (published === null ? null : nearestYear(term, published));
    for (const key of year === null ? [] : keysOfDay(dayKey({ ...term, year }))) keys.add(key);
  }
  return keys;
}

function nearestYear(term: DayTerm, published: string): number | null {
  const day = Date.parse(published);
  const year = Number(published.slice(0, 4));
  const distance = (candidate: number) => Math.abs(Date.parse(dayKey({ ...term, year: candidate })) - day);
  // Most years lack one day.
  const years = [year - 1, year, year + 1].filter((candidate) => isoDay(candidate, term.month, term.day) !== null);
  return years.toSorted((a, b) => distance(a) - distance(b))[0] ?? null;
}
