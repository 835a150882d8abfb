import { endsSentence } from '../text/sentence.ts';
import { findSignature, findTailByline } from './tail-byline.ts';
import { endsPictured } from './caption.ts';
import { isDateLine, opensParagraph, opensStory } from './opening.ts';
import { findJumpOnto } from './jump.ts';
import type { LineLabel } from './labeller/state.ts';
import { lineAt, type Line } from './line.ts';
import { isNoticeLine } from './notice.ts';
import { lastLine, type OpenBlock } from './open-block.ts';
import { endsEarly, isUnmarked, runsOn, type ParagraphStyle } from './paragraph-style.ts';
import { findSource } from './source.ts';

/** The lines of the texts of a file, with their labels, and how they mark paragraphs. */
export interface TextLines {
  readonly lines: readonly Line[];
  readonly labels: readonly LineLabel[];
  readonly style: ParagraphStyle;
}

/** Whether a paragraph is finished, so that the next line begins a new block. */
export function isComplete(block: OpenBlock, next: Line, { style }: TextLines): boolean {
  const { tail } = block;
  if (endsSentence(tail) || findSource(tail) || findJumpOnto(tail) || findTailByline(tail)) return true;
  return isCutOff(block, next, style) || isLastWord(block) || beginsAnew(block, next, style);
}

/** Whether the way the lines are set parts them. */
function isCutOff(block: OpenBlock, next: Line, style: ParagraphStyle): boolean {
  if (next.indent < 1) return false;
  // a page that is not set in columns moves every paragraph in
  if (style.width === Infinity) return block.lines[0].indent >= 1;
  // 联系电话：0888-7723310 / 　　青崖县第一医院
  return style.kind === 'INDENT' && endsEarly(lastLine(block), style);
}

/** Whether a paragraph ends with words that nothing follows, though without a full stop. */
function isLastWord(block: OpenBlock): boolean {
  const { tail, lines } = block;
  const last = lastLine(block).folded;
  // 各单位：
  if (lines.length === 1 && /^各[^,。]{1,24}:$/u.test(last)) return true;
  return (
    isDateLine(last) ||
    endsPictured(tail) ||
    findSignature(tail) !== null ||
    /特此(?:公告|声明|通告|通知|更正|公示|告知)$/u.test(last)
  );
}

/** Whether the next line can only begin something. */
function beginsAnew(block: OpenBlock, { folded, gap }: Line, style: ParagraphStyle): boolean {
  // …可向本庭领取。青崖县人民法院 / 注销公告: the office that signs has no full stop
  if (folded.length <= 16 && (gap > 0 || endsEarly(lastLine(block), style)) && isNoticeLine(folded)) return true;
  // …火有人防” may end a paragraph or stand in its middle
  if (!/[”’]$/u.test(block.tail)) return false;
  return opensStory(folded) || (opensParagraph(folded) && !/^[在为从自有一这那我他她你对]/u.test(folded));
}

/** Whether a line after a full line that ends a sentence belongs to the same paragraph. */
export function goesOn({ lines, style }: TextLines, at: number): boolean {
  if (runsOn(lines, at, style)) return true;
  // no mark tells: sentences end inside paragraphs more often than at their end
  return isUnmarked(lines, at, style) && !opensParagraph(lineAt(lines, at).folded);
}
