import { newsLead } from '../text/sentence.ts';
import { oneOf } from '../text/pattern.ts';
import { findHeadByline } from './head-byline.ts';
import { isBoxLine, isNoticeLine } from './notice.ts';
import type { SeenTurn } from './story-turn.ts';

/**
 * A reason to take display lines for the next article's headline (above 0) or a crosshead of the open article (below).
 */
export interface Rule<T> {
  readonly name: string;
  readonly weight: number;
  readonly holds: (turn: T) => boolean;
}

/** What headlines say of an event. */
const eventWords = [
  '召开',
  '举行',
  '开幕',
  '闭幕',
  '落幕',
  '收官',
  '签约',
  '签署',
  '签订',
  '调研',
  '启动',
  '揭牌',
  '成立',
  '换届',
  '落户',
  '开工',
  '投用',
  '启用',
  '获奖',
  '夺冠',
  '检查',
  '督导',
  '慰问',
  '会见',
  '考察',
  '走访',
  '开讲',
  '开班',
  '上线',
  '亮相',
  '发布',
  '开通',
];
const anEvent = new RegExp(oneOf(eventWords), 'u');

/** Asked of every turn. */
export const rules: readonly Rule<SeenTurn>[] = [
  // an empty line, in a file that has them between its articles
  { name: 'parted', weight: 2, holds: (t) => t.isParted === true },
  { name: 'unparted', weight: -3, holds: (t) => t.isParted === false },
  // (来源:区委办) ends the article before
  { name: 'closed', weight: 8, holds: (t) => t.isClosed },
  // 功以才成 业由才广 / 云岫区、江东大学和中岫股份战略合作协议签约仪式举行: crossheads have one line
  { name: 'several-lines', weight: 3, holds: (t) => t.display.length > 1 },
  // □ 记者 季坤 蔺文卿 · 本报讯（记者 桑榆晚）…
  { name: 'byline', weight: 7, holds: (t) => t.isBylineNext || findHeadByline(t.next) !== null },
  // 5月23日上午,…
  { name: 'day', weight: 4, holds: (t) => t.opening === 'DAY' },
  // 近日,…
  { name: 'recently', weight: 3, holds: (t) => t.opening === 'LOOSE' },
  // 简讯 / ●市老年大学…
  { name: 'items', weight: 6, holds: (t) => t.display.length === 1 && /^[◆◇●■▲★]/u.test(t.next) },
  // 根据云岫区机构改革方案，…。近日，…
  { name: 'late-lead', weight: 2, holds: (t) => t.opening === 'LATE' },
  // 经集团公司党委研究决定,… · 根据《…条例》有关规定,…
  { name: 'resolved', weight: 3, holds: (t) => t.opening === 'RESOLVED' },
  // 链接:遇到纠纷如何申请调解 · 冬季用电安全提示
  { name: 'box', weight: 6, holds: (t) => t.display.some(isBoxLine) },
  // …and in a box or a notice nobody sets crossheads
  { name: 'after-box', weight: 5, holds: (t) => t.isAfterBox && t.crossheads.length === 0 },
  // 不要私拉乱接电线,… · 申请人可携带户口本…
  { name: 'advice', weight: 2, holds: (t) => t.opening === 'ADVICE' },
  // 问:我儿子今年上初二,… after running text: a box of questions and answers
  { name: 'question', weight: 3, holds: (t) => t.opening === 'QUESTION' },
  // 我师傅有一个口袋本: an essay in the first person, after a text that is not
  { name: 'first-person', weight: 4, holds: (t) => t.opening === 'FIRST_PERSON' },
  // “时令病”来敲门 医生教您三招; 老师傅 新学徒 is too short to say two things
  { name: 'two-part', weight: 2, holds: (t) => t.isTwoPart && t.size >= 12 },
  { name: 'short', weight: -2, holds: (t) => t.size <= 8 && !t.display.some(isNoticeLine) },
  { name: 'rather-short', weight: -1, holds: (t) => t.size > 8 && t.size < 12 && !t.display.some(isNoticeLine) },
  { name: 'long', weight: 1, holds: (t) => t.size >= 18 },
  // “裂解炉不凉透,我们就不下火线”
  { name: 'quoted', weight: -2, holds: (t) => t.display.length === 1 && /^[“‘][^“”‘’]*[”’]$/u.test(t.line) },
  // neither the line nor the paragraph looks like the beginning of a story
  {
    name: 'plain',
    weight: -1,
    holds: (t) =>
      t.opening === null &&
      !t.isClosed &&
      t.display.length === 1 &&
      !isNoticeLine(t.line) &&
      !isBoxLine(t.line) &&
      !(t.isTwoPart && t.size >= 12),
  },
  // □ 记者 季坤: what is signed with a line of its own is no news in brief
  { name: 'feature', weight: -1.5, holds: (t) => t.isFeature && t.body.length < 250 },
  // 拧成一股绳 · 栽下一棵苗 · 鼓起一个袋
  { name: 'series', weight: -1, holds: (t) => t.crossheads.length > 0 },
  {
    name: 'even-series',
    weight: -2,
    holds: (t) => t.display.length === 1 && t.crossheads.some((c) => sizeOf([c]) === t.size),
  },
  // 拧成一股绳 · 栽下一棵苗 · 图书馆服务时间调整啦: the last is none of them
  {
    name: 'off-series',
    weight: 2,
    holds: (t) =>
      t.crossheads.length > 1 &&
      t.crossheads.every((c) => sizeOf([c]) === sizeOf(t.crossheads.slice(0, 1))) &&
      Math.abs(sizeOf(t.crossheads.slice(0, 1)) - t.size) > 1,
  },
  // 身边好人 / 卢沟月:义务修伞二十年 · 桑榆晚:守在路口的老哨兵: the next item of a column
  { name: 'column', weight: 5, holds: (t) => / [^ :]{2,6}:/.test(t.headline) && /^[^ :]{2,6}:/.test(t.line) },
  // 计划停电公告
  { name: 'notice', weight: 6, holds: (t) => t.display.some(isNoticeLine) },
  // 编辑同志:…
  { name: 'salutation', weight: 5, holds: (t) => /^(?:编辑同志|编辑:|尊敬的|亲爱的|各位)/u.test(t.next.slice(0, 12)) },
  // 一、强化组织领导 · （二）… · 1.…
  {
    name: 'enumerated',
    weight: -7,
    holds: (t) =>
      /^(?:[一二三四五六七八九十]{1,3} ?[、.]|\([一二三四五六七八九十]{1,3}\)|\d{1,2}[.、] ?(?!\d)|【)/u.test(t.line),
  },
  // 据悉,… · 下一步,…: the last paragraph of a story
  { name: 'closing-lead', weight: 1.5, holds: (t) => /^(?:据悉|据了解|下一步|接下来|截至目前|今后),/u.test(t.last) },
  // …等出席活动。
  { name: 'closing-words', weight: 1.5, holds: (t) => /(?:参加|出席|陪同|列席)[^。]{0,12}。$/u.test(t.last) },
  // …作出新的更大贡献。
  { name: 'closing-wish', weight: 0.5, holds: (t) => /(?:贡献|力量|目标|新篇章|奋斗|期望)[。”]*$/u.test(t.last) },
  // an article without any signature or source is probably not over yet
  { name: 'unsigned', weight: -1, holds: (t) => !t.isSigned && !t.isClosed && !t.isAfterBox },
  { name: 'tail', weight: -1, holds: (t) => t.isTail && !t.isClosed },
  // a few lines of news in brief, or of a notice, have no crossheads
  {
    name: 'brief',
    weight: 1.5,
    holds: (t) => t.body.length < 160 && !t.isTail && (newsLead(t.body) !== null || isNoticeLine(t.headline)),
  },
  // …召开 · …揭牌: an event
  { name: 'event', weight: 1, holds: (t) => t.display.some((d) => anEvent.test(d)) },
];

/** How many characters lines have, marks and blanks not counted. */
export function sizeOf(display: readonly string[]): number {
  return display.join('').match(/[\p{Script=Han}\d]/gu)?.length ?? 0;
}
