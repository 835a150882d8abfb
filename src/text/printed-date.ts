import { groupsOf, matchesOf } from './match.ts';
import { readNumeral } from './numeral.ts';

/** A full day as printed, with the UTF-16 offsets of the words. */
export interface PrintedDate {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly start: number;
  readonly end: number;
}

const numeral = '[0-9〇零○一二三四五六七八九十廿卅]';
// 2025年9月12日 · ２０２６ 年 １ 月 16 日 · 二〇二六年三月六日
const chinese = new RegExp(
  `(?<year>(?:${numeral} ?){4}) ?年 ?(?<month>(?:${numeral} ?){1,3})月 ?(?<day>(?:${numeral} ?){1,3})[日号]`,
  'gu',
);

// 2025-03-14 · 2025/3/14 · 2025.03.14
const hyphened = /(?<![0-9])(?<year>(?:19|20)\d\d) ?[-/.] ?(?<month>\d{1,2}) ?[-/.] ?(?<day>\d{1,2})(?![0-9])/gu;

/**
 * The first full day (year, month and day) printed in a text; null when there is none or the calendar has no such day.
 */
export function findPrintedDate(folded: string): PrintedDate | null {
  if (!/年|\d\d ?[-/.]/.test(folded)) return null; // most lines: the patterns themselves are slow
  let first: PrintedDate | null = null;
  for (const pattern of [chinese, hyphened]) {
    for (const match of matchesOf(folded, pattern)) {
      const { year, month, day } = groupsOf(match, 'year', 'month', 'day');
      const date = isoDay(readNumeral(year), readNumeral(month), readNumeral(day));
      if (date === null) continue;
      if (first === null || match.index < first.start)
        first = { date, start: match.index, end: match.index + match[0].length };
      break;
    }
  }
  return first;
}

/** `YYYY-MM-DD`; null when a part is missing or the calendar has no such day. */
export function isoDay(year: number | null, month: number | null, day: number | null): string | null {
  if (year === null || month === null || day === null || year < 1800 || year > 2999) return null;
  const instant = new Date(Date.UTC(year, month - 1, day));
  if (instant.getUTCMonth() !== month - 1 || instant.getUTCDate() !== day) return null;
  return instant.toISOString().slice(0, 10);
}

const calendar = '(?:农历|夏历)';
const lunarYear = '[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥][鼠牛虎兔龙蛇马羊猴鸡狗猪]?年';
const lunarMonth = '闰?[正一二三四五六七八九十冬腊][一二]?月';
const lunarDay = '(?:初[一二三四五六七八九十]|[十廿][一二三四五六七八九]?|[二三]十)';
/** Without its year a lunar day stands behind the name of the calendar, or it is no day of it. */
// 农历乙巳年七月廿一 · 农历丙午年正月十八 · 乙巳蛇年闰六月初三
const lunar = new RegExp(
  `${calendar}?${lunarYear} ?${lunarMonth} ?${lunarDay}|${calendar}${lunarMonth} ?${lunarDay}`,
  'u',
);

/** The lunar day as printed; null when none is. */
export function findLunarDate(text: string): string | null {
  return lunar.exec(text)?.[0] ?? null;
}
