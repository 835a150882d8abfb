import { foldWidth, squeeze } from './width.ts';

const digits = new Map([...'〇一二三四五六七八九'].map((c, i) => [c, i] as const));
digits.set('零', 0).set('○', 0).set('Ｏ', 0).set('两', 2).set('元', 1);
const units = new Map([
  ['十', 10],
  ['廿', 20],
  ['卅', 30],
  ['百', 100],
  ['千', 1000],
  ['万', 10_000],
]);

const LARGEST = 2_147_483_647;

/**
 * The number that a printed numeral means, in digits of either width (`２０２５`, `1,287`), in Chinese by place
 * (二〇二五) or by unit (一千二百八十七, 廿一). Blanks inside do not matter. null for anything else, for more than 12
 * characters and for more than
 * 2,147,483,647, the largest that the archive can keep.
 */
export function readNumeral(printed: string): number | null {
  const value = read(squeeze(foldWidth(printed)));
  return value === null || value > LARGEST ? null : value;
}

function read(text: string): number | null {
  if (text.length === 0 || text.length > 12) return null;
  if (/^\d{1,3}(?:,\d{3})+$/.test(text)) return Number(text.replaceAll(',', ''));
  if (/^\d+$/.test(text)) return Number(text);
  return readByPlace(text) ?? readByUnit(text);
}

function readByPlace(text: string): number | null {
  let value = 0;
  for (const c of text) {
    const digit = digits.get(c);
    if (digit === undefined) return null;
    value = value * 10 + digit;
  }
  return value;
}

function readByUnit(text: string): number | null {
  let total = 0;
  let digit: number | null = null;
  for (const c of text) {
    const unit = units.get(c);
    if (unit === undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = digits.get(c) ?? null;
      if (digit === null) return null;
    } else if (unit === 10_000) {
      total = (total + (digit ?? 0)) * unit;
      digit = null;
    } else {
      total += (digit ?? 1) * unit;
      digit = null;
    }
  }
  return total + (digit ?? 0);
}
