import { either, oneOf } from '../text/pattern.ts';
import { surnameLength } from '../text/surname.ts';
import { creditLabels, offices, officeStems } from './lexicon/credit-label.ts';
import type { CreditRole } from './parsed-issue.ts';

/** What tells one 记者 from another. */
const sorts = [
  '见习',
  '实习',
  '首席',
  '特约',
  '特派',
  '驻站',
  '全媒体',
  '融媒体',
  '融媒',
  '摄影',
  '文字',
  '资深',
  '高级',
  '一线',
  '驻地',
  '学生',
  '校园',
  '社区',
  '小',
];
/** What those who write are called, as pattern sources. */
export const roleWords = [
  `${oneOf(sorts)}*(?:记者|通讯员)`,
  '实习生',
  '报道员',
  '特约撰稿人?',
  '撰稿人',
  '评论员',
  '观察员',
];
const role = new RegExp(
  String.raw`^(?<employer>[\p{Script=Han}A-Za-z“”]{0,20}?)(?<word>${either(roleWords)})` +
    String.raw`(?=$|[^\p{Script=Han}]|[\p{Script=Han}])`,
  'u',
);

/** 县融媒体中心记者: who employs, and the word for who writes. */
export function findRole(word: string): RegExpExecArray | null {
  return /[者员生稿]/u.test(word) ? role.exec(word) : null; // no role is without them
}

/** The words that say what somebody did (文/甲, 乙 摄, 审核：丙) and the role that they tell. */
export const labels: ReadonlyMap<string, CreditRole> = new Map([
  ...creditLabels.REPORTER.map((word) => [word, 'REPORTER'] as const),
  ...creditLabels.PHOTOGRAPHER.map((word) => [word, 'PHOTOGRAPHER'] as const),
  ...creditLabels.EDITOR.map((word) => [word, 'EDITOR'] as const),
]);

/** Whether a label is a post as well: 编辑 and 责任编辑 are, 审核 is not. */
export function isPost(label: string): boolean {
  return /[编辑]$/u.test(label) && labels.get(label) === 'EDITOR';
}

const body = new RegExp(
  [
    `^[\\p{Script=Han}]{0,14}${oneOf(offices)}$`,
    String.raw`^[\p{Script=Han}]{2,14}[部处室局委办院校厂馆署厅]$`,
    `^${oneOf(officeStems)}[部处科室办委会]$`,
    // 党委宣传科
    String.raw`^[\p{Script=Han}]{4,14}(?:[处科室站所队团会系社馆组部])$`,
    // 化工一部, 机修车间
    String.raw`^[\p{Script=Han}]{1,12}(?:[一二三四五六七八九十\d]{1,3}(?:[部厂队班连科处组]|分厂)|车间|工段|作业区)$`,
  ].join('|'),
  'u',
);
/** The last units of such words. */
const bodyEnds = new Set([
  ...offices.map((office) => office.slice(-1)),
  ...'部处室局委办院校厂馆署厅科会站所队团系社组班连间段区',
]);

/** (融媒体中心 慕容白 何处秋) · (化工一部 慕容白): an employer without 记者. */
export const isBody = (word: string): boolean => bodyEnds.has(word.slice(-1)) && body.test(word);

/** Short names of offices, certain only before somebody's name: 学工部 孔晴 · 党办 孔晴. */
const shortOffice = /^[\p{Script=Han}]{1,3}(?:[部处科室局委办院校系所站队社团会厂厅馆矿]|工会)$/u;
/** 柴沟村 芦根旺: where somebody is from. */
const home = /^[\p{Script=Han}]{2,5}[村镇乡县市区旗届]$/u;
/** What no given name ends in. */
const neverGiven = /[部处室局委办院校厂]$/u;

/** Whether a word is an office in front of the name of one of its people. */
export function isShortOffice(word: string, next: string | undefined): boolean {
  if (
    next === undefined ||
    !(shortOffice.test(word) || home.test(word)) ||
    labels.has(next) ||
    !/^\p{Script=Han}{1,4}$/u.test(next)
  )
    return false;
  return home.test(word) || neverGiven.test(word) || surnameLength(word, 0) === 0;
}

/** 文学院2023级 端木蓉. */
export const grade = /^[\p{Script=Han}]{2,12}(?:20)?\d{2}级[\p{Script=Han}\d]{0,8}$/u;
/** 受访者供图: nobody is named. */
export const unnamed = new Set([
  '管理员',
  '系统管理员',
  '网站管理员',
  '佚名',
  '编辑部',
  '本报编辑部',
  '本站',
  '本网',
  '受访者',
  '受访单位',
  '采访对象',
  '被采访者',
  '当事人',
  '本人',
  '家属',
  '网友',
  '读者',
  '单位',
  '企业',
  '校方',
  '院方',
  '厂方',
  '村里',
  '学校',
  '公司',
  '医院',
  '社区',
  '主办方',
  '主办单位',
  '承办方',
  '活动方',
  '资料',
  '本报',
  '本刊',
  '本报讯',
  '本刊讯',
  '本网讯',
  '本台讯',
  '本站讯',
  '笔者',
]);
/** Nothing but Han characters and the dots of foreign names. */
export const han = /^[\p{Script=Han}·•〇]+$/u;
/** The number of an editor of a web portal: 责任编辑：瞿颖 SN123. */
export const code = /^[A-Z]{1,4}\d{1,5}$/u;
/** One Latin name. */
export const latin = /^[A-Z][\p{L}.'-]+$/u;
