import { either } from '../../text/pattern.ts';
import { findPrintedDate } from '../../text/printed-date.ts';
import { footMarks, listHeads, menuWords } from '../lexicon/furniture.ts';
import { isSectionName } from '../masthead.ts';
import { isCrossReference } from '../teaser.ts';
import { itemsOf, type Item } from './item.ts';

/**
 * What a line around a text is for.
 * - `DATA`: says of one text whence, when or by whom (2019-11-04 08:35 来源：汀兰日报)
 * - `TOP`: paths, menus and page names, which stand above headlines alone
 * - `EDGE`: buttons, pagers and notices of copyright, which stand above or below a text
 * - `EDITION`: day and number of a digital edition
 * - `ASIDE`: names of pictures and rules (----), which stand anywhere
 */
export type FurniturePlace = 'DATA' | 'TOP' | 'EDGE' | 'EDITION' | 'ASIDE';

/** A line that is no part of any text, and what it is made of. */
export interface Furniture {
  readonly place: FurniturePlace;
  readonly items: readonly Item[];
}

const edge: Furniture = { place: 'EDGE', items: [] };
const top: Furniture = { place: 'TOP', items: [] };
const aside: Furniture = { place: 'ASIDE', items: [] };

const located =
  /^[【[(]?(?:您)?(?:现在|当前|目前|所在|所处)?(?:的)?(?:所在)?(?:的)?位置(?:是)?[】\])]? ?(?:[::>»→/]|-)/u;
const pageName = /^第 ?[A-D]?\d{1,3} ?版 ?[:(] ?(?<name>[\p{Script=Han}·]{2,8})\)?$/u;
const arrow = / ?(?:>{1,2}|-+>|→|»|›|\/(?!\d)) ?/gu;
const picture = /^(?:[\w-]{1,60}\.(?:jpe?g|png|gif|bmp|webp)|[[(【](?:图片?|视频|插图) ?\d*[\])】])$/iu;
const rule = /^[^\p{L}\p{N}]+$/u;
const neighbour = /^[【[(]? ?(?:上|下)一(?:篇|条|页|期|个)[】\])]? ?[::] ?/u;
const foot = new RegExp(either(footMarks), 'iu');
const listHead = new RegExp(String.raw`^[【[■●◆▶]* ?${either(listHeads)} ?[】\]:]*$`, 'u');
const copyright = /^(?:版权|免责|本网|特别)声明 ?:|未经[^。]{0,12}(?:授权|许可)[^。]{0,12}转载|转载请注明/u;
const clock = /^(?:香港时间|北京时间) ?\d{1,2} ?[时:] ?\d{1,2} ?分?$/u;
const ended = /^(?:[\s\-—]*(?:THE )?END[\s\-—]*|[\-—] ?完 ?[\-—]|\d{7,}|\(?完\)?|\[?详细\]?|—+完—+|\(?全文完\)?)$/u;
const menu = new Set(menuWords);
/** What only the head of a printed page has. */
const onPage = /(?:星期|周)[一二三四五六日天]|农历|\d ?版|总第|电话|热线|邮箱|E-?mail|美编|版式/iu;
const buttonRow = /^(?:[【[][^【】[\]]{1,10}[】\]][\s|]*){2,}$/u;
/** 沅屏新闻 > 乡镇 */
const shortPath = /^[\p{Script=Han}A-Za-z]{2,10} ?(?:>{1,2}|»|›|->|→) ?[\p{Script=Han}]{2,10}$/u;
/** The beginnings of a record's fields: 【标题】=, 【正文】: */
const bracketed = /^【[\p{Script=Han}]{2,6}】/u;

/** A longer line without any of the marks that furniture is full of is a text's. */
const plain = 20;
const hint = /[:=|【[>»→/]|\d\d|\d ?版|一[版期篇页条]|[A-Z]{3}| \S+ |二维码|版权|备案/iu;

/** What a line is if it is furniture by itself, whatever stands around it; null for a line of a text. */
export function readFurniture(folded: string): Furniture | null {
  if (folded.length > 200 || (folded.length > plain && !hint.test(folded)) || /。./u.test(folded)) return null;
  return readMark(folded) ?? readPageName(folded) ?? readPath(folded) ?? readItems(folded) ?? readButtons(folded);
}

function readMark(folded: string): Furniture | null {
  if (picture.test(folded) || rule.test(folded) || isCrossReference(folded)) return aside;
  if (clock.test(folded) || ended.test(folded) || neighbour.test(folded) || copyright.test(folded)) return edge;
  if (isMenu(folded)) return top;
  return folded.length <= 120 && foot.test(folded) && !/[,;].*[。;]$/u.test(folded) ? edge : null;
}

/** 第02版：综合新闻 · 第2版(经济) */
function readPageName(folded: string): Furniture | null {
  const name = pageName.exec(folded)?.groups?.name;
  if (name === undefined || !(name.length <= 4 || isSectionName(name))) return null;
  return { place: 'TOP', items: [{ kind: 'PAGER', start: 0, end: folded.length, valueStart: folded.length }] };
}

/** 首页 > 政务 > 正文 · 您当前的位置：岚溪在线 -> 要闻 */
function readPath(folded: string): Furniture | null {
  if (located.test(folded) || shortPath.test(folded)) return top;
  const steps = folded.split(arrow);
  const [first = ''] = steps;
  if (steps.length < 2 || /\d/.test(folded) || steps.some((s) => s.length > 12 || /[,。!?:“]/u.test(s))) return null;
  const isMarked = steps.length > 2 && /[>»›→]/u.test(folded) && !/[\d ]{3}/.test(folded);
  return isMarked || /(?:^| )首页$/u.test(first) || (steps.length > 2 && steps.at(-1) === '正文') ? top : null;
}

/** 网站首页 新闻中心 政务公开 */
function isMenu(folded: string): boolean {
  const words = folded.split(/[\s|·>]+/u).filter((w) => w !== '');
  return words.length >= 3 && words.filter((w) => menu.has(w) || isSectionName(w)).length * 3 >= words.length * 2;
}

/** 【我要纠错】【打印正文】: one known button tells the others. */
function readButtons(folded: string): Furniture | null {
  return buttonRow.test(folded) && itemsOf(folded).some(({ kind }) => kind === 'CONTROL') ? edge : null;
}

/** What else may stand between days, fields and buttons: names of media, 我有话说(12人参与), 发布单位：汀兰总工会. */
interface Pieces {
  readonly count: number;
  readonly longest: number;
}

function readItems(folded: string): Furniture | null {
  const items = itemsOf(folded);
  const pieces = piecesOf(folded, items);
  const isKnown = items.some(({ kind }) => kind !== 'WORD');
  if (!isKnown || pieces === null || items.some((item) => !isSound(folded, item))) return null;
  const place = placeOf(folded, items, pieces);
  return place && { place, items };
}

function placeOf(folded: string, items: readonly Item[], { count, longest }: Pieces): FurniturePlace | null {
  const has = (...kinds: readonly Item['kind'][]): boolean => items.some(({ kind }) => kinds.includes(kind));
  const known = items.filter(({ kind }) => kind !== 'WORD').length;
  const isLabelled = has('SOURCE', 'WRITER', 'DAY', 'HEADLINE');
  if (has('DATE', 'DAY')) {
    if (has('PAGER') && count === 0 && !isLabelled && !has('CONTROL')) return 'EDITION';
    // the head of a printed page has its weekday
    if (onPage.test(folded) && !has('SOURCE', 'DAY', 'TIME')) return null;
    if (has('DAY', 'TIME') || (isLabelled && known > 1)) return count <= 4 ? 'DATA' : null;
    return has('CONTROL', 'PLAIN') && count <= 2 ? 'DATA' : null;
  }
  if (isLabelled) {
    const isOfWeb = has('HEADLINE', 'CONTROL', 'PLAIN') || bracketed.test(folded) || (has('SOURCE') && has('WRITER'));
    return isOfWeb && count <= known ? 'DATA' : null;
  }
  if (items.every(({ kind }) => kind === 'PAGER' || kind === 'WORD'))
    return count === 0 || (known > 1 && count <= known) ? 'TOP' : null;
  return count <= known && longest <= 4 ? 'EDGE' : null;
}

/** The unknown words of a line; null where they are too long to be anything but text. */
function piecesOf(folded: string, items: readonly Item[]): Pieces | null {
  const pieces = items
    .filter(({ kind }) => kind === 'WORD')
    .flatMap(({ start, end }) => folded.slice(start, end).split(/[\s|【】[\]()]+/u))
    .filter((piece) => piece !== '');
  if (pieces.some((piece) => /[,。;!?“”]/u.test(piece) || piece.length > (piece.includes(':') ? 20 : 12))) return null;
  return { count: pieces.length, longest: Math.max(0, ...pieces.map(({ length }) => length)) };
}

/** Whether a field's value is one: 时间：5月3日下午 of a notice and 记者：您怎么看？ of an interview are not. */
function isSound(folded: string, { kind, start, end, valueStart }: Item): boolean {
  const value = folded.slice(valueStart, end);
  if (kind === 'DAY') return value.trim() === '' || findPrintedDate(value) !== null;
  if (/\|$/.test(folded.slice(start, valueStart)) && kind !== 'WRITER' && kind !== 'SOURCE') return false;
  if (kind === 'WRITER') return value.length <= 40 && !/[。!?“]/u.test(value);
  if (kind === 'SOURCE' || kind === 'PLAIN') return value.length <= 40 && !/[。!?]/u.test(value);
  if (kind === 'HEADLINE' || kind === 'TEXT') return /^【/u.test(folded.slice(start, end));
  return true;
}

/** Whether a line heads a list of links to other texts (相关新闻, 标题导航). */
export function headsList(folded: string): boolean {
  return folded.length <= 16 && listHead.test(folded);
}
