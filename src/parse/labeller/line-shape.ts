import { either } from '../../text/pattern.ts';
import { findPrintedDate } from '../../text/printed-date.ts';
import { endsSentence, leavesOpen, newsLead, startsMidSentence, stopsShort } from '../../text/sentence.ts';
import { isNameLine, isUnitNameLine, readBylineLine } from '../byline.ts';
import { endsPictured, endsWithPhotographer, isPhotoCredit, opensCaption } from '../caption.ts';
import { readCredits } from '../credit.ts';
import { isDispatchTitle } from '../dispatch.ts';
import { itemsOf } from '../furniture/item.ts';
import { findHeadByline } from '../head-byline.ts';
import { findJumpFrom, findJumpOnto } from '../jump.ts';
import { numberOf } from './feature-word.ts';
import { adverbials } from '../lexicon/adverbial.ts';
import { footMarks, listHeads, menuWords } from '../lexicon/furniture.ts';
import type { Line } from '../line.ts';
import { isIndexHead, isSectionName, mastheadStrength } from '../masthead.ts';
import { findNoticeLead, isBoxLine, isNoticeLine } from '../notice.ts';
import { findSource, opensSource } from '../source.ts';
import { findSignature, findTailByline, findTrailingCredits } from '../tail-byline.ts';
import { endsTeaser, isCrossReference, opensTeaser } from '../teaser.ts';

/** What a line is by itself, before anything around it is looked at. Words are told by their numbers (`numberOf`). */
export interface LineShape {
  /** What the line is made of, each sign as a word. */
  readonly signs: readonly number[];
  /** The one trait that tells most, by which its neighbours know the line. */
  readonly kind: number;
  /** How the line ends, as a word. */
  readonly end: number;
  /** Its first unit, or one that stands for all of its kind. */
  readonly start: number;
  /** How long it is, in fine and in coarse steps. */
  readonly length: number;
  readonly size: number;
  /** How many commas and full stops it has, as far as that matters. */
  readonly commas: number;
  readonly stops: number;
  /** The share of Han characters, its indentation and the empty lines before it, in steps. */
  readonly han: number;
  readonly indent: number;
  readonly gap: number;
  readonly isProse: boolean;
  /** Whether a signature, source or jump ends a text with this line. */
  readonly isClosing: boolean;
}

const foot = new RegExp(either(footMarks), 'iu');
const listHead = new RegExp(String.raw`^[【[■●◆▶]* ?${either(listHeads)} ?[】\]:(\d)]*$`, 'u');
const menu = new Set(menuWords);
const opening = new RegExp(`^${either(adverbials)}`, 'u');
const contact = /(?:电话|热线|邮箱|地址|联系人|网址|邮编|传真|账号|开户行) ?:/u;
const salutation = /^(?:编辑同志|编者按|各位|尊敬的|亲爱的|广大)/u;
const said = /(?:表示|指出|强调|说|认为|要求|介绍|坦言|告诉)/u;
const medium = /^[\p{Script=Han}A-Za-z]{2,10}(?:发布|融媒|融媒体|融媒体中心|新闻网|在线|日报|晚报|网|客户端|报)$/u;
const siteWord = /(?:备案|版权|公网安备|主办|承办|协办|维护|地址|邮编|技术支持|举报|许可证|网站)/u;

const measure = (value: number, bounds: readonly number[]): number => {
  const at = bounds.findIndex((bound) => value <= bound);
  return at < 0 ? bounds.length : at;
};
const lengths = [1, 2, 4, 6, 8, 12, 16, 20, 25, 32, 40, 60, 100];
const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** What the last characters of a line say. */
function endOf(folded: string): string {
  const last = folded.slice(-1);
  if (/[。;]/.test(last)) return '。';
  if (/[!?…]/.test(last)) return '!';
  if (/[”’"」』]/.test(last)) return /[。!?…;,][”’"」』]$/u.test(folded) ? '。”' : '”';
  if (/[)】\]》〉]/.test(last)) return endsSentence(folded) ? '。)' : last;
  if (/[,、:—]/.test(last)) return last;
  if (/\d/.test(last)) return '0';
  if (/\p{Script=Han}/u.test(last)) return '字';
  return /[A-Za-z]/.test(last) ? 'a' : '-';
}

function startOf(folded: string): number {
  const first = folded.charAt(0);
  if (/\p{Script=Han}/u.test(first)) return '字'.charCodeAt(0);
  if (/\d/.test(first)) return '0'.charCodeAt(0);
  return (/[A-Za-z]/.test(first) ? 'a' : first).charCodeAt(0);
}

/** What a line is made of, as pages of the web and of paper print it. */
function signsOf(folded: string): Set<string> {
  const signs = new Set<string>();
  const add = (name: string, holds: boolean): void => {
    if (holds) signs.add(name);
  };
  if (folded.length <= 220) {
    const items = itemsOf(folded);
    for (const { kind } of items) if (kind !== 'WORD') signs.add(`item ${kind}`);
    const words = items.filter(({ kind }) => kind === 'WORD');
    add('items only', items.length > 0 && words.length === 0);
    const free = words.reduce((sum, { start, end }) => sum + end - start, 0);
    if (items.length > words.length) signs.add(`words ${measure(free, [0, 4, 8, 16, 30])}`);
    const strength = mastheadStrength(folded);
    if (strength > 0) signs.add(`page head ${Math.min(3, strength)}`);
    const parts = folded.split(/[\s|·>/]+/u).filter((w) => w !== '');
    const known = parts.filter((w) => menu.has(w) || isSectionName(w)).length;
    if (known > 0)
      signs.add(`menu ${measure(known / parts.length, [0.3, 0.6, 0.99])} ${measure(parts.length, [1, 2, 4])}`);
    signs.add(`parts ${measure(parts.length, [1, 2, 3, 5])}`);
    add('path', /(?:>{1,2}|»|›|→|->)/u.test(folded));
    add('located', /位置(?:是)?[】\])]? ?(?:[::>»→/]|-)/u.test(folded));
    add('bar', /[|]/.test(folded));
    add('foot', foot.test(folded));
    add('site', siteWord.test(folded));
    add('list head', folded.length <= 18 && listHead.test(folded));
    add('neighbour', /^[【[(]? ?(?:上|下)一(?:篇|条|页|期|个)/u.test(folded));
    add('rule', /^[^\p{L}\p{N}]+$/u.test(folded));
    add('address', /https?:|www\.|@|\.(?:com|cn|jpg|png)/iu.test(folded));
    add('label', /^[【[]?[\p{Script=Han} ]{2,8}[】\]]? ?[:|]/u.test(folded));
    add('bare label', /^[【[]?[\p{Script=Han} ]{2,8}[】\]]? ?:$/u.test(folded));
    add('buttons', /^(?:[【[][^【】[\]]{1,10}[】\]][\s|]*)+$/u.test(folded));
    add('section', isSectionName(folded));
    add('medium', medium.test(folded));
    add('index', isIndexHead(folded));
    add('teaser lead', opensTeaser(folded));
    add('teaser end', endsTeaser(folded));
    add('reference', isCrossReference(folded));
    add('phone', /(?<!\d)\d{3,4}-\d{6,8}(?!\d)|(?<!\d)1\d{10}(?!\d)/.test(folded));
    add('counter', /\d+ ?(?:次|人|万|条|赞|评论|跟帖|回复|楼)(?!\p{Script=Han})/u.test(folded));
    add('numbers', /^[\d\s.,:/()+-]+$/.test(folded));
    const day = findPrintedDate(folded);
    if (day !== null)
      signs.add(day.start === 0 && day.end === folded.length ? 'day' : day.start === 0 ? 'day first' : 'day in');
    add('weekday', /(?:星期|周)[一二三四五六日天]/u.test(folded));
    add('clock', /(?<!\d)\d{1,2}:\d\d/.test(folded));
    add('years', /(?:19|20)\d\d ?[-/.年]/.test(folded));
    add('notice', isNoticeLine(folded));
    add('box', isBoxLine(folded));
  }
  creditSigns(folded, add);
  proseSigns(folded, add);
  return signs;
}

function creditSigns(folded: string, add: (name: string, holds: boolean) => void): void {
  const line = readBylineLine(folded);
  add('byline', line !== null);
  add('byline of editors', line?.every(({ role }) => role === 'EDITOR') ?? false);
  add('name', isNameLine(folded));
  add('unit name', isUnitNameLine(folded));
  add('credits', folded.length <= 40 && line === null && readCredits(folded) !== null);
  add('dispatch title', isDispatchTitle(folded));
  add('head byline', findHeadByline(folded) !== null);
  const tail = findTailByline(folded);
  add('tail byline', tail !== null && tail.start > 0);
  add('bracket byline', tail?.start === 0);
  add('trailing credits', findTrailingCredits(folded) !== null);
  add('signature', findSignature(folded) !== null);
  const source = findSource(folded);
  add('source end', source !== null && source.start > 0);
  add('source', source?.start === 0);
  add('source opens', opensSource(folded));
  add('caption', opensCaption(folded));
  add('photographer', endsWithPhotographer(folded));
  add('photo credit', isPhotoCredit(folded));
  add('pictured', endsPictured(folded));
  add('jump from', findJumpFrom(folded) !== null);
  add('jump onto', findJumpOnto(folded) !== null);
  add('notice lead', findNoticeLead(folded) !== null);
}

function proseSigns(folded: string, add: (name: string, holds: boolean) => void): void {
  const lead = newsLead(folded);
  add(`lead ${lead ?? ''}`, lead !== null);
  add('adverbial', opening.test(folded));
  add('said', folded.length <= 60 && said.test(folded));
  add('contact', folded.length <= 60 && contact.test(folded));
  add('salutation', salutation.test(folded));
  add('mid', startsMidSentence(folded));
  add('open', folded.length <= 60 && leavesOpen(folded));
  add('short stop', folded.length <= 60 && stopsShort(folded));
  add('question', /^[问答QA] ?[:.]/u.test(folded));
  add(
    'enumerated',
    /^(?:[一二三四五六七八九十]{1,3} ?[、.]|\([一二三四五六七八九十]{1,3}\)|\d{1,2}[.、] ?(?!\d)|第[一二三四五六七八九十]{1,3}[条章])/u.test(
      folded,
    ),
  );
  add('dash', /^——/u.test(folded));
  add('two parts', folded.length <= 48 && /[\p{Script=Han}”!?)] +[\p{Script=Han}“]/u.test(folded));
  add('spread', folded.length <= 40 && /^\p{Script=Han}(?: \p{Script=Han})+$/u.test(folded));
  add('first person', /^我(?!们)/u.test(folded));
}

const closing = new Set(
  ['tail byline', 'bracket byline', 'trailing credits', 'signature', 'source end', 'source', 'jump onto'].map(numberOf),
);

/** Reads a line by itself. Linear in its length, which is looked at only as far as a line of furniture goes. */
export function shapeOf({ folded, indent, gap }: Line): LineShape {
  const signs = [...signsOf(folded)].map(numberOf);
  const end = endOf(folded);
  const commas = Math.min(3, count(folded.slice(0, 200), /,/gu));
  const stops = Math.min(2, count(folded.slice(0, 200), /[。;]/gu));
  const han = count(folded.slice(0, 100), /\p{Script=Han}/gu) / Math.max(1, Math.min(100, folded.length));
  const isProse = endsSentence(folded) && folded.length >= 14 && stops + commas > 0;
  return {
    signs,
    kind: kindOf(signs, isProse, folded.length, end),
    end: numberOf(end),
    start: startOf(folded),
    length: measure(folded.length, lengths),
    size: measure(folded.length, [8, 20, 40]),
    commas,
    stops,
    han: measure(han, [0.01, 0.3, 0.6, 0.8, 0.99]),
    indent: measure(indent, [0, 1.5, 2.5]),
    gap: Math.min(2, gap),
    isProse,
    isClosing: signs.some((sign) => closing.has(sign)),
  };
}

const telling = [
  'jump from',
  'rule',
  'located',
  'neighbour',
  'list head',
  'foot',
  'page head 3',
  'page head 2',
  'head byline',
  'source',
  'byline of editors',
  'byline',
  'bracket byline',
  'caption',
  'photo credit',
  'item SOURCE',
  'item DAY',
  'item WRITER',
  'item DATE',
  'item PAGER',
  'item HEADLINE',
  'item CONTROL',
  'item PLAIN',
  'path',
  'menu 3 3',
  'menu 2 3',
  'page head 1',
  'section',
  'teaser lead',
  'teaser end',
  'day',
  'notice',
  'name',
  'numbers',
].map(numberOf);

const stories = new Set(['lead DAY', 'lead LOOSE', 'head byline'].map(numberOf));
const [story, prose] = [numberOf('story'), numberOf('prose')];

function kindOf(signs: readonly number[], isProse: boolean, length: number, end: string): number {
  if (isProse) return signs.some((sign) => stories.has(sign)) ? story : prose;
  const sign = telling.find((name) => signs.includes(name));
  return sign ?? numberOf(`${measure(length, [4, 8, 14, 24, 40])}${end === '字' ? '' : end}`);
}
