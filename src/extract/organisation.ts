import { isFunctionWord, nounStart } from '../text/noun.ts';
import { cutWords } from '../text/word.ts';
import type { Reading, Span } from './reading.ts';
import { readName } from './name.ts';
import { findPostHeads } from './post.ts';
import { genericHeads } from './lexicon/organisation-ending.ts';
import { endingPattern, isOrganisationName } from './suffix.ts';

/** A place of the text where an organisation is named, and the rule that saw it. */
export interface OrganisationMention extends Span {
  readonly name: string;
  readonly rule: string;
}

const ending = new RegExp(endingPattern, 'g');

/** Names that end as organisations' names do: 区人才工作局, 上海新微科技集团有限公司. The longest name from one start counts. */
export function findByEnding(reading: Reading): OrganisationMention[] {
  const { text } = reading;
  const found: OrganisationMention[] = [];
  for (const sentence of reading.sentences) {
    const clause = text.slice(sentence.start, sentence.end);
    const posts = findPostHeads(clause);
    for (const match of clause.matchAll(ending)) {
      const end = sentence.start + match.index + match[0].length;
      const after = text.slice(end, end + 4);
      if (partyBody.test(match[0]) && /^(?:副?书记|副?主任|委员|常委|秘书|成员|宣传|办公室|会议|理论|工作)/.test(after)) continue;
      if (after[0] === '长' && /[副代兼原]/.test(clause[match.index - 1] ?? '')) continue;
      const held = posts.findLast((post) => sentence.start + post.end < end && isHeld(text, sentence.start + post.end))?.end ?? 0;
      const start = Math.max(clauseStart(text, sentence.start, end - match[0].length), sentence.start + held);
      if (text.slice(end - 2 * match[0].length, end - match[0].length) === match[0]) continue; // the second 局 of 教育局局长
      let from = Math.max(nounStart(text, start, end), start);
      if (isUnbrokenLocalName(text.slice(start, end))) from = start;
      from += leadingWord.exec(text.slice(from, end))?.[0].length ?? 0;
      const name = text.slice(from, end);
      const last = found.at(-1);
      if (last && from === last.end && branch.test(name)) {
        found.splice(-1, 1, { ...last, end, name: text.slice(last.start, end) });
        continue;
      }
      if (!isOrganisationName(name) || /\d家?$/.test(text.slice(start, from)) || /^家/.test(name) || name.length > 40 || vague.test(name)) continue;
      if (/^[》”’]/.test(text.slice(end)) && /[《“‘]$/.test(text.slice(0, from)) && text[end] === '》') continue;
      if (last && from <= last.start && end > last.end && isContinuation(text, last, end)) found.pop();
      else if (last && from < last.end) continue;
      found.push({ start: from, end, name, rule: 'organisation.ending' });
    }
  }
  return found;
}

/** A post that somebody holds there; 市长 in 市长兴岛管委会 is none. */
const isHeld = (text: string, end: number): boolean => /^[兼、，]/.test(text.slice(end)) || readName(text, end) !== null;

const branch = /^(?:.{2,6})(?:分公司|分行|支行|分院|院区|分局|分会|分校|分社|分部)$/;

/** 大学 + 农学院: the longer name goes on from the shorter one without anything that names a post between them. */
const isContinuation = (text: string, last: Span, end: number): boolean => !/[，。；：！？]/.test(text.slice(last.start, end));

/** 临溪县好又来餐饮店: from the delimiter on, a place and words that no sentence is made of. */
function isUnbrokenLocalName(name: string): boolean {
  if (!/^[\p{Script=Han}]{2,3}[市区县镇]/u.test(name) || name.length > 16 || /[的了在与和由向对将被把是为]/.test(name)) return false;
  const place = /^[\p{Script=Han}]{2,3}?[市区县镇]/u.exec(name)![0];
  if (nounStart(place, 0, place.length) > 0) return false;
  return cutWords(name).every(({ text, tag }) => text.length === 1 || (!isFunctionWord(text) && !/^(?:v|d|p|c|t|r)$/.test(tag)));
}

/** A verb or particle of one character that the dictionary leaves at a name's beginning. */
const leadingWord = /^(?:记|访|看|听|到|来|让|请|受|好|拉上|及|并|为|以)(?=[\p{Script=Han}]{3})/u;
const partyBody = /^(?:党委|党工委|党支部|党总支|纪委|团委|工会|常委会|理事会|组织部|宣传部|统战部|政法委)$/;

const vague = /^(?:各|多|数|有关|相关|部分|一些|广大|所有|全体|一批|某|两|三|几|\d|第|本|我|贵|该|其|上述|许多|众多|不少|优质|国有|民营|外资|企业|行业|社会|基层|有形|龙头|重点|一流|专业|医疗|教育|金融|科技|文化)[^大]{0,3}(?:公司|集团|银行|局|学校|医院|协会|中心|大学|学院|机构|委员会|街道|社区|联盟|研究院|研究所|商会|酒店|工厂|队|超市|中学|小学|法院)$|(?:职责|会议|活动|项目|工程)中心$|^(?:新|大|小|老)(?:公司|集团|银行|学校|医院|协会|中心|大学|学院|机构|街道|社区|酒店|工厂|中学|小学)$|^(?:.*的)/;

/** After the last delimiter that cannot stand inside a name; brackets that close stay inside. */
function clauseStart(text: string, from: number, to: number): number {
  let depth = 0;
  for (let i = to - 1; i >= from; i -= 1) {
    const c = text[i]!;
    if (c === '）') depth += 1;
    else if (c === '（') {
      if (depth === 0) return i + 1;
      depth -= 1;
    } else if (/[，。、；：！？“”‘’《》〈〉\n　—]/.test(c)) return i + 1;
  }
  return from;
}

const listTail = /(?:等[“]?(?:一批|多家|数家|\d+(?:余|多)?(?:家|个)|[一二三四五六七八九十百]+(?:余|多)?(?:家|个)|在内的)?|(?<=和[^，。、]{2,12})[两三四五六七八九十]家)(?:[\p{Script=Han}A-Za-z]{0,10}?)[“]?(?:企业|公司|单位|机构|品牌|巨头|院校|高校|医院|部门|央企|国企|民企|集团|银行|链主|洋面孔|协会|商会|学校|投资方|总部|项目|链主|洋面孔)/gu;

/** Lists that name their kind: 特赞科技、萃达万博、中汉能源等企业. Items need no ending; the kind proves them. */
export function findInLists(reading: Reading): OrganisationMention[] {
  const { text } = reading;
  const found: OrganisationMention[] = [];
  for (const match of text.matchAll(listTail)) {
    let end = match.index;
    if (!match[0].startsWith('等')) end = splitLast(text, end, found);
    for (let i = 0; i < 30; i += 1) {
      const comma = Math.max(text.lastIndexOf('、', end - 1), text.lastIndexOf('，', end - 1), ...['。', '；', '：', '\n', '“', '”', '！'].map((c) => text.lastIndexOf(c, end - 1)));
      const isLast = text[comma] !== '、';
      const start = listItemStart(text, comma + 1, end, isLast);
      const name = text.slice(start, end);
      const joined = /^(.{3,}?)(?:和|与|及)(.{3,})$/.exec(name);
      if (joined && isOrganisationName(joined[1]!) && isOrganisationName(joined[2]!)) {
        found.push({ start, end: start + joined[1]!.length, name: joined[1]!, rule: 'organisation.list' }, { start: end - joined[2]!.length, end, name: joined[2]!, rule: 'organisation.list' });
      } else if (isListed(name)) found.push({ start, end, name, rule: 'organisation.list' });
      else if (!isListed(name) && i === 0) break;
      if (isLast) break;
      end = comma;
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** 甲、乙和丙三家企业: the last item comes after 和. */
function splitLast(text: string, end: number, found: OrganisationMention[]): number {
  const at = text.lastIndexOf('和', end);
  if (isListed(text.slice(at + 1, end))) found.push({ start: at + 1, end, name: text.slice(at + 1, end), rule: 'organisation.list' });
  return at;
}

/** The first item follows words of its sentence: 既有海昇动力、…; 与中国能建、…; 来自丹麦的菲奥德风能. */
function listItemStart(text: string, from: number, end: number, isFirst: boolean): number {
  const match = (isFirst ? opensList : describesItem).exec(text.slice(from, end));
  const start = match ? from + match[0].length : from;
  const noun = isFirst ? nounStart(text, start, end) : start;
  return end - noun >= 2 ? noun : start;
}

const describesItem = /.*(?:来自[^的]*的|以及|巨头|龙头|品牌)|^及/u;
const opensList = /.*(?:以及|与|和|向|由|对|有|为|给|在|的|是|推动|涵盖|包括|吸引|服务|带领|邀请|组织|牵手|引进|携手|会见|走访|来自|如|巨头|企业|公司(?=.)|项目)/u;

const isListed = (name: string): boolean =>
  /^[\p{Script=Han}A-Za-z0-9（）·&-]{2,20}$/u.test(name) && !/[的了是在将]|^(?:涵盖|围绕|聚焦|推进|加强|提升|一批|科技|金融|文化|教育|医疗|信息|新|大|国有|民营|外资|中小|各|本地|龙头|重点|高校|院所|企业|机构|社区|学校|银行|部门|街道|镇|乡|村)$/u.test(name) && !genericHeads.has(name);

const account = /[“"]?([\p{Script=Han}A-Za-z0-9]{2,20}?)[”"]?(?:微信公众号|公众号|客户端|微博|视频号|APP|官网|官微)?$/u;

const accounts = /((?:“[^”]{2,10}”)+)(?:等)?(?:[两三四五\d]+个)?(?:微信公众号|公众号|视频号|抖音号|客户端)/gu;
const actingPlace = /(?<=[，。\n　])([\p{Script=Han}]{2,4}[区县市])(?=新?(?:组建|成立|出台|召开|举办|启动|推出|印发)|与[^，。]{2,20}(?:合作|共建)|将与)/gu;
const asCompany = /(?<=[，。\n　])([\p{Script=Han}A-Za-z0-9]{2,12})(?=作为[^，。]{0,10}企业)/gu;
const staff = /([\p{Script=Han}A-Za-z0-9]{3,14})(?:工作人员|相关负责人|有关负责人)/gu;

/** Bodies that only what they do proves: 徐汇区新组建了…, 和而泰作为受邀企业, 漕创经发工作人员. */
export function findByAction(reading: Reading): OrganisationMention[] {
  const { text } = reading;
  const found = [actingPlace, asCompany].flatMap((pattern) => [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length, name: match[0], rule: 'organisation.acting' })));
  for (const match of text.matchAll(accounts)) {
    for (const quoted of match[1]!.matchAll(/“([^”]+)”/g)) {
      const start = match.index + quoted.index + 1;
      found.push({ start, end: start + quoted[1]!.length, name: quoted[1]!, rule: 'organisation.account' });
    }
  }
  for (const match of text.matchAll(staff)) {
    const end = match.index + match[1]!.length;
    const start = nounStart(text, match.index, end);
    const name = text.slice(start, end);
    if (name.length >= 3 && isListed(name) && !/(?:部门|单位|企业|项目|机构|活动|领导|中心|方|场馆|部|科|处|室|业务)$/.test(name)) found.push({ start, end, name, rule: 'organisation.staff' });
  }
  return found;
}

/** The media and offices that a source line names: 区投促办; 云岫发布、明州日报; “云栈湾发布”微信公众号. */
export function splitSource(source: string): string[] {
  return source.split(/[、，,；;\s/|]+|和(?=[“"])/u).map((part) => account.exec(part)?.[1] ?? '').filter((name) => name.length > 1);
}
