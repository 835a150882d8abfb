import { readBylineLine } from './byline.ts';
import { endsPictured, endsWithPhotographer, isPhotoCredit, opensCaption, opensMarkedBrief } from './caption.ts';
import { isDispatchTitle } from './dispatch.ts';
import { findTailByline } from './tail-byline.ts';
import { dataKind, outsideKind } from './block-kind.ts';
import { captionGoesOn, takeByline, takeTeaser } from './block-rest.ts';
import type { LabelLines } from './labeller/labeller.ts';
import type { LineLabel } from './labeller/state.ts';
import { lineAt, type Line } from './line.ts';
import { append, openBlock, type Block, type BlockKind, type OpenBlock } from './open-block.ts';
import { goesOn, isComplete, type TextLines } from './paragraph-end.ts';
import { paragraphStyle } from './paragraph-style.ts';

/** Puts the labelled lines of a file together: wrapped paragraphs re-flowed, every other line a block of its own kind. */
export function readBlocks(lines: readonly Line[], labelLines: LabelLines): Block[] {
  const labels = labelLines(lines);
  const isText = (_: unknown, at: number): boolean => labels[at] !== 'OUTSIDE' && labels[at] !== 'DATA';
  const texts = lines.filter(isText);
  const context = { lines: texts, labels: labels.filter(isText), style: paragraphStyle(texts) };
  const blocks: OpenBlock[] = [];
  const first: Firsts = {
    text: endless(labels.findIndex((label) => label !== 'OUTSIDE' && label !== 'DATA')),
    body: endless(labels.findIndex((label) => label === 'FIRST' || label === 'OPENING')),
  };
  let paragraph: OpenBlock | null = null;
  let text = -1;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lineAt(lines, at);
    const label = labels[at] ?? 'OUTSIDE';
    if (isText(line, at)) text += 1;
    if (line.sheet !== lineAt(lines, at - 1).sheet) paragraph = null;
    if (label === 'BODY' && paragraph !== null && belongsTo(paragraph, line, context, text)) {
      append(paragraph, line);
      if (endsPictured(paragraph.tail) && blocks.at(-2)?.kind !== 'HEADLINE') paragraph.kind = 'CAPTION';
      continue;
    }
    const last = blocks.at(-1);
    if (label === 'CAPTION' && last?.kind === 'CAPTION' && captionGoesOn(last, line)) {
      append(last, line);
      continue;
    }
    const block = openBlock(kindOf(label, lines, labels, at, blocks, first), line);
    blocks.push(block);
    if (block.kind === 'TEASER') at = takeTeaser(block, lines, labels, at);
    else if (block.kind === 'BYLINE') at = takeByline(block, lines, at);
    // a picture stands where it likes: the paragraph around it goes on
    if (block.kind === 'PROSE' || block.kind === 'OPENING') paragraph = block;
    else if (block.kind !== 'CAPTION') paragraph = null;
  }
  return blocks;
}

/** Where the first text and the first body of a file begin. */
interface Firsts {
  readonly text: number;
  readonly body: number;
}

const endless = (at: number): number => (at < 0 ? Infinity : at);

/** Whether a line is another piece of a paragraph. */
function belongsTo(paragraph: OpenBlock, line: Line, context: TextLines, at: number): boolean {
  if (!isComplete(paragraph, line, context)) return true;
  return paragraph.lines.at(-1) === context.lines[at - 1] && goesOn(context, at);
}

/** Whether a line says who wrote, whatever stands around it. */
const isByline = (folded: string): boolean =>
  isDispatchTitle(folded) || (readBylineLine(folded)?.some(({ role }) => role === 'REPORTER') ?? false);

/** Whether a line has what only texts of pictures have. */
const isPicture = (folded: string): boolean =>
  isPhotoCredit(folded) ||
  (opensCaption(folded) &&
    !opensMarkedBrief(folded) &&
    (endsWithPhotographer(folded) || findTailByline(folded) !== null));

function kindOf(
  label: LineLabel,
  lines: readonly Line[],
  labels: readonly LineLabel[],
  at: number,
  blocks: readonly OpenBlock[],
  first: Firsts,
): BlockKind {
  switch (label) {
    case 'OUTSIDE':
      if (isPicture(lineAt(lines, at).folded)) return 'CAPTION';
      return outsideKind(lines, labels, at, blocks.at(-1)?.kind, first.text);
    case 'DATA':
      return dataKind(lineAt(lines, at).folded, at > first.body);
    case 'FIRST':
    case 'BODY':
      if (isByline(lineAt(lines, at).folded)) return 'BYLINE';
      return isPicture(lineAt(lines, at).folded) ? 'CAPTION' : 'PROSE';
    case 'CAPTION':
      return isByline(lineAt(lines, at).folded) ? 'BYLINE' : label;
    default:
      return label;
  }
}
