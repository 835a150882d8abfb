import { endsSentence } from '../text/sentence.ts';
import { findSignature, findTailByline } from './tail-byline.ts';
import { endsPictured } from './caption.ts';
import { isContactLine, isDateLine, isDisplayLine, opensParagraph, opensStory } from './display.ts';
import type { DisplayContext } from './display-context.ts';
import { findJumpOnto } from './jump.ts';
import { lineAt, type Line } from './line.ts';
import { isNoticeLine } from './notice.ts';
import { lastLine, type BlockKind, type OpenBlock } from './open-block.ts';
import { endsEarly, isUnmarked, runsOn } from './paragraph-style.ts';
import { findSource } from './source.ts';

/** Whether a paragraph is finished, so that the next line begins a new block. */
export function isComplete(block: OpenBlock, next: Line, context: DisplayContext, at: number): boolean {
  const { tail } = block;
  const { style } = context;
  if (endsSentence(tail) || findSource(tail) || findJumpOnto(tail) || findTailByline(tail)) return true;
  const lastOfBlock = lastLine(block);
  const last = lastOfBlock.folded;
  // 各单位：
  if (block.lines.length === 1 && /^各[^,。]{1,24}:$/u.test(last)) return true;
  // 联系电话：0888-7723310 / 　　青崖县第一医院
  if (style.kind === 'INDENT' && next.indent >= 1 && endsEarly(lastOfBlock, style)) return true;
  if (
    isDateLine(last) ||
    endsPictured(tail) ||
    findSignature(tail) ||
    /特此(?:公告|声明|通告|通知|更正|公示|告知)$/u.test(last)
  )
    return true;
  if (isContactLine(last) && isDisplayLine(context, at)) return true;
  // …可向本庭领取。青崖县人民法院 / 注销公告: the office that signs has no full stop
  if (next.folded.length <= 16 && (next.gap > 0 || endsEarly(lastOfBlock, style)) && isNoticeLine(next.folded))
    return true;
  // …火有人防” may end a paragraph or stand in its middle
  if (/[”’]$/u.test(tail))
    return (
      opensStory(next.folded) ||
      (opensParagraph(next.folded) && !/^[在为从自有一这那我他她你对]/u.test(next.folded)) ||
      (isDisplayLine(context, at) && opensStory(lineAt(context.lines, at + 1).folded))
    );
  return false;
}

/** Whether a line after a full line that ends a sentence belongs to the same paragraph. */
export function goesOn({ lines, style }: DisplayContext, at: number, kind: () => BlockKind): boolean {
  if (runsOn(lines, at, style)) return /^(?:PROSE|DISPLAY)$/.test(kind());
  // no mark tells: sentences end inside paragraphs more often than at their end
  return isUnmarked(lines, at, style) && !opensParagraph(lineAt(lines, at).folded) && kind() === 'PROSE';
}
