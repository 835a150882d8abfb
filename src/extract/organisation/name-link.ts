import { either } from '../../text/pattern.ts';

const openings = [
  '又',
  '还',
  '再',
  '就',
  '争取',
  '力争',
  '计划',
  '(?:第?[一二三四]季度|年内|年底前?|月底前|近期|下半年|上半年)(?=[与和同]|$)',
  String.raw`\d+月\d+日`,
  '当天',
  '当日',
  '会上',
  '会前',
  '会后',
  '仪式上',
  '活动中',
  '活动上',
  '同日',
  '日前',
  '(?:自|早在|从)?(?:19|20)\\d\\d年',
  '近日',
  '随后',
  '其中',
  '并',
  '此外',
  '同时',
  '由',
  '在',
  '来自[^，、与和]{1,8}的',
  '[“]',
  '此次',
  '本次',
  '上午',
  '下午',
];
/** What stands before the first name of a phrase and is no part of it: 近日, 会上, 计划. */
export const leading = new RegExp(`^${either(openings)}+`);

/** How many units of the text at `at` join two names, 0 for none: 、, 与, 和, 同, —, 携手. */
export function linkAt(text: string, at: number, from: number, end: number): number {
  const c = text[at]!;
  if (!linkUnits.has(c)) return 0;
  if (/[、-]/.test(c) || (c === '—' && text[at - 1] !== '—' && text[at + 1] !== '—')) return 1;
  if (/[携联会]/.test(c)) return at > from + 1 && verbLink.test(text.slice(at, at + 8)) && end > at + 4 ? 2 : 0;
  if (!/[与和同]/.test(c) || isInsideWord(text, at)) return 0;
  if (at > from && /[与和同、]/.test(text[at - 1]!) && linkAt(text, at - 1, from, end) > 0) return 0; // …与和信物流
  return c !== '与' && opensName(text, at, from, end) ? 0 : 1;
}

const linkUnits = new Set('、-—携联会与和同');

const notJointly = [
  '会',
  '国',
  '大学',
  '体',
  '社',
  '党',
  '办',
  '培',
  '实',
  '研',
  '开',
  '创',
  '收',
  '利华',
  '总',
  '组',
  '签',
];

/** 甲携手乙签署: a verb between two names joins them; before the predicate it says only how they sign. */
const verbLink = new RegExp(
  String.raw`^(?:携手|会同|联合(?!${notJointly.join('|')}))(?=[\p{Script=Han}]{3})(?!.{0,2}(?:签|共同|正式))`,
  'u',
);

/** 和盛集团与…: a phrase that begins with 和 and is joined later begins with a name. */
function opensName(text: string, at: number, from: number, end: number): boolean {
  const before = text.slice(from, at);
  if (before.length > 0 && leading.exec(before)?.[0].length !== before.length)
    return (
      /^[\p{Script=Han}]{2}$/u.test(before) &&
      !/[省市区县镇乡村州局委院校会部团]$/.test(before) &&
      /^和[^与和、同]{2,20}(?:公司|集团|股份)/.test(text.slice(at, end))
    );
  return /^[和同][^与和同、，]{2,30}[与和同、][^，]{2}/.test(text.slice(at, end)) && !/并$/.test(before);
}

/** 碳中和, 共和, 和平, 共同, 平和县: no conjunction. */
const isInsideWord = (text: string, at: number): boolean =>
  text[at] === '和'
    ? /碳中$|[共温缓调饱祥]$/.test(text.slice(Math.max(at - 2, 0), at)) ||
      /^和(?:[平谐睦解谈而]|[县镇乡村](?=$|[、与同和签，。在]))/.test(text.slice(at, at + 3))
    : text[at] === '同' &&
      (/[共会一不合协连相]/.test(text[at - 1] ?? '') || /^同[济仁方步时意学志业]/.test(text.slice(at, at + 2)));
