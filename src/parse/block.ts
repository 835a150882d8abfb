import { endsSentence } from '../text/sentence.ts';
import { findSignature, findTailByline, isNameLine, isUnitNameLine, opensByline, readBylineLine } from './byline.ts';
import {
  endsCaption,
  endsPictured,
  endsPlainCaption,
  endsWithPhotographer,
  isPhotoCredit,
  opensCaption,
  opensMarkedBrief,
} from './caption.ts';
import { isNavigation, readEditionLine } from './digital-edition.ts';
import {
  displayContext,
  isContactLine,
  isDateLine,
  isDisplayLine,
  opensParagraph,
  opensStory,
  type DisplayContext,
} from './display.ts';
import { findJumpFrom, findJumpOnto } from './jump.ts';
import type { Line } from './line.ts';
import { isIndexHead, isMastheadLine, isPageHead, isSectionName, mastheadStrength } from './masthead.ts';
import { isNoticeLine } from './notice.ts';
import { endsEarly, isUnmarked, runsOn, type ParagraphStyle } from './paragraph-style.ts';
import { findSource, opensSource } from './source.ts';
import { endsTeaser, isCrossReference, opensTeaser, teaserStaysOpen } from './teaser.ts';

export type BlockKind =
  | 'MASTHEAD'
  | 'SECTION'
  | 'TEASER'
  | 'DISPLAY'
  | 'PROSE'
  | 'BYLINE'
  | 'CAPTION'
  | 'EDITION'
  | 'NAVIGATION';

/** Printed lines that belong together. */
export interface Block {
  readonly kind: BlockKind;
  readonly lines: readonly Line[];
}

interface OpenBlock {
  kind: BlockKind;
  lines: Line[];
  /** The end of its text, long enough to hold a source or byline. */
  tail: string;
}

const reach = 160;
/** How many lines off the next item of a list of news stands. */
const briefest = 8;

/**
 * Puts the lines of a file together: wrapped paragraphs re-flowed, every other kind of line told apart. `style` is that
 * of the lines.
 */
export function readBlocks(lines: readonly Line[], style: ParagraphStyle): Block[] {
  const blocks: OpenBlock[] = [];
  const context = displayContext(lines, style);
  let paragraph: OpenBlock | null = null;
  let sheet = 0;
  let hasStory = false;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at]!;
    if (line.sheet !== sheet) {
      sheet = line.sheet;
      paragraph = null;
      hasStory = false;
    }
    const isOpen: boolean =
      paragraph !== null &&
      (!isComplete(paragraph, line, context, at, style) ||
        (paragraph.lines.at(-1) === lines[at - 1] &&
          goesOn(context, at, style, () => kindOf(context, at, blocks, hasStory))));
    const kind = isOpen ? interruption(lines, at) : kindOf(context, at, blocks, hasStory);
    if (kind === null) {
      append(paragraph!, line);
      if (endsPictured(paragraph!.tail) && blocks.at(-2)?.kind !== 'DISPLAY') paragraph!.kind = 'CAPTION';
      continue;
    }
    const block: OpenBlock = { kind, lines: [], tail: '' };
    blocks.push(block);
    append(block, line);
    if (kind === 'CAPTION') at = takeCaption(block, context.lines, at);
    else if (kind === 'TEASER') at = takeTeaser(block, context, at);
    else if (kind === 'BYLINE') at = takeByline(block, context.lines, at);
    // a picture stands where it likes: the paragraph around it goes on
    if (kind === 'PROSE') paragraph = block;
    else if (kind !== 'CAPTION') paragraph = null;
    if (kind === 'PROSE' || kind === 'BYLINE') hasStory = true;
  }
  return blocks;
}

function append(block: OpenBlock, line: Line): void {
  block.lines.push(line);
  block.tail = (block.tail + line.folded.slice(-reach)).slice(-reach);
}

/** What ends an unfinished paragraph by force; null when the line goes on with it. */
function interruption(lines: readonly Line[], at: number): BlockKind | null {
  const { folded } = lines[at]!;
  if (findJumpFrom(folded)) return 'PROSE';
  if (opensByline(folded)) return 'BYLINE';
  if (opensCaption(folded)) return isMarkedBrief(lines, at) ? 'PROSE' : 'CAPTION';
  if (readEditionLine(folded) && !isDateLine(folded)) return 'EDITION';
  if (isNavigation(folded)) return 'NAVIGATION';
  return null;
}

/** △ 1月5日，… / △ 日前，…: several in a row that open like news are no captions. */
function isMarkedBrief(lines: readonly Line[], at: number): boolean {
  if (!opensMarkedBrief(lines[at]!.folded)) return false;
  const mark = lines[at]!.folded[0]!;
  return [...lines.slice(Math.max(0, at - briefest), at), ...lines.slice(at + 1, at + 1 + briefest)].some(
    (l) => l.sheet === lines[at]!.sheet && l.folded[0] === mark && opensMarkedBrief(l.folded),
  );
}

function kindOf(context: DisplayContext, at: number, blocks: readonly OpenBlock[], hasStory: boolean): BlockKind {
  const { lines } = context;
  const { folded } = lines[at]!;
  const forced = interruption(lines, at);
  const last = blocks.at(-1)?.kind;
  // under the paper's name the line with day and number belongs to the page head
  if (forced === 'EDITION' && !hasStory && last === 'MASTHEAD') return 'MASTHEAD';
  if (forced !== null) return forced;
  if (isMastheadLine(folded) && (!hasStory || isPageFoot(lines, at))) return 'MASTHEAD';
  if (isIndexHead(folded)) return 'SECTION';
  if ((!hasStory || last === 'TEASER' || last === 'SECTION') && isHeadPart(lines, at, hasStory)) return 'MASTHEAD';
  if ((!hasStory || last === 'TEASER' || last === 'SECTION' || /^0\d/.test(folded)) && opensTeaser(folded))
    return 'TEASER';
  if (hasStory && isCrossReference(folded)) return 'NAVIGATION';
  if (endsTeaser(folded) && !endsSentence(folded)) return 'TEASER';
  if (
    !hasStory &&
    last === 'TEASER' &&
    lines.slice(at + 1, at + 3).some((l) => l.gap === 0 && endsTeaser(l.folded)) &&
    lines[at + 1]!.gap === 0
  )
    return 'TEASER';
  if (/^[【[]/.test(folded) && isSectionName(folded)) return 'SECTION';
  if (readBylineLine(folded)) return 'BYLINE';
  if (isPhotoCredit(folded) || (endsWithPhotographer(folded) && !findTailByline(folded))) return 'CAPTION';
  if ((isNameLine(folded) || (last === 'DISPLAY' && isUnitNameLine(folded))) && isNamePlace(context, at, last))
    return 'BYLINE';
  if (opensSource(folded) || findSource(folded)) return 'PROSE';
  if (
    isSectionName(folded) &&
    (!hasStory || !opensParagraph(lines[at + 1]?.folded ?? '')) &&
    followsDisplay(context, at)
  )
    return 'SECTION';
  return isDisplayLine(context, at, last === 'BYLINE' || last === 'DISPLAY' ? last : null) ? 'DISPLAY' : 'PROSE';
}

/** Inside a page, contact lines belong to a notice; a page foot has only lines of its kind after it. */
function isPageFoot(lines: readonly Line[], at: number): boolean {
  if (mastheadStrength(lines[at]!.folded) >= 2 && isPageHead(lines[at]!.folded)) return true;
  const { sheet } = lines[at]!;
  const foot = lines.slice(at, at + 6).filter((l) => l.sheet === sheet);
  return foot.every((l) => isMastheadLine(l.folded)) && (foot.length < 6 || lines[at + 6]?.sheet !== sheet);
}

/** A name or motto of the paper that stands above the line with its day and number. */
function isHeadPart(lines: readonly Line[], at: number, hasStory: boolean): boolean {
  if (hasStory || at > 6 || lines[at]!.folded.length > 30 || /[。,;]/u.test(lines[at]!.folded)) return false;
  for (let i = at + 1; i < lines.length && i <= at + 4; i += 1) {
    if (isMastheadLine(lines[i]!.folded))
      return lines.slice(at, i).every((l) => l.folded.length <= 16 || /^[A-Za-z .,&'·-]+$/.test(l.folded));
    if (lines[i]!.folded.length > 30) return false;
  }
  return /^[A-Z][A-Za-z .&'-]+$/.test(lines[at]!.folded) && at < 3;
}

function followsDisplay(context: DisplayContext, at: number): boolean {
  return at + 1 < context.lines.length && isDisplayLine(context, at + 1);
}

/** A bare name signs a story: under its headline, or as its last line. */
function isNamePlace(context: DisplayContext, at: number, last: BlockKind | undefined): boolean {
  const next = context.lines[at + 1];
  if (last === 'DISPLAY') return next !== undefined && !isDisplayLine(context, at + 1);
  return (
    last === 'PROSE' &&
    (next === undefined || next.sheet !== context.lines[at]!.sheet || !opensParagraph(next.folded)) &&
    (next === undefined || isDisplayLine(context, at + 1))
  );
}

/** Whether a paragraph is finished, so that the next line begins a new block. */
function isComplete(block: OpenBlock, next: Line, context: DisplayContext, at: number, style: ParagraphStyle): boolean {
  const tail = block.tail;
  if (endsSentence(tail) || findSource(tail) || findJumpOnto(tail) || findTailByline(tail)) return true;
  const last = block.lines.at(-1)!.folded;
  // 各单位：
  if (block.lines.length === 1 && /^各[^,。]{1,24}:$/u.test(last)) return true;
  // 联系电话：0888-7723310 / 　　青崖县第一医院
  if (style.kind === 'INDENT' && next.indent >= 1 && endsEarly(block.lines.at(-1)!, style)) return true;
  if (
    isDateLine(last) ||
    endsPictured(tail) ||
    findSignature(tail) ||
    /特此(?:公告|声明|通告|通知|更正|公示|告知)$/u.test(last)
  )
    return true;
  if (isContactLine(last) && isDisplayLine(context, at)) return true;
  // …可向本庭领取。青崖县人民法院 / 注销公告: the office that signs has no full stop
  if (next.folded.length <= 16 && (next.gap > 0 || endsEarly(block.lines.at(-1)!, style)) && isNoticeLine(next.folded))
    return true;
  // …火有人防” may end a paragraph or stand in its middle
  if (/[”’]$/u.test(tail))
    return (
      opensStory(next.folded) ||
      (opensParagraph(next.folded) && !/^[在为从自有一这那我他她你对]/u.test(next.folded)) ||
      (isDisplayLine(context, at) && opensStory(context.lines[at + 1]?.folded ?? ''))
    );
  return false;
}

/** Whether a line after a full line that ends a sentence belongs to the same paragraph. */
function goesOn({ lines }: DisplayContext, at: number, style: ParagraphStyle, kind: () => BlockKind): boolean {
  if (runsOn(lines, at, style)) return /^(?:PROSE|DISPLAY)$/.test(kind());
  // no mark tells: sentences end inside paragraphs more often than at their end
  return isUnmarked(lines, at, style) && !opensParagraph(lines[at]!.folded) && kind() === 'PROSE';
}

/** Takes the rest of a wrapped caption; gives the index of its last line. */
function takeCaption(block: OpenBlock, lines: readonly Line[], at: number): number {
  let last = at;
  for (let i = at; i <= at + 6 && i < lines.length; i += 1) {
    if (i > at) {
      if (lines[i]!.sheet !== lines[at]!.sheet) break;
      append(block, lines[i]!);
      last = i;
    }
    // △ 青崖乡卫生院启用新门诊楼。（青崖乡 白芷）
    if (endsCaption(block.tail) || findTailByline(block.tail)) break;
    if (endsPlainCaption(block.tail)) {
      const next = lines[i + 1];
      if (next && isPhotoCredit(next.folded)) continue;
      break;
    }
  }
  return last;
}

/** Takes the lines of an index; it ends at an empty line unless a page number or an unfinished quotation follows. */
function takeTeaser(block: OpenBlock, context: DisplayContext, at: number): number {
  const { lines } = context;
  const leads = opensTeaser(lines[at]!.folded);
  let last = at;
  while (!leads && !endsTeaser(block.tail) && last < at + 2 && last + 1 < lines.length)
    append(block, lines[(last += 1)]!);
  while (leads && last + 1 < lines.length) {
    const next = lines[last + 1]!;
    if (next.sheet !== lines[at]!.sheet || isMastheadLine(next.folded) || opensTeaser(next.folded)) break;
    if (next.gap > 0 && !teaserStaysOpen(block.lines) && !/[^\d]0\d |\d-\d/.test(next.folded)) break;
    if (opensStory(next.folded) || next.folded.length > 40) break;
    append(block, next);
    last += 1;
  }
  return last;
}

/** Takes the end of a name that was wrapped onto the next line. */
function takeByline(block: OpenBlock, lines: readonly Line[], at: number): number {
  const next = lines[at + 1];
  if (!next || next.sheet !== lines[at]!.sheet || !/^\p{Script=Han}{1,2}$/u.test(next.folded)) return at;
  const joined = block.lines[0]!.folded + next.folded;
  const credits = readBylineLine(joined, [block.lines[0]!.folded.length]);
  if (!credits || isNameLine(next.folded)) return at;
  append(block, next);
  return at + 1;
}
