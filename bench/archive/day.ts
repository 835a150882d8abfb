/** Days are counted from 1970-01-01. */
export const FIRST_DAY = Date.UTC(2015, 0, 1) / 86_400_000;
export const LAST_DAY = Date.UTC(2024, 11, 31) / 86_400_000;

export function isoDay(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** 3月5日 */
export function printedDay(day: number): string {
  const date = new Date(day * 86_400_000);
  return `${date.getUTCMonth() + 1}月${date.getUTCDate()}日`;
}

/** 2021年3月5日 */
export function printedDate(day: number): string {
  return `${isoDay(day).slice(0, 4)}年${printedDay(day)}`;
}
