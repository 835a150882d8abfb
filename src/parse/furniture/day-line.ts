import { isDateLine } from '../display.ts';

const weekday = / ?\(?(?:星期|周)[一二三四五六日天]\)?$/u;

/** Whether a line is a day, with or without its weekday, and nothing else. */
export function isDayLine(folded: string): boolean {
  return isDateLine(folded.replace(weekday, ''));
}
