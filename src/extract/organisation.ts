import { nounStart } from '../text/noun.ts';
import type { Reading, Span } from './reading.ts';
import { findPostHeads } from './post.ts';
import { endingPattern, genericHeads, isOrganisationName } from './suffix.ts';

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
      const held = posts.findLast((post) => sentence.start + post.end < end)?.end ?? 0;
      const start = Math.max(clauseStart(text, sentence.start, end - match[0].length), sentence.start + held);
      const from = Math.max(nounStart(text, start, end), start);
      const name = text.slice(from, end);
      const last = found.at(-1);
      if (!isOrganisationName(name) || name.length > 40 || vague.test(name)) continue;
      if (/^[》”’]/.test(text.slice(end)) && /[《“‘]$/.test(text.slice(0, from)) && text[end] === '》') continue;
      if (last && from <= last.start && end > last.end && isContinuation(text, last, end)) found.pop();
      else if (last && from < last.end) continue;
      found.push({ start: from, end, name, rule: 'organisation.ending' });
    }
  }
  return found;
}

/** 大学 + 农学院: the longer name goes on from the shorter one without anything that names a post between them. */
const isContinuation = (text: string, last: Span, end: number): boolean => !/[，。；：！？]/.test(text.slice(last.start, end));

const partyBody = /^(?:党委|党工委|党支部|党总支|纪委|团委|工会|常委会|理事会|组织部|宣传部|统战部|政法委)$/;

const vague = /^(?:各|多|数|有关|相关|部分|一些|广大|所有|全体|一批|某|两|三|几|\d|第|新|大|小|老|本|我|贵|该|其|上述|许多|众多|不少|优质|国有|民营|外资|企业|行业|社会|基层|有形|龙头|重点|一流|专业|医疗|教育|金融|科技|文化)[^大]{0,3}(?:公司|集团|银行|局|学校|医院|协会|中心|大学|学院|机构|委员会|街道|社区|联盟|研究院|研究所|商会|酒店|工厂|队|超市|中学|小学|法院)$|(?:职责|会议|活动|项目|工程)中心$|^(?:.*的)/;

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

const listTail = /等(?:一批|多家|数家|\d+\s*(?:家|个)|[一二三四五六七八九十百]+(?:余|多)?(?:家|个)|在内的)?(?:[\p{Script=Han}A-Za-z]{0,10}?)(?:企业|公司|单位|机构|品牌|巨头|院校|高校|医院|部门|央企|国企|民企|集团|银行|链主|洋面孔|协会|商会|学校|投资方|总部)/gu;

/** Lists that name their kind: 特赞科技、萃达万博、中汉能源等企业. Items need no ending; the kind proves them. */
export function findInLists(reading: Reading): OrganisationMention[] {
  const { text } = reading;
  const found: OrganisationMention[] = [];
  for (const match of text.matchAll(listTail)) {
    let end = match.index;
    if (text[end - 1] === '”' ) continue;
    for (let i = 0; i < 30; i += 1) {
      const comma = Math.max(text.lastIndexOf('、', end - 1), text.lastIndexOf('，', end - 1), ...['。', '；', '：', '\n', '“', '”', '！'].map((c) => text.lastIndexOf(c, end - 1)));
      const isLast = text[comma] !== '、';
      const start = isLast ? listItemStart(text, comma + 1, end) : comma + 1;
      const name = text.slice(start, end);
      if (isListed(name)) found.push({ start, end, name, rule: 'organisation.list' });
      else if (!isListed(name) && i === 0) break;
      if (isLast) break;
      end = comma;
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The first item follows words of its sentence: 既有海昇动力、…; 与中国能建、…; 来自丹麦的菲奥德风能. */
function listItemStart(text: string, from: number, end: number): number {
  const match = /.*(?:与|和|向|由|对|有|为|给|在|的|是|推动|涵盖|包括|吸引|服务|带领|邀请|组织|牵手|引进|携手|会见|走访|来自|如|巨头|企业|公司)/u.exec(text.slice(from, end));
  return match ? from + match[0].length : from;
}

const isListed = (name: string): boolean =>
  /^[\p{Script=Han}A-Za-z0-9（）·&-]{2,20}$/u.test(name) && !/[的了是在将]|^(?:涵盖|围绕|聚焦|推进|加强|提升|一批|科技|金融|文化|教育|医疗|信息|新|大|国有|民营|外资|中小|各|本地|龙头|重点|高校|院所|企业|机构|社区|学校|银行|部门|街道|镇|乡|村)$/u.test(name) && !genericHeads.has(name);

const account = /[“"]?([\p{Script=Han}A-Za-z0-9]{2,12})[”"]?(?:微信公众号|公众号|客户端|微博|视频号|APP|官网|官微)?/u;

/** The media and offices that a source line names: 区投促办; 云岫发布、明州日报; “云栈湾发布”微信公众号. */
export function splitSource(source: string): string[] {
  return source.split(/[、，,；;\s/|]+|和(?=[“"])/u).map((part) => account.exec(part)?.[0] ?? '').filter((name) => name.length > 1);
}
