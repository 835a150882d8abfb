import { nounStart } from '../text/noun.ts';
import { either, oneOf } from '../text/pattern.ts';
import { genericHeads } from './lexicon/generic-head.ts';
import { instrumentStarts } from './lexicon/instrument-start.ts';
import { findPostHeads } from './post.ts';
import type { Span } from './span.ts';
import { isOrganisationName } from './suffix.ts';

/** Where the clause begins that the unit at `at` belongs to; brackets and quotes are walked through. */
export function startOfClause(text: string, from: number, at: number): number {
  let depth = 0;
  for (let i = at - 1; i >= from; i -= 1) {
    if (text[i] === '）' || text[i] === '》' || text[i] === '”') depth += 1;
    else if (text[i] === '（' || text[i] === '《' || text[i] === '“') depth -= 1;
    else if (depth <= 0 && /[，；。：\n　]/.test(text[i]!)) return i + 1;
  }
  return from;
}

const instrumentStart = new RegExp(`(?:三方|双方|多方|全面)?${either(instrumentStarts)}`, 'y');

/** Where the parties' names end and the instrument begins: 云岫区与江东大学、中岫股份|战略合作协议. */
export function endOfParties(text: string, from: number, at: number): number {
  let lastLink = at - 1;
  while (lastLink >= from && text[lastLink] !== '—' && linkAt(text, lastLink, from, at) === 0) lastLink -= 1;
  if (lastLink < from) return at;
  const named = openingName.exec(text.slice(lastLink + 1, at))?.[0] ?? '';
  const words = text.slice(0, at);
  const nameEnd = lastLink + 1 + (/合作(?!社|联社|银行)|协议|框架|共建|战略/.test(named) ? 0 : named.length);
  let end = Math.max(lastLink + 3, nameEnd);
  for (; end < at; end += 1) {
    instrumentStart.lastIndex = end;
    if (instrumentStart.test(words)) break;
  }
  end = Math.min(end, at);
  return isMatter(named, text.slice(nameEnd, end)) ? nameEnd : end;
}

/** 中岫能源股份有限公司: a full name, with the form that may follow. */
const fullEndings = [
  '有限公司',
  '集团公司',
  '集团',
  '公司',
  '合作社',
  '大学',
  '学院',
  '医院',
  '银行',
  '政府',
  '研究院',
  '研究所',
  '协会',
  '[局委区县市]',
];
const openingName = new RegExp(`^.{2,30}?${either(fullEndings)}(?:(?:股份|控股)?有限(?:责任)?公司)?`);

/**
 * …与江东大学|产教融合签约仪式, …与三江食品有限公司|举行竹笋加工项目签约: after a full name comes what it is about,
 * unless the name goes on or an adverb follows.
 */
const fullName = /(?:公司|合作社|大学|医院|银行|政府|研究院|研究所|协会)$/;
const isMatter = (name: string, rest: string): boolean =>
  fullName.test(name) &&
  rest.length > 2 &&
  !isOrganisationName(name + rest) &&
  !/[，（）“”县区]|[部处科室院所系馆厂矿队站局委]$/.test(rest) &&
  adverbs.exec(rest)?.index !== 0;

const countedBodies = ['企业', '公司', '单位', '高校', '部门', '院校', '银行', '医院', '机构'];
const counted = String.raw`[两三四五六七八九十\d]+家(?:本地|重点|龙头)?${oneOf(countedBodies)}?`;
/** 等3家市属企业, 等多所知名高校: how a list ends whose last items are only counted. */
const andOthers = `等${either([
  String.raw`\d+[所家个](?:[省市区县州旗镇乡]|街道)?(?:（[^（）]{1,12}）)?[^，。与和、]{0,8}`,
  String.raw`[多数几\d]*[所家个]?(?:省内外|国内外|知名|本地|重点)?(?:企业|公司|单位|高校|院校|机构|学校|医院)`,
])}?`;
const adverbSorts = [
  '在[^，。、与和]{1,25}',
  '(?<!关)于[^，。、与和]{1,20}',
  '正式',
  '同步',
  '共同',
  '现场',
  '成功',
  '顺利',
  '还',
  '曾',
  '首次',
  '分别',
  '逐一',
  '逐个',
  '依次',
  '先后',
  '陆续',
  '各自',
  '将',
  '计划',
  '拟',
  '已',
  '又',
  '再次',
  '携手',
  '联合',
  '一起',
  '一同',
  '上台',
  '企业代表',
  '央企代表',
  '代表',
  '主要负责人',
  '负责人',
  '之间',
  '举行了?',
  '双方',
  '三方',
  '四方',
  '多方',
  '两地',
  '两[区县市省镇乡校院家]',
  '就(?![业读诊医近与和同])[^，]{2,40}',
  '(?<!成)就',
  '另外?',
  '随后',
  '当场',
  '日前',
  '近日',
  '昨[日天]',
  '今[日天]',
  String.raw`(?:今年|去年|\d+年)?(?:\d+月(?:\d+日)?|\d+日)(?:[上下]午)?`,
  '以[^，。与和]{0,6}',
  counted,
  '[“][^”]*[”][^，。]{0,6}',
  '（[^（）]{1,30}）',
  andOthers,
];
const adverbs = new RegExp(`${either(adverbSorts)}$`);
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
const leading = new RegExp(`^${either(openings)}+`);

/** The coordinated names of a phrase. A missing first name leaves only what follows 与. */
export function partyItems(text: string, phrase: Span): Span[] {
  const end = withoutAdverbs(text, phrase.start, phrase.end);
  // 荔溪与江口两区: neither is a full name
  const arePlaces = /两[区县市省镇乡]$/.test(text.slice(phrase.start, phrase.end));
  const pieces: Span[] = [];
  let depth = 0;
  let from = phrase.start;
  let links = 0;
  for (let i = phrase.start; i <= end; i += 1) {
    const c = text[i] ?? '';
    if (c === '（') depth += 1;
    else if (c === '）') depth -= 1;
    const link = i < end && depth <= 0 ? linkAt(text, i, phrase.start, end) : 0;
    if (i < end && link === 0) continue;
    if (i < end && c !== '、') links += 1;
    pieces.push({ start: from, end: i });
    from = i + Math.max(link, 1);
  }
  if (
    links === 0 &&
    !(pieces.length > 1 && /[两三四五六七八九十\d]+家|[三四多]方|共同|联合/.test(text.slice(end, phrase.end + 4)))
  )
    return [];
  return pieces.flatMap((piece, i) => {
    let start = piece.start + (leading.exec(text.slice(piece.start, piece.end))?.[0].length ?? 0);
    const to = withoutAdverbs(text, start, piece.end);
    if (i === 0) start = firstNameStart(text, start, to);
    return isPartyLike(text.slice(start, to)) && (!arePlaces || /[省市区县镇乡]$/.test(text.slice(start, to)))
      ? [{ start, end: to }]
      : [];
  });
}

/** Where a stretch ends when the adverbs at its end are taken off; what is nothing but adverbs keeps the first. */
function withoutAdverbs(text: string, start: number, end: number): number {
  for (let to = end; ; ) {
    const from = Math.max(start, to - 50); // no adverb is longer
    const match = adverbs.exec(text.slice(from, to));
    if (!match || match[0].length === 0 || from + match.index <= start) return to;
    to = from + match.index;
  }
}

/** The first name may follow other words of the clause; a name that itself begins with 和 keeps it: 和信物流与…. */
function firstNameStart(text: string, from: number, to: number): number {
  if (!/[与和同]/.test(text[from] ?? '')) return Math.max(from, nounStart(text, from, to));
  return nounStart(text, from + 1, to) === from + 1 ? from : nounStart(text, from, to);
}

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

/** 甲携手乙签署: a verb between two names joins them; before the predicate it says only how they sign. */
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
const notParty = new RegExp(`[的了是被将把]|^${either(pointing)}|${oneOf(peopleOrThings)}$`);
