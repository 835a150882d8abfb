import { matchesOf } from '../text/match.ts';
import { either } from '../text/pattern.ts';
import { findPrintedDate } from '../text/printed-date.ts';
import { readNumeral } from '../text/numeral.ts';

/** The line of a digital edition that dates one text: `2025-03-14 总第5121期`. */
export interface EditionLine {
  readonly publishedOn: string;
  readonly number: number | null;
}

const number = /(?:总 ?第|第) ?([\d〇一二三四五六七八九十百千万]{1,10}) ?期/u;
/** What the buttons of a web page say, as pattern sources. */
const buttons = [
  '(?:上|下)一(?:期|篇|版|条)',
  '返回(?:目录|首页|顶部)',
  '(?:放大|缩小|默认)(?:字体|字号)?',
  '标题导航',
  '版面导航',
  '朗读',
  '打印(?:本页)?',
  '分享(?:到)?',
  '收藏',
  '字号',
  '大 ?中 ?小',
  '本版新闻',
  '往期回顾',
  '数字报首页',
  '点击查看',
];
const words = new RegExp(either(buttons), 'gu');
/** What may stand beside the day and the number. */
const beside = new RegExp(
  either([
    '星期[一二三四五六日天]',
    '日期',
    '版次',
    '出版',
    '发布时间',
    '时间',
    '总期数',
    '期号',
    String.raw`第? ?[A-D]?\d{1,3} ?版[^\s]{0,6}`,
    String.raw`\d\d:\d\d(?::\d\d)?`,
  ]),
  'gu',
);
const furniture = /[\s|/<>《》«»【】[\]·:+\-—()▲▼◀▶]+/gu;

/** A line of nothing but a day, an issue number and a page or section. */
export function readEditionLine(folded: string): EditionLine | null {
  if (folded.length > 60) return null;
  const day = findPrintedDate(folded);
  if (!day) return null;
  const rest = `${folded.slice(0, day.start)} ${folded.slice(day.end)}`;
  const left = rest.replace(number, '').replace(beside, '').replace(furniture, '');
  if (left !== '') return null;
  const printed = number.exec(rest)?.[1];
  return { publishedOn: day.date, number: printed === undefined ? null : readNumeral(printed) };
}

/** Whether a line holds only the navigation words of a web page (上一期下一期). */
export function isNavigation(folded: string): boolean {
  if (folded.length > 60 || folded.search(words) < 0) return false;
  const left = folded.replace(words, '').replace(furniture, '');
  // 青崖云报 放大 缩小 默认
  return left === '' || (/^\p{Script=Han}{2,8}(?:报|网|刊|发布)$/u.test(left) && matchesOf(folded, words).length > 1);
}
