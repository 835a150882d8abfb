import { nounStart } from '../text/noun.ts';
import type { AgreementStage } from './facts.ts';
import { instrumentAfter, instrumentBefore } from './instrument.ts';
import type { Instrument } from './instrument.ts';
import type { PlaceOf } from './place.ts';
import type { OrganisationMention } from './organisation-mention.ts';
import type { Reading, Span } from './reading.ts';
import { findPostHeads } from './post.ts';
import { genericHeads } from './lexicon/organisation-ending.ts';

/** One signing predicate as the sentence has it, before parties are resolved. Offsets are into the reading's text. */
export interface Signing {
  readonly sentence: Span;
  readonly predicate: Span;
  /** The words that name the parties; empty when they stand elsewhere. */
  readonly phrase: Span;
  /** The parties' names in the phrase, as far as its own grammar shows them. */
  readonly items: readonly Span[];
  readonly instrument: Instrument | null;
  readonly form: 'PARTIES' | 'CEREMONY' | 'COLLECTIVE';
  readonly stage: AgreementStage;
  readonly isRenewal: boolean;
  readonly declaredCount: number | null;
}

const predicate = /(?<![标书抽牙求竹])(?:续签|签署|签订|签定|签约|签下|签字)(?!率|作家|墙|打卡|服务|居民|人群|售|证|收|发|额|人数|后|以来|以后|\d+人|，\s*履约|条件|方式|的)/g;
const notSigning = /(?:家庭医生|重点人群|人群|医生|居民|上门|线上)$/;
const ceremony = /^(?:暨[^，。；]{0,30}?)?(?:授牌|揭牌|启动|发布)?(?:仪式|活动|现场(?!集中)|大会|会(?=[在上，])|签字仪式|揭牌仪式)/;
const collective = /(?:(\d+|[一二三四五六七八九十百]+)\s*个?[^，。；]{0,12}?(?:项目|企业)[^，。；与和]{0,10}|项目)(?:现场|正式)?集中签约|签约项目\s*(\d+)\s*个|(\d+)个?[^，。；与和]{0,12}项目[^，。；与和]{0,6}签约/;

/** Parties, host and agreements each ask for the signings of the same article. */
const known = new WeakMap<Reading, readonly Signing[]>();

/** Finds every signing that the text reports. Signed house contracts, enrolled patients and signature walls are none. */
export function findSignings(reading: Reading): readonly Signing[] {
  const signings = known.get(reading) ?? readSignings(reading);
  known.set(reading, signings);
  return signings;
}

function readSignings(reading: Reading): Signing[] {
  const { text } = reading;
  const found: Signing[] = [];
  for (const sentence of reading.sentences) {
    const clause = text.slice(sentence.start, sentence.end);
    const group = /累计|历年/.test(clause) ? null : collective.exec(clause); // a sum of years is no signing
    if (group && !/率/.test(clause.slice(group.index + group[0].length, group.index + group[0].length + 1))) {
      const start = sentence.start + group.index;
      const span = { start, end: start + group[0].length };
      found.push({ sentence, predicate: span, phrase: { start: sentence.start, end: start }, items: [], instrument: { title: null, kind: 'PROJECT' }, form: 'COLLECTIVE', stage: 'SIGNED', isRenewal: false, declaredCount: numberOf(group[1] ?? group[2] ?? group[3]) });
    }
    for (const match of clause.matchAll(predicate)) {
      const at = sentence.start + match.index;
      const end = at + match[0].length;
      if (notSigning.test(text.slice(sentence.start, at)) || /[本此这]次$/.test(text.slice(sentence.start, at)) || isInTitle(text, sentence, at)) continue;
      if (group && at >= sentence.start + group.index && at < sentence.start + group.index + group[0].length) continue;
      const after = text.slice(end, sentence.end);
      const isCeremony = ceremony.test(after);
      const clauseStart = startOfClause(text, sentence.start, at);
      const before = text.slice(clauseStart, at);
      if (isCeremony && /(?:出席|参加|见证|主持|举行|举办)(?:了|此次|本次|这次|该)*$/.test(before)) continue;
      if (/(?:见证|出席|参加|主持)(?:了|项目|双方)?$/.test(before) && !instrumentAfter(after)) continue;
      const instrument = isCeremony ? instrumentBefore(before) : instrumentAfter(after) ?? (match[0] === '签约' && /协议|合作|项目/.test(before) ? instrumentBefore(before) : null);
      const phrase = { start: clauseStart, end: endOfParties(text, clauseStart, at) };
      found.push({
        sentence, predicate: { start: at, end }, phrase, items: partyItems(text, phrase), instrument, form: isCeremony ? 'CEREMONY' : 'PARTIES',
        stage: stageOf(text.slice(sentence.start, at), before), isRenewal: match[0] === '续签' || /新一轮/.test(after.slice(0, 8)), declaredCount: null,
      });
    }
  }
  return found;
}

/** The organisations that only their place in a signing proves: 和而泰 … 与中国电信签署. */
export function findSigningParties(reading: Reading): OrganisationMention[] {
  return findSignings(reading).flatMap(({ items }) => items.map(({ start, end }) => ({ start, end, name: reading.text.slice(start, end), rule: 'organisation.signing-party' })));
}

/** The district that signs without being named: 23个项目集中签约; 与中国能建、中智股份签署 with the subject left out. */
export function findHost(reading: Reading, placeOf: PlaceOf): OrganisationMention[] {
  const isElided = findSignings(reading).some(({ form, items, phrase, stage, predicate: { start, end } }) => form === 'COLLECTIVE' || (stage !== 'ANNOUNCED' && ((form === 'PARTIES' && items.length > 0 && /^(?:会上|并|还|在[^，]{1,30})?与/.test(reading.text.slice(phrase.start, start))) || directObject.test(reading.text.slice(end)))));
  if (!isElided) return [];
  return ['区', '县', '市'].map(placeOf).flatMap((name) => {
    const start = name ? reading.text.indexOf(name) : -1;
    return name && start >= 0 ? [{ start, end: start + name.length, name, rule: 'organisation.host' }] : [];
  }).slice(0, 1);
}

/** 签约亿元级代表性项目扬子江药业: the project that was signed is named after the predicate. */
export const directObject = /^(?:了)?[^，。；《]{0,10}项目(?=[\p{Script=Han}]{3})/u;

function stageOf(sentence: string, clause: string): AgreementStage {
  if (/(?:将于|将在|还将|即将|计划|拟于?|预计|有望|准备|商定)[^，。；]*$/.test(clause) || /(?<!即)将(?:与|同|和|正式)?[^，。；]{0,25}$/.test(clause) && !/表示/.test(clause)) return 'ANNOUNCED';
  if (/(?:曾经?|此前|早在|首次)[^，。；]*$/.test(clause) || /其间|此前|早在|去年|年来/.test(sentence) || /(?:今年|20\d\d年)\d{1,2}月(?!\d)[^，。]{0,2}，[^，。]*$/.test(sentence)) return 'BACKGROUND';
  return 'SIGNED';
}

/** Inside 《》 the word is part of a title. */
function isInTitle(text: string, sentence: Span, at: number): boolean {
  const open = text.lastIndexOf('《', at);
  return open >= sentence.start && text.indexOf('》', open) > at;
}

function startOfClause(text: string, from: number, at: number): number {
  let depth = 0;
  for (let i = at - 1; i >= from; i -= 1) {
    if (text[i] === '）' || text[i] === '》' || text[i] === '”') depth += 1;
    else if (text[i] === '（' || text[i] === '《' || text[i] === '“') depth -= 1;
    else if (depth <= 0 && /[，；。：\n　]/.test(text[i]!)) return i + 1;
  }
  return from;
}

const instrumentStart = /(?:三方|双方|多方|全面)?(?:全面|深化|产业|校地|校企|政企|银企|银政|产学研|友好|新一轮|紧密型|[^与和、]{0,6}专科联盟|碳中和|数字化|乡村振兴|东西部|省校|市校|区校|院地|央地|关于|战略|框架|合作|共建|项目|协作|结对|投资|[^与和、]{0,6}(?:基地|实验室)|合作办学|联合培养)/;

/** Where the parties' names end and the instrument begins: 徐汇区与复旦大学、中智股份|战略合作协议. */
function endOfParties(text: string, from: number, at: number): number {
  const words = text.slice(from, at);
  let lastLink = words.length - 1;
  while (lastLink >= 0 && (!/[与和、—同-]/.test(words[lastLink]!) || isInsideWord(words, lastLink))) lastLink -= 1;
  if (lastLink < 0) return at;
  const rest = words.slice(lastLink + 1);
  const named = /^.{2,30}?(?:有限公司|集团公司|集团|公司|大学|学院|医院|银行|政府|研究院|研究所|协会|[局委区县市])/.exec(rest)?.[0] ?? '';
  const nameEnd = lastLink + 1 + (/合作|协议|框架|共建|战略/.test(named) ? 0 : named.length);
  for (let i = Math.max(lastLink + 3, nameEnd); i < words.length; i += 1) {
    const match = instrumentStart.exec(words.slice(i));
    if (match?.index === 0) return from + i;
  }
  return at;
}

const adverbs = /(?:在[^，。、与和]{1,25}|(?<!关)于[^，。、与和]{1,20}|正式|同步|共同|现场|成功|还|曾|首次|分别|依次|将|计划|拟|已|又|再次|携手|上台|企业代表|央企代表|代表|主要负责人|负责人|之间|举行了?|双方|今年\d+月|就[^，]{2,40}|随后|当场|日前|近日|昨日|今日|\d+日|以[^，。与和]{0,6}|[两三四五六七八九十\d]+家(?:本地)?(?:企业|公司|单位|高校|部门|院校)?|[“][^”]*[”][^，。]{0,6}|等)$/;
const leading = /^(?:又|还|再|\d+月\d+日|当天|当日|会上|会前|会后|仪式上|活动中|活动上|同日|日前|近日|随后|其中|并|此外|同时|由|在|来自[^，、与和]{1,8}的|[“]|此次|本次|上午|下午)+/;

/** The coordinated names of a phrase. A missing first name leaves only what follows 与. */
function partyItems(text: string, phrase: Span): Span[] {
  let end = phrase.end;
  for (let match = adverbs.exec(text.slice(phrase.start, end)); match; match = adverbs.exec(text.slice(phrase.start, end))) {
    if (match.index === 0 || match[0].length === 0) break;
    end = phrase.start + match.index;
  }
  const pieces: Span[] = [];
  let depth = 0;
  let from = phrase.start;
  let links = 0;
  for (let i = phrase.start; i <= end; i += 1) {
    const c = text[i] ?? '';
    if (c === '（') depth += 1;
    else if (c === '）') depth -= 1;
    if (i < end && (depth > 0 || !/[、与和同-]/.test(c) || isInsideWord(text, i))) continue;
    if (i < end && c !== '、') links += 1;
    pieces.push({ start: from, end: i });
    from = i + 1;
  }
  if (links === 0 && !(pieces.length > 1 && /[两三四五六七八九十\d]+家|共同|联合/.test(text.slice(end, phrase.end)))) return [];
  return pieces.flatMap((piece, i) => {
    let { start, end: to } = piece;
    start += leading.exec(text.slice(start, to))?.[0].length ?? 0;
    for (let match = adverbs.exec(text.slice(start, to)); match && match.index > 0; match = adverbs.exec(text.slice(start, to))) to = start + match.index;
    if (i === 0) start = Math.max(start, nounStart(text, start, to));
    const name = text.slice(start, to);
    return isPartyLike(name) ? [{ start, end: to }] : [];
  });
}

/** 碳中和, 共和, 和平: no conjunction. */
const isInsideWord = (text: string, at: number): boolean => (text[at] === '和' && /碳中$|[共温缓调饱祥]$/.test(text.slice(at - 2, at))) || /^和[平谐睦解谈而]|^同[济仁方]/.test(text.slice(at, at + 2));

const isPartyLike = (name: string): boolean =>
  !/人$|^[两三四五六七八九十\d]+家/.test(name) && findPostHeads(name).length === 0 && !/(?:[上中下里时后前]|仪式|方式)$/.test(name) && /^[\p{Script=Han}A-Za-z0-9（）·&]{2,26}$/u.test(name) && !genericHeads.has(name) && !/[的了是被将把]|^(?:双方|三方|各方|两地|企业|上述|\d|他|她|我(?![院校市区县局司们])|我们|有关|相关|各|多|一|与会)|(?:企业|负责人|代表|居民|部门|医生|街镇|乡镇|书记|主任|长|总裁|经理|领导|单位|合作|项目|客户|商户|农户|协议|仪式|先生|女士|同志)$/.test(name);

const numerals = '零一二三四五六七八九十';
function numberOf(words: string | undefined): number | null {
  if (!words) return null;
  if (/^\d+$/.test(words)) return Number(words);
  const [tens, ones] = words.split('十');
  if (ones === undefined) return Math.max(numerals.indexOf(words), 0) || null;
  return (tens ? numerals.indexOf(tens) : 1) * 10 + (ones ? numerals.indexOf(ones) : 0);
}
