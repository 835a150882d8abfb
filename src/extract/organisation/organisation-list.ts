import { matchesOf } from '../../text/match.ts';
import { nounStart } from '../../text/noun.ts';
import { either, oneOf } from '../../text/pattern.ts';
import { genericHeads } from '../lexicon/generic-head.ts';
import type { OrganisationMention } from './organisation-mention.ts';
import type { Reading } from '../document/reading.ts';
import { isOrganisationName } from './suffix.ts';

const listedSorts = [
  '企业',
  '公司',
  '单位',
  '机构',
  '品牌',
  '巨头',
  '[老新]面孔',
  '院校',
  '高校',
  '医院',
  '部门',
  '央企',
  '国企',
  '民企',
  '集团',
  '银行',
  '链主',
  '洋面孔',
  '协会',
  '商会',
  '学校',
  '投资方',
  '总部',
  '项目',
  '村',
  '社区',
];
const several = String.raw`一批|多家|数家|\d+(?:余|多)?(?:家|个)|[一二三四五六七八九十百]+(?:余|多)?(?:家|个)|在内的`;
/** 甲和乙两家, 甲、乙两个: the count behind a list without 等. */
const countOf = (unit: string): string =>
  `[两三四五六七八九十]${unit}(?<=[和、][^，。、]{2,12}[两三四五六七八九十]${unit})`;
const listTail = new RegExp(
  `${either([`等[“]?(?:${several})?`, countOf('家'), `${countOf('个')}(?=单位|部门|村|社区)`])}` +
    String.raw`(?:[\p{Script=Han}A-Za-z]{0,10}?)[“]?${either(listedSorts)}`,
  'gu',
);

/** With the words of its sentence before it no first item is longer, in UTF-16 units. */
const longestItem = 100;
const delimiters = new Set('、，。；：\n“”！');

/** Lists that name their kind: 特朗科技、萃远万博、中岫能源等企业. Items need no ending; the kind proves them. */
export function findInLists(reading: Reading): OrganisationMention[] {
  const { text } = reading;
  const found: OrganisationMention[] = [];
  for (const match of matchesOf(text, listTail)) {
    let end = match.index;
    if (match[0].startsWith('等') && '高初中平同对甲乙丙'.includes(text[end - 1] ?? ' ')) continue; // 高等学校
    if (!match[0].startsWith('等') && /和[^，。、]{2,12}$/.test(text.slice(Math.max(0, end - 13), end)))
      end = splitLast(text, end, found);
    for (let i = 0; i < 30; i += 1) {
      let comma = end - 1;
      while (comma > end - longestItem && !delimiters.has(text[comma]!)) comma -= 1;
      const isLast = text[comma] !== '、';
      const start = listItemStart(text, comma + 1, end, isLast);
      const name = text.slice(start, end);
      const joined = /^(.{3,}?)(?:和|与|及)(.{3,})$/.exec(name);
      if (joined && isOrganisationName(joined[1]!) && isOrganisationName(joined[2]!)) {
        found.push(
          { start, end: start + joined[1]!.length, name: joined[1]!, rule: 'organisation.list' },
          { start: end - joined[2]!.length, end, name: joined[2]!, rule: 'organisation.list' },
        );
      } else if (isListed(name)) found.push({ start, end, name, rule: 'organisation.list' });
      else if (i === 0) break;
      if (isLast) break;
      end = comma;
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** 甲、乙和丙三家企业: the last item comes after 和. */
function splitLast(text: string, end: number, found: OrganisationMention[]): number {
  const at = text.lastIndexOf('和', end);
  if (isListed(text.slice(at + 1, end)))
    found.push({ start: at + 1, end, name: text.slice(at + 1, end), rule: 'organisation.list' });
  return at;
}

/** The first item follows words of its sentence: 既有海昇动力、…; 与中岫能建、…; 来自丹麦的菲奥德风能. */
function listItemStart(text: string, from: number, end: number, isFirst: boolean): number {
  const match = (isFirst ? opensList : describesItem).exec(text.slice(from, end));
  const start = match ? from + match[0].length : from;
  const noun = isFirst ? nounStart(text, start, end) : start;
  return end - noun >= 2 ? noun : start;
}

const describesItem = /.*(?:来自[^的]*的|以及|巨头|龙头|品牌)|^及/u;
const listOpenings = [
  '以及',
  '与',
  '和',
  '向',
  '由',
  '对',
  '有',
  '为',
  '给',
  '在',
  '的',
  '是',
  '推动',
  '涵盖',
  '包括',
  '吸引',
  '服务',
  '带领',
  '邀请',
  '组织',
  '牵手',
  '引进',
  '携手',
  '会见',
  '走访',
  '来自',
  '如',
  '巨头',
  '企业',
  '公司(?=.)',
  '项目',
];
const opensList = new RegExp(`.*${either(listOpenings)}`, 'u');

/** Whether words can be an item of a list of bodies. */
export const isListed = (name: string): boolean =>
  /^[\p{Script=Han}A-Za-z0-9（）·&-]{2,20}$/u.test(name) &&
  !commonItem.test(name) &&
  !genericHeads.has(name) &&
  !otherItem.test(name);

/** 神经内科, 副主任, 人民广场: a ward, a post or a place. */
const wardOrPost = [
  '[病伤外内儿灸肤腔吸喉产妇眼骨经瘤化尿谢醉诊疗]科',
  '科室',
  '委员',
  '主任',
  '书记',
  '经理',
  '代表',
  '成员',
  '负责人',
  '[省市区县局院校]长',
];
const otherItem = new RegExp(`${either(wardOrPost)}$|(?:体育中心|会展中心|广场|公园|隧道|大桥|立交桥)$`);

/** 新能源, 龙头企业: a kind of thing, or words of the sentence. */
const commonWords = [
  '涵盖',
  '围绕',
  '聚焦',
  '推进',
  '加强',
  '提升',
  '一批',
  '科技',
  '金融',
  '文化',
  '教育',
  '医疗',
  '信息',
  '新',
  '大',
  '国有',
  '民营',
  '外资',
  '中小',
  '各',
  '本地',
  '龙头',
  '重点',
  '高校',
  '院所',
  '企业',
  '机构',
  '社区',
  '学校',
  '银行',
  '部门',
  '街道',
  '镇',
  '乡',
  '村',
];
const commonItem = new RegExp(`[的了是在将]|^${oneOf(commonWords)}$`, 'u');
