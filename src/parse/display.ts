import { endsAsProse, endsSentence, leavesOpen, newsLead, startsMidSentence, stopsShort } from '../text/sentence.ts';
import { findHeadByline, isNameLine, readBylineLine } from './byline.ts';
import { endsWithPhotographer, opensCaption } from './caption.ts';
import { findJumpFrom, findJumpOnto } from './jump.ts';
import type { Line } from './line.ts';
import { isNoticeLine } from './notice.ts';
import { findSource } from './source.ts';

/** The longest line that may still be a headline. */
const longest = 48;

/** What is known of the page when a line is judged. */
export interface DisplayContext {
  readonly lines: readonly Line[];
  /** Pairs of characters that stand next to each other inside lines of the page, with how often. */
  readonly pairs: ReadonlyMap<string, number>;
}

const adverbials = '会上|会议|会前|会后|会议期间|会见|仪式上|活动中|活动上|活动现场|现场|座谈|签约仪式|启动仪式|培训|比赛|当天|当日|当晚|随后|期间|其间|据|此外|同时|目前|近年来|今年|去年|明年|截至|一直以来|长期以来|为|根据|按照|在|走进|走上|来到|步入|清晨|傍晚|早上|如今|现在|作为|随着|围绕|聚焦|针对|对于|从|自|第[一二三四五六七八九十]|首先|其次|最后|其中|一是|不仅|不过|但|而|然而|因此|只见|刚|正|每|当|有|一|这|那|我|他|她|你|“|‘|《|（|\\(|●|◆|■|[一二三四五六七八九十]、|\\d+[.、]';
const opening = new RegExp(`^(?:${adverbials})`, 'u');
// 关百豪表示，… · 陈吉宁指出，… · 穆如清在讲话中强调…
const speaker = /^[\p{Script=Han}·]{2,8}?(?:在[\p{Script=Han}]{2,8}[中时上])?(?:表示|指出|强调|说|认为|要求|介绍|坦言|告诉|提出|建议|希望|谈到|回忆)/u;
const salutation = /^(?:编辑同志|编者按|各位|尊敬的|亲爱的|广大|致)[^。]{0,20}[:!]/u;

/** Whether a line may open a paragraph: with its news lead, a byline, a salutation, a speaker or a common adverbial. */
export function opensParagraph(folded: string): boolean {
  return opensStory(folded) || speaker.test(folded) || opening.test(folded);
}

/** Whether a line may open an article's body: with its day, a byline or a salutation. */
export function opensStory(folded: string): boolean {
  return newsLead(folded) !== null || salutation.test(folded) || findHeadByline(folded) !== null || readBylineLine(folded) !== null;
}

/** Lines that are neither display nor the beginning of a paragraph, whatever stands around them. */
function isMark(folded: string): boolean {
  return findJumpFrom(folded) !== null || findJumpOnto(folded) !== null || findSource(folded) !== null || opensCaption(folded) || endsWithPhotographer(folded) || readBylineLine(folded) !== null;
}

/**
 * Whether the line at `at`, before which no paragraph is open, is a display line (headline, kicker, crosshead) rather than
 * the first piece of a wrapped paragraph. Looks at the line and at what stands after it.
 */
export function isDisplayLine({ lines, pairs }: DisplayContext, at: number): boolean {
  const { folded } = lines[at]!;
  if (!mayBeDisplay(folded)) return false;
  const next = lines[at + 1]?.sheet === lines[at]!.sheet ? lines[at + 1]!.folded : undefined;
  if (next === undefined) return !/[,，:]/u.test(folded);
  if (isNoticeLine(folded)) return true;
  return score(folded, next, pairs, lines, at) > 0;
}

function mayBeDisplay(folded: string): boolean {
  if (folded.length > longest || endsAsProse(folded) || /[。;]/u.test(folded) || stopsShort(folded) || isMark(folded)) return false;
  if (/[,。!?…;] ?[”’"]$/u.test(folded)) return folded.length <= 24 && !/^[“"]/u.test(folded) ? true : false;
  return !startsMidSentence(folded) && newsLeadSentence(folded) === false;
}

/** 5月23日上午,2024年… opens a paragraph; 5月23日 alone may stand in a headline. */
function newsLeadSentence(folded: string): boolean {
  return (newsLead(folded) !== null && /[,，]/u.test(folded)) || /^(?:本报讯|编辑同志)/u.test(folded) || findHeadByline(folded) !== null;
}

function score(folded: string, next: string, pairs: ReadonlyMap<string, number>, lines: readonly Line[], at: number): number {
  const commas = folded.replace(/[“《(][^”》)]{0,24}[”》)]/gu, '').match(/[,:]/gu)?.length ?? 0;
  let total = 2;
  total -= commas === 0 ? 0 : 1 + commas;
  if (folded.length > 32) total -= 1;
  if (folded.length <= 20) total += 1;
  if (/[\p{Script=Han}”!?)] +[\p{Script=Han}“]/u.test(folded)) total += 1;
  if (leavesOpen(folded)) total -= 2;
  if (speaker.test(folded) && commas > 0) total -= 3;
  if (/^(?:在|对于|作为|随着|根据|按照|据)/u.test(folded) && commas > 0) total -= 2;
  if (/^——/u.test(folded)) total += 4;
  if (endsSentence(folded)) total -= 1;

  const seam = `${folded.at(-1)!}${next[0]!}`;
  if (/^\p{Script=Han}{2}$/u.test(seam) && (pairs.get(seam) ?? 0) > 0) total -= 2;
  if (startsMidSentence(next)) total -= 4;
  if (opensStory(next) || isNameLine(next)) total += 4;
  else if (opensParagraph(next)) total += 2;
  else if (mayBeDisplay(next) && followedByStory(lines, at + 1)) total += 2;
  else if (endsAsProse(next) && commas > 0) total -= 1;
  return total;
}

/** Whether a story opens within the next few lines. */
function followedByStory(lines: readonly Line[], at: number): boolean {
  for (let i = at + 1; i <= at + 3 && i < lines.length; i += 1) {
    if (opensStory(lines[i]!.folded)) return true;
    if (!mayBeDisplay(lines[i]!.folded)) return false;
  }
  return false;
}

/** Counts the pairs of Han characters inside the lines of a page. */
export function countPairs(lines: readonly Line[]): Map<string, number> {
  const pairs = new Map<string, number>();
  for (const { folded } of lines) {
    for (let i = 0; i + 1 < folded.length; i += 1) {
      const pair = folded.slice(i, i + 2);
      if (pair.charCodeAt(0) > 0x3400 && pair.charCodeAt(1) > 0x3400) pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
    }
  }
  return pairs;
}
