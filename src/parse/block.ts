import { interruption, kindOf } from './block-kind.ts';
import { takeByline, takeCaption, takeTeaser } from './block-rest.ts';
import { endsPictured } from './caption.ts';
import { displayContext } from './display-context.ts';
import type { SortedLines } from './furniture/sorted-lines.ts';
import { lineAt } from './line.ts';
import { append, openBlock, type Block, type BlockKind, type OpenBlock } from './open-block.ts';
import { goesOn, isComplete } from './paragraph-end.ts';
import type { ParagraphStyle } from './paragraph-style.ts';

/**
 * Puts the lines of a file together: wrapped paragraphs re-flowed, every other kind of line told apart. `style` is how
 * its texts mark paragraphs.
 */
export function readBlocks(sorted: SortedLines, style: ParagraphStyle): Block[] {
  return withFurniture(readTexts(sorted, style), sorted);
}

/** The blocks of the texts and the lines of furniture around them, in print order. */
function withFurniture(blocks: readonly Block[], { furniture }: SortedLines): Block[] {
  const lines = furniture.map(({ line }) => openBlock('FURNITURE', line));
  return [...blocks, ...lines].sort((a, b) => a.lines[0].from - b.lines[0].from);
}

function readTexts(sorted: SortedLines, style: ParagraphStyle): Block[] {
  const { texts: lines, parted } = sorted;
  const blocks: OpenBlock[] = [];
  const context = displayContext(sorted, style);
  let paragraph: OpenBlock | null = null;
  let sheet = 0;
  let hasStory = false;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lineAt(lines, at);
    if (line.sheet !== sheet) {
      sheet = line.sheet;
      paragraph = null;
      hasStory = false;
    }
    if (parted.has(line)) paragraph = null;
    const kindHere = (): BlockKind => kindOf(context, at, blocks, hasStory);
    const isOpen: boolean =
      paragraph !== null &&
      (!isComplete(paragraph, line, context, at) ||
        (paragraph.lines.at(-1) === lines[at - 1] && goesOn(context, at, kindHere)));
    const forced = isOpen ? interruption(lines, at) : null;
    if (paragraph !== null && isOpen && forced === null) {
      append(paragraph, line);
      if (endsPictured(paragraph.tail) && blocks.at(-2)?.kind !== 'DISPLAY') paragraph.kind = 'CAPTION';
      continue;
    }
    const block = openBlock(forced ?? kindHere(), line);
    blocks.push(block);
    if (block.kind === 'CAPTION') at = takeCaption(block, lines, at);
    else if (block.kind === 'TEASER') at = takeTeaser(block, context, at);
    else if (block.kind === 'BYLINE') at = takeByline(block, lines, at);
    // a picture stands where it likes: the paragraph around it goes on
    if (block.kind === 'PROSE') paragraph = block;
    else if (block.kind !== 'CAPTION') paragraph = null;
    if (block.kind === 'PROSE' || block.kind === 'BYLINE') hasStory = true;
  }
  return blocks;
}
