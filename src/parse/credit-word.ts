import { either, oneOf } from '../text/pattern.ts';
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
const roleWords = [`${oneOf(sorts)}*(?:记者|通讯员)`, '实习生', '报道员', '特约撰稿人?', '撰稿人', '评论员', '观察员'];
/** 县融媒体中心记者: who employs, and the word for who writes. */
export const role = new RegExp(
  String.raw`^(?<employer>[\p{Script=Han}A-Za-z“”]{0,20}?)(?<word>${either(roleWords)})` +
    String.raw`(?=$|[^\p{Script=Han}]|[\p{Script=Han}])`,
  'u',
);

/** The words that say what somebody did, with the role that they tell. */
export const labels = new Map<string, CreditRole>([
  ...[
    '文',
    '文字',
    '文稿',
    '撰文',
    '采写',
    '撰稿',
    '供稿',
    '整理',
    '文图',
    '图文',
    '文并图',
    '文并摄',
    '文摄',
    '报道',
    '摄影报道',
    '综合报道',
    '综合',
    '作者',
    '通讯',
    '编写',
    '编译',
    '口述',
    '执笔',
  ].map((w) => [w, 'REPORTER'] as const),
  ...['图', '摄', '摄影', '图片', '供图', '制图', '视频', '漫画', '绘图', '插图', '画', '图表', '影'].map(
    (w) => [w, 'PHOTOGRAPHER'] as const,
  ),
  ...[
    '编辑',
    '责任编辑',
    '责编',
    '值班编辑',
    '编审',
    '审核',
    '校对',
    '策划',
    '统筹',
    '监制',
    '主编',
    '终审',
    '初审',
    '复审',
    '美编',
    '版式',
    '视觉',
  ].map((w) => [w, 'EDITOR'] as const),
]);

const offices = [
  '中心',
  '电视台',
  '报社',
  '日报',
  '融媒',
  '宣传部',
  '办公室',
  '街道',
  '公司',
  '医院',
  '卫生院',
  '学校',
  '大学',
  '学院',
  '党校',
  '法院',
  '检察院',
  '公安局',
  '派出所',
  '支行',
  '社区',
  '村委会',
  '中学',
  '小学',
  '[局委办]',
];

/** (融媒体中心 慕容白 何处秋) · (化工一部 慕容白): an employer without 记者. */
export const body = new RegExp(
  [
    // 融媒体中心
    String.raw`^[\p{Script=Han}]{2,14}${either(offices)}$`,
    // 党委宣传科
    String.raw`^[\p{Script=Han}]{4,14}(?:[处科室站所队团会系社馆组])$`,
    // 化工一部, 机修车间
    String.raw`^[\p{Script=Han}]{1,12}(?:[一二三四五六七八九十\d]{1,3}(?:[部厂队班连科处组]|分厂)|车间|工段|作业区)$`,
  ].join('|'),
  'u',
);

/** 文学院2023级 端木蓉. */
export const grade = /^[\p{Script=Han}]{2,12}(?:20)?\d{2}级[\p{Script=Han}\d]{0,8}$/u;
/** 受访者供图: nobody is named. */
export const unnamed = new Set([
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
]);
/** Nothing but Han characters and the dots of foreign names. */
export const han = /^[\p{Script=Han}·•〇]+$/u;
/** One Latin name. */
export const latin = /^[A-Z][\p{L}.'-]+$/u;
