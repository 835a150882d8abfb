import { matchesOf } from '../../text/match.ts';
import { either, oneOf } from '../../text/pattern.ts';
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
export const endingPattern = either(sorted);
const atEnd = new RegExp(`${endingPattern}$`);

/** 香港公司, 科技公司: one word of the dictionary and 公司. */
function isPlainCompany(name: string): boolean {
  const rest = /^(.{2,3})公司$/.exec(name)?.[1];
  return rest !== undefined && cutWords(rest).length === 1 && /^(?:n|ns|b|v|vn|j|a)$/.test(cutWords(rest)[0]!.tag);
}

/** 乡镇便民服务中心, 市县融媒体中心: those of every town. */
const ofAnyPlace = /^(?:各|乡镇|镇街|镇村|村居|城乡|县乡|市县|区县|县区|乡村|国家级|省级|市级|区级|县级)/;
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

/**
 * The body that a longer name opens with and that the text may go on to call by a short form: the company before its
 * 分公司, 青石街道 before its 文化站. Null for other names.
 */
export const openingBody = (name: string): string | null =>
  (name.endsWith('分公司') ? branch.exec(name)?.[1] : ofStreet.exec(name)?.[1]) ?? null;
const ofStreet = /^((?:.{2,4}[区县市])?.{2,4}街道)(?!办)(?=.{2})/;

/** Whether `name` ends as an organisation's name does and is neither a venue nor a common noun alone. */
export function isOrganisationName(name: string): boolean {
  return (
    atEnd.test(name) &&
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
export function kindOf(name: string): OrganisationKind {
  if (authority.test(name)) return /人大|政协/.test(name) ? 'GOVERNMENT' : 'PARTY';
  const whole = branch.exec(name)?.[1];
  if (whole) return kindOf(whole);
  const match = atEnd.exec(name);
  if (match) return kinds.get(match[0]) ?? endingsOfKind.find(([, pattern]) => pattern.test(name))![0];
  if (/[省市区县州旗镇乡]$/.test(name)) return 'PLACE';
  return /发布$/.test(name) ? 'MEDIA' : /委$/.test(name) ? 'GOVERNMENT' : /办$/.test(name) ? 'GOVERNMENT' : 'COMPANY';
}

/** 中共云岫区第三届委, 云岫区政协. */
const authority = new RegExp(
  '^(?:中共)?.{0,12}[省市区县州旗镇乡](?:第?[一二三四五六七八九十]+届)?' + '(?:委|纪委|人大|政协|人大常委会|委常委会)$',
);

/** Endings that the units of a body have too. */
const ofUnits = [
  '中心',
  '队',
  '分公司',
  '党委',
  '党工委',
  '纪委',
  '团委',
  '工会',
  '常委会',
  '理事会',
  '局',
  '总会',
  '股份',
];
const strong = new RegExp(
  either([
    ...sorted.filter((word) => !ofUnits.includes(word)),
    // Behind a name of some length these tell a body after all.
    '局(?<=.{3})',
    '总会(?<=.{4})',
    '股份(?<=.{4})',
    '[镇乡](?<=.{3})(?=$|党|人大|政府|团委|纪委|人民)',
  ]),
  'g',
);
const localCentre = /^(?:国家|中国|全国|省|市|区|县|.{2,3}[省市区县]|北京|上海|天津|重庆|广州|深圳|世界).{1,12}中心$/;
const ourBody = /^(?:我|本)(?:院|校|局|所|司|馆|市|县|区|镇|公司|集团|学院|医院|学校)/;
/** 州人民代表大会法制委员会: its committees are offices of its own. */
const congress = /^.{1,14}?(?:人民代表大会|人大)(?=(?!常务)[\p{Script=Han}]{2,10}委员会)/u;
const weakUnits = [
  '部',
  '处',
  '科',
  '室',
  '系',
  '车间',
  '中心',
  '区',
  '院',
  '所',
  '办',
  '事务',
  '条线',
  '群',
  '党委',
  '党组',
  '党工委',
  '党总支',
  '党支部',
  '纪委',
  '纪工委',
  '工会',
  '团委',
  '董事会',
  '监事会',
  '理事会',
  '管委会',
  '常委会',
  '委员会',
  '肿瘤科',
  '内科',
  '外科',
];
const weakRest = new RegExp(`^(?:.{0,12}${oneOf(weakUnits)})?$`);

/**
 * Where the organisation's proper name ends in the words before a post, e.g. 8 in 郑州市中心医院妇产科 → 7; 0 when the
 * words are an internal unit, or a name without an ending that the article does not know.
 */
export function organisationEnd(owner: string, isKnown: (name: string) => boolean): number {
  if (isKnown(owner)) return owner.length;
  if (/^(?:集团|公司|总部|学院|学校|医院|全院|全校|学会|协会)(?=.{3})/.test(owner)) return 0;
  let end = (ourBody.exec(owner) ?? congress.exec(owner))?.[0].length ?? 0;
  for (const match of matchesOf(owner, strong)) {
    const to = match.index + match[0].length;
    const name = owner.slice(0, to);
    if (genericHeads.has(name) && !isKnown(name)) continue;
    if (/^(?:设计|科学|技术|工程|创新|中央)?(?:研究|设计)院$/.test(name)) continue;
    if (
      end > 0 &&
      /(?:研究院|中心|委员会|办公室|工作部|门诊部)$/.test(match[0]) &&
      !/[省市区县]/.test(owner.slice(end, to))
    )
      continue;
    if (end > 0 && match[0] === '社区' && match.index === end) continue; // 民政总署社区服务处
    end = to;
  }
  if (end === 0 && localCentre.test(owner)) return owner.length;
  if (end === 0 && /^(?:省|市|区|县|州|镇|乡).{1,8}(?:办|委|中心|队|馆|所|院|站|团|社)$/.test(owner))
    return owner.length;
  if (end === 0 && /.{3,}(?:队|馆|站|社|园|会|店|厂|团|庄|所|基金)$/.test(owner)) return owner.length;
  for (let to = owner.length - 1; to > Math.max(end, 1); to -= 1)
    if (isKnown(owner.slice(0, to)) && weakRest.test(owner.slice(to))) return to;
  if (end === 0) {
    const latin = /^[A-Za-z0-9&][A-Za-z0-9&. ]+(?=\p{Script=Han})/u.exec(owner);
    if (latin && (isKnown(latin[0]) || weakRest.test(owner.slice(latin[0].length)))) return latin[0].length;
  }
  return end;
}
