import { either, oneOf } from '../../text/pattern.ts';
import { genericHeads } from '../lexicon/generic-head.ts';
import { findPostHeads } from '../title/post.ts';

/** Whether a stretch can name a party: neither a group without a name, a person's title nor a mere common noun. */
export const isPartyLike = (name: string): boolean =>
  !/人$|^[两三四五六七八九十\d]+家/.test(name) &&
  findPostHeads(name).length === 0 &&
  !/(?:[上下里时后前]|(?<![一二三四五六七八九十附])中|仪式|方式)$/.test(name) &&
  /^[\p{Script=Han}A-Za-z0-9（）·&]{2,26}$/u.test(name) &&
  !genericHeads.has(name) &&
  !notParty.test(name);

/** 双方, 有关单位, 企业负责人: nobody in particular. */
const pointing = [
  '首批',
  '辖区',
  '驻地',
  '周边',
  '当地',
  '首家',
  '双方',
  '三方',
  '各方',
  '两地',
  '企业',
  '上述',
  String.raw`\d`,
  '他',
  '她',
  '我(?![院校局司们])',
  '我们',
  '该',
  '本',
  '有关',
  '相关',
  '各',
  '多',
  '一(?!汽|重)',
  '与会',
];
const peopleOrThings = [
  '企业',
  '负责人',
  '代表',
  '居民',
  '部门',
  '医生',
  '街镇',
  '乡镇',
  '书记',
  '主任',
  '长',
  '总裁',
  '经理',
  '领导',
  '单位',
  '合作',
  '项目',
  '客户',
  '商户',
  '农户',
  '协议',
  '仪式',
  '先生',
  '女士',
  '同志',
];
const notParty = new RegExp(`[的了是被将把]|我[省市区县州旗镇乡校院]$|^${either(pointing)}|${oneOf(peopleOrThings)}$`);
