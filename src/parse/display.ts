import { either, oneOf } from '../text/pattern.ts';
import { endsAsProse, endsSentence, leavesOpen, newsLead, startsMidSentence, stopsShort } from '../text/sentence.ts';
import { findPrintedDate } from '../text/printed-date.ts';
import { cutWords } from '../text/word.ts';
import { findHeadByline } from './head-byline.ts';
import { findSignature, findTailByline } from './tail-byline.ts';
import { isNameLine, readBylineLine } from './byline.ts';
import { endsWithPhotographer, opensCaption } from './caption.ts';
import { longestHeadline, pairOf, type DisplayContext } from './display-context.ts';
import { findJumpFrom, findJumpOnto } from './jump.ts';
import { adverbials } from './lexicon/adverbial.ts';
import { lineAt, type Line } from './line.ts';
import { isNoticeLine } from './notice.ts';
import { isFull, wrapsOnto } from './paragraph-style.ts';
import { findSource } from './source.ts';

/** 二 〇 二 六 年 十 二 月 三 十 一 日 */
const longestDate = 30;

/** How many lines of a file are cut into words; a page has a few hundred, and cutting takes most of the time. */
const patience = 5000;

const opening = new RegExp(`^${either(adverbials)}`, 'u');
const speech = [
  '表示',
  '指出',
  '强调',
  '说',
  '认为',
  '要求',
  '介绍',
  '坦言',
  '告诉',
  '提出',
  '建议',
  '希望',
  '谈到',
  '回忆',
];

// 池百豪表示，… · 蔺吉宁指出，… · 穆如清在讲话中强调…
const speaker = new RegExp(
  String.raw`^[\p{Script=Han}·]{2,8}?(?:在[\p{Script=Han}]{2,8}[中时上])?${oneOf(speech)}`,
  'u',
);

// 联系人：邰先生　联系电话：0888-7723310
const contact = /(?:电话|热线|邮箱|地址|联系人|网址|邮编|传真|账号|开户行) ?:[^。,]{1,40}$/u;
// 县委常委、县纪委书记、县监委主任铁如(山)
const postChain =
  /、.*(?:书记|部长|[省市区县乡镇局处科院校所会]长|主任|主席|总经理|董事长|委员|常委)\p{Script=Han}{0,3}$/u;
const salutation = /^(?:编辑同志|编者按|各位|尊敬的|亲爱的|广大|致(?![敬富力]))[^。]{0,20}[:!]|^[问答] ?:/u;

/** Whether a line may open a paragraph: with its news lead, a byline, a salutation, a speaker or a common adverbial. */
export function opensParagraph(folded: string): boolean {
  return opensStory(folded) || speaker.test(folded) || opening.test(folded);
}

/** Whether a line may open an article's body: with its day, a byline or a salutation. */
export function opensStory(folded: string): boolean {
  return (
    newsLead(folded) !== null ||
    salutation.test(folded) ||
    findHeadByline(folded) !== null ||
    readBylineLine(folded) !== null
  );
}

/** Lines that are neither display nor the beginning of a paragraph, whatever stands around them. */
function isMark(folded: string): boolean {
  return (
    findJumpFrom(folded) !== null ||
    findJumpOnto(folded) !== null ||
    findSource(folded) !== null ||
    opensCaption(folded) ||
    endsWithPhotographer(folded) ||
    readBylineLine(folded) !== null ||
    isSignature(folded)
  );
}

/** （2025年5月6日县三届人大常委会第九次会议通过）, printed under the name of what was passed. */
function isResolution(folded: string): boolean {
  return folded.length <= 90 && /^\([^()]{8,86}(?:通过|批准|审议|修订|公布|发布|印发|讲话|摘要|节选)\)$/u.test(folded);
}

// （田舍郎）
function isSignature(folded: string): boolean {
  return findTailByline(folded)?.start === 0;
}

/**
 * Whether the line at `at`, before which no paragraph is open, is a display line (headline, kicker, crosshead) rather
 * than the first piece of a wrapped paragraph. Looks at the line and at what stands around it.
 */
export function isDisplayLine(
  context: DisplayContext,
  at: number,
  follows: 'BYLINE' | 'DISPLAY' | null = null,
  depth = 0,
): boolean {
  const { lines } = context;
  const line = lineAt(lines, at);
  const { folded, sheet } = line;
  if (context.headlines.has(line) || (follows === 'DISPLAY' && isResolution(folded))) return true;
  if (!mayBeDisplay(folded, follows)) return false;
  const nextLine = lineAt(lines, at + 1);
  const next = nextLine.folded;
  if (nextLine.sheet !== sheet) return !/[,:]/u.test(folded);
  if (isNoticeLine(folded)) return true;
  if (isDateLine(next) || wrapsOnto(line, nextLine, context.style)) return false;
  const notice = isNoticeLine(lineAt(lines, at - 1).folded) ? -3 : 0;
  // in a narrow column the lines of a headline end before it does
  const full = fillsColumn(line, nextLine, context);
  const score =
    notice + full + scoreLine(folded, follows) + (folded.length * 2 <= context.usual && !folded.includes(',') ? 2 : 0);
  if (score <= -4) return false;
  if (score <= 4 && startsMidSentence(next)) return false; // `scoreNext` takes 4 away, and cutting words is slow
  const seam = context.seams.get(at) ?? scoreSeam(context, folded, next);
  context.seams.set(at, seam);
  if (score + seam <= -4) return false;
  return score + seam + scoreNext(context, at + 1, depth, seam < -2) > 0;
}

/** Takes points from a line that fills a narrow column if the next goes on where it ends. */
function fillsColumn(line: Line, next: Line, { style: { width } }: DisplayContext): number {
  if (!isFull(line, width) || next.gap > 0 || next.indent >= 1 || opensParagraph(next.folded)) return 0;
  return isFull(next, width) ? -3 : -2;
}

function mayBeDisplay(folded: string, follows: 'BYLINE' | 'DISPLAY' | null): boolean {
  if (
    folded.length > longestHeadline ||
    endsAsProse(folded) ||
    /[。;]/u.test(folded) ||
    (stopsShort(folded) && !/^——/u.test(folded)) ||
    isMark(folded)
  )
    return false;
  if (follows !== 'DISPLAY' && findSignature(folded)) return false;
  if (salutation.test(folded) || contact.test(folded)) return false;
  if (/[,。!?…;] ?[”’"]$/u.test(folded)) return folded.length <= 24 && !/^[“"]/u.test(folded);
  return !startsMidSentence(folded) && !opensBody(folded);
}

/** 5月23日上午,2024年… opens a paragraph; 5月23日 alone may stand in a headline. */
function opensBody(folded: string): boolean {
  return (
    (newsLead(folded) !== null && (folded.includes(',') || folded.length <= 12)) ||
    /^(?:本报讯|编辑同志)/u.test(folded) ||
    findHeadByline(folded) !== null
  );
}

/** The score of a line by itself: display lines are short, have no comma and often fall in two parts. */
function scoreLine(folded: string, follows: 'BYLINE' | 'DISPLAY' | null): number {
  const commas = folded.replace(/[“《(][^”》)]{0,24}[”》)]/gu, '').match(/,/gu)?.length ?? 0;
  let total = 2;
  if (commas > 0) total -= 2 + commas;
  if (folded.length <= 20) total += 1;
  else if (folded.length > 32) total -= 1;
  if (/[\p{Script=Han}”!?)] +[\p{Script=Han}“]/u.test(folded)) total += 2;
  if (/^——/u.test(folded)) total += 4;
  if (leavesOpen(folded)) total -= 5;
  if (postChain.test(folded)) total -= 4;
  if (commas > 0 && speaker.test(folded)) total -= 2;
  if (!/^[“‘《]/u.test(folded) && opening.test(folded)) total -= commas > 0 ? 2 : 1;
  if (/^(?:据|\d+ ?岁|[^,]{2,6}岁的)/u.test(folded)) total -= 3;
  if (endsSentence(folded)) total -= /^[\p{Script=Han}]{1,4}:/u.test(folded) || /^[“‘].*[”’]$/u.test(folded) ? 6 : 3;
  if (/:$/u.test(folded)) total -= 2;
  if (follows === 'BYLINE') total -= 4;
  if (/\d ?月$/u.test(folded)) total -= 3;
  // 消防通道被占了找谁
  if (/(?:谁|什么|怎么办|怎么样|如何|哪里?|哪儿|吗|多少)$/u.test(folded)) total += 2;
  if (/[?!][^”’"') ]/u.test(folded)) total -= 3;
  if (/了(?!解)[\p{Script=Han}\d]/u.test(folded)) total -= 2;
  total -= 2 * Math.max(0, (folded.match(/、/gu)?.length ?? 0) - 1);
  return total;
}

/** Whether a word or phrase runs over the end of the line. */
function scoreSeam({ pairs, seams }: DisplayContext, folded: string, next: string): number {
  const seam = folded.slice(-1) + next.slice(0, 1);
  if (/[年月\d]$/u.test(folded) && /^(?:\d+ ?[年月日时:]|[年月日])/u.test(next)) return -9;
  if (!/^\p{Script=Han}{2}$/u.test(seam)) return /^(?:[A-Za-z]{2}|\d\d)$/u.test(seam) ? -2 : 0;
  const head = folded.slice(-6);
  if (seams.size > patience) return 0;
  const words = cutWords(head + next.slice(0, 6));
  const isCut = words.some((w) => w.start < head.length && w.end > head.length);
  const last = words.findLast((w) => w.end <= head.length);
  // an adverb, preposition or numeral wants the next word
  const wants = !isCut && last !== undefined && last.end === head.length && /^(?:[dpuc]|m$)/.test(last.tag) ? -2 : 0;
  return (isCut ? -3 : wants) + (pairs.has(pairOf(seam, 0)) ? -2 : 0);
}

/** How a line goes on that is the second half of a sentence: 和种粮能手。 */
const joined = /^(?:以?及|和(?![平谐睦])|与(?!会)|并(?![蒂肩])|或者?|而且?|还是)/u;

/** Whether the next line begins something or goes on with this one. */
function scoreNext(context: DisplayContext, at: number, depth: number, isCut: boolean): number {
  const next = lineAt(context.lines, at).folded;
  if (startsMidSentence(next) || joined.test(next) || /^(?:表示|指出|强调|认为|介绍说|要求)/u.test(next)) return -4;
  if (opensStory(next) || isNameLine(next)) return 4;
  if (depth < 3 && isDisplayLine(context, at, 'DISPLAY', depth + 1)) return 3;
  if (opensParagraph(next)) return isCut ? 0 : 2;
  // 聘请 / 21 名退休教师…
  if (/^\d+(?! ?[年月\d])/.test(next)) return -3;
  // 教师,13 年来… · 签署协议。
  if (/^[^,。]{1,2},/u.test(next) || (/。(?:\([^()]*\))?$/u.test(next) && next.length < 18)) return -3;
  return context.seams.size <= patience && /^[vuqyf]/.test(cutWords(next.slice(0, 10))[0]?.tag ?? '') ? -2 : 0;
}

/** Whether a line says where to call or write: such lines end without a full stop. */
export function isContactLine(folded: string): boolean {
  return contact.test(folded);
}

/** A day alone: it signs a notice, under the name of the office. */
export function isDateLine(folded: string): boolean {
  if (folded.length > longestDate) return false;
  const day = findPrintedDate(folded);
  return day !== null && day.start === 0 && day.end === folded.length;
}
