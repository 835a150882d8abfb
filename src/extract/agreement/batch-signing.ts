import type { AgreementStage } from '../facts.ts';

/** A batch signed together, with its number in one of the groups. */
const collective = new RegExp(
  [
    // 23个重点项目集中签约
    String.raw`(?:(\d+(?![\dA-Za-z年月日届])|[一二三四五六七八九十百]+)\s*个?[^，。；]{0,12}?(?:项目|企业)[^，。；与和]{0,10}|项目)` +
      '(?:现场|正式)?集中签约',
    // 签约项目23个
    String.raw`签约项目\s*(\d+)\s*个`,
    // 23个招商项目现场签约
    String.raw`(\d+)(?![\dA-Za-z年月日届])个?[^，。；与和]{0,12}项目[^，。；与和]{0,6}签约`,
    // 现场签约重点项目23个
    String.raw`(?:现场|集中|当场|成功|正式)签约(?:了)?[^，。；与和\d]{0,10}(\d+)\s*个`,
  ].join('|'),
);

/** 今年以来累计签约: a sum of many days is no signing. */
export const isSum = /累计|历年|今年以来|截至|截止|近年来|上半年|前三季度|全年|\d+(?:月份?)?[至到—–-]\d+月|前\d+个?月/;
/** 今年1至8月，新签约亿元以上项目47个. */
export const number = /^(?:了)?[^，。；]{0,15}\d+[个份项家]/;

/** A batch as the words of a sentence tell it: where, how many, and whether it is still to come. */
export interface BatchWords {
  readonly start: number;
  readonly end: number;
  readonly stage: AgreementStage;
  readonly count: number | null;
}

/** Reads 23个项目集中签约 from the words of a sentence. */
export function batchIn(words: string): BatchWords | null {
  const match = isSum.test(words) ? null : collective.exec(words);
  if (!match || words.startsWith('率', match.index + match[0].length)) return null;
  const isToCome = /(?:将|拟|计划|预计)[^，。；]{0,15}$/.test(words.slice(0, match.index));
  return {
    start: match.index,
    end: match.index + match[0].length,
    stage: isToCome ? 'ANNOUNCED' : 'SIGNED',
    count: numberOf(match.slice(1).find((group) => group !== undefined)),
  };
}

const numerals = '零一二三四五六七八九十';
function numberOf(words: string | undefined): number | null {
  if (!words) return null;
  if (/^\d+$/.test(words)) return Number(words);
  const [tens, ones] = words.split('十');
  if (ones === undefined) return Math.max(numerals.indexOf(words), 0) || null;
  return (tens ? numerals.indexOf(tens) : 1) * 10 + (ones ? numerals.indexOf(ones) : 0);
}
