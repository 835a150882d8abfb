import { either, oneOf } from '../../text/pattern.ts';
import { remembered } from '../../text/remember.ts';
import { cutWords } from '../../text/word.ts';
import type { OrganisationKind } from '../facts.ts';
import { genericHeads } from '../lexicon/generic-head.ts';
import { genericOpening } from '../lexicon/generic-opening.ts';
import { notBodies } from '../lexicon/not-body.ts';
import { endings } from '../lexicon/organisation-ending.ts';

const kinds = new Map(
  endings.flatMap(([kind, words]) => words.map((word) => [word.replace(/\(.*/, ''), kind] as const)),
);
const sorted = endings.flatMap(([, words]) => words).sort((a, b) => b.length - a.length);
const endingsOfKind = endings.map(([kind, words]) => [kind, new RegExp(`${either(words)}$`)] as const);
/** As a pattern source, longest first. */
const endingPattern = either(sorted);
const atEnd = new RegExp(`${endingPattern}$`);

/** 香港公司, 科技公司: one word of the dictionary and 公司. */
function isPlainCompany(name: string): boolean {
  const rest = /^(.{2,3})公司$/.exec(name)?.[1];
  return rest !== undefined && cutWords(rest).length === 1 && /^(?:n|ns|b|v|vn|j|a)$/.test(cutWords(rest)[0]!.tag);
}

/** 乡镇便民服务中心, 市县融媒体中心: those of every town. */
const ofAnyPlace = /^(?:各|乡镇|镇街|镇村|村居|城乡|县乡|市县|区县|县区|乡村|国家级|省级|市级|区级|县级)/;
/** Whether a name ends as organisations' names do. */
export const hasTellingEnding = remembered(5_000, (name) => atEnd.test(name));

/** 摊位进社区, 大学带中学: a slogan's sentence. */
const slogan = new RegExp(
  [
    '.[进入带帮到](?:社区|校园|学校|中学|小学|医院|企业|银行|机关|大学|[日晚]报)$',
    '.[逛游](?:博物馆|图书馆|美术馆|科技馆|文化馆)$',
  ].join('|'),
);
const wholes = [
  '公司',
  '集团',
  '股份',
  '银行',
  '大学',
  '学院',
  '中学',
  '小学',
  '学校',
  '医院',
  '保险',
  '证券',
  '协会',
  '移动',
  '联通',
  '电信',
  '石化',
  '石油',
  '邮政',
  '人寿',
  '烟草',
  '铁塔',
];

/** 明州远图软件股份有限公司临溪分公司, 江东实验小学望江校区: a branch that has a place of its own. */
const branch = new RegExp(String.raw`^(.{2,}${oneOf(wholes)})[\p{Script=Han}]{2,6}(?:分公司|校区|分校|院区)$`, 'u');

/** Words alone, all of the dictionary, and no place or level before them: 附属学校, 专科联盟, 卒中中心. */
function isCommon(name: string): boolean {
  if (ofAnyPlace.test(name)) return cutWords(name.replace(ofAnyPlace, '')).every(({ text }) => text.length > 1);
  if (/^[省市区县镇乡州国中]/.test(name)) return false;
  return (
    genericOpening.test(name) &&
    cutWords(name).every(
      ({ text, tag }) => (text.length > 1 || text === '与' || text === '和') && !/^n[rstz]/.test(tag),
    )
  );
}

/** Whether `name` ends as an organisation's name does and is neither a venue nor a common noun alone. */
export function isOrganisationName(name: string): boolean {
  return (
    hasTellingEnding(name) &&
    (!notBodies.test(name) || branch.test(name)) &&
    !slogan.test(name) &&
    !genericHeads.has(name) &&
    name.length > 2 &&
    !/^第.{1,3}届/.test(name) &&
    !isCommon(name) &&
    !isPlainCompany(name)
  );
}

/** Words that neither a title nor a signing can make a body: a character alone, a verb, a bracket that stays open. */
export const isNoName = (name: string): boolean =>
  name.length < 2 ||
  /^委(?!内)|（[^）]*$|^[^（]*）/.test(name) ||
  (name.length === 2 &&
    verbs.test(
      cutWords(name)
        .map(({ tag }) => tag)
        .join(),
    ));
const verbs = /^(?:v|vn|d|p|c)$/;

/** The kind that a name's ending tells; `OTHER` when it tells none. */
export const kindOf = remembered(5_000, (name): OrganisationKind => {
  if (authority.test(name)) return /人大|政协/.test(name) ? 'GOVERNMENT' : 'PARTY';
  const whole = branch.exec(name)?.[1];
  if (whole) return kindOf(whole);
  const match = atEnd.exec(name);
  if (match) return kinds.get(match[0]) ?? endingsOfKind.find(([, pattern]) => pattern.test(name))![0];
  if (/[省市区县州旗镇乡]$/.test(name)) return 'PLACE';
  return /发布$/.test(name) ? 'MEDIA' : /委$/.test(name) ? 'GOVERNMENT' : /办$/.test(name) ? 'GOVERNMENT' : 'COMPANY';
});

/** 中共云岫区第三届委, 云岫区政协. */
const authority = new RegExp(
  '^(?:中共)?.{0,12}[省市区县州旗镇乡](?:第?[一二三四五六七八九十]+届)?' + '(?:委|纪委|人大|政协|人大常委会|委常委会)$',
);
