import type { Reading } from '../document/reading.ts';

/** 2025年防汛工作会议, never 2025年以来. */
export const eventYear =
  /(?<!\d)(20\d\d)年?(?=[\p{Script=Han}“])(?!年\d|以来|底|初|度|末|前|起|年(?:以来|底|初|末|前|起))/u;

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
