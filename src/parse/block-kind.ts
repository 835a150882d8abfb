import { readBylineLine } from './byline.ts';
import { readCredits } from './credit.ts';
import { itemsOf } from './furniture/item.ts';
import type { LineLabel } from './labeller/state.ts';
import { lineAt, type Line } from './line.ts';
import { isMastheadLine } from './masthead.ts';
import type { BlockKind } from './open-block.ts';
import { findSource } from './source.ts';
import { findSignature, findTailByline } from './tail-byline.ts';
import { endsTeaser, isCrossReference, opensTeaser } from './teaser.ts';

/** 2025-07-04 第3320期 */
const editionLine = /^(?:19|20)\d\d ?[-/.年] ?\d{1,2} ?[-/.月] ?\d{1,2} ?日? ?总?第 ?\d+ ?期$/u;
/** How far above the line with day and number the name or motto of the paper may stand. */
const reach = 4;

/** What a line that belongs to no text is read for; `firstText` is where the first text begins. */
export function outsideKind(
  lines: readonly Line[],
  labels: readonly LineLabel[],
  at: number,
  last: BlockKind | undefined,
  firstText: number,
): BlockKind {
  const isTop = at < firstText;
  const { folded } = lineAt(lines, at);
  // a digital edition prints its day and number under each text
  if (isMastheadLine(folded)) return editionLine.test(folded) && !isTop ? 'DATA' : 'MASTHEAD';
  if (isTop && isHeadPart(lines, at)) return 'MASTHEAD';
  if (isField(folded)) return 'DATA';
  if (isTop && pageName.test(folded)) return 'MASTHEAD';
  if (isCrossReference(folded) || tellsButton(folded)) return 'FURNITURE';
  if (opensTeaser(folded) || endsTeaser(folded)) return 'TEASER';
  const next = lineAt(lines, at + 1);
  return last === 'TEASER' && next.gap === 0 && labels[at + 1] === 'OUTSIDE' && endsTeaser(next.folded)
    ? 'TEASER'
    : 'FURNITURE';
}

/** A name or motto of the paper that stands above the line with its day and number. */
function isHeadPart(lines: readonly Line[], at: number): boolean {
  const { folded } = lineAt(lines, at);
  if (at > 6 || folded.length > 30 || /[。,;]/u.test(folded)) return false;
  for (let i = at + 1; i < lines.length && i <= at + reach; i += 1) {
    if (isMastheadLine(lineAt(lines, i).folded))
      return lines.slice(at, i).every((l) => l.folded.length <= 16 || /^[A-Za-z .,&'·-]+$/.test(l.folded));
    if (lineAt(lines, i).folded.length > 30) return false;
  }
  return /^[A-Z][A-Za-z .&'-]+$/.test(folded) && at < 3;
}

/** 第05版:民生 */
const pageName = /^第 ?[A-D]?\d{1,3} ?版 ?[:(] ?[\p{Script=Han}·]{2,8}\)?$/u;

/** 【标题】= 雪后扫街人: a field of an archive's record. */
function isField(folded: string): boolean {
  const [first] = itemsOf(folded);
  return (
    first?.kind === 'HEADLINE' || (/^【[^】]{2,6}】/u.test(folded) && /^(?:SOURCE|WRITER|DAY)$/.test(first?.kind ?? ''))
  );
}

/** Whether a line has a button or a label of the web in it. */
function tellsButton(folded: string): boolean {
  return itemsOf(folded).some(({ kind }) => kind !== 'WORD' && kind !== 'PAGER' && kind !== 'DATE');
}

/** How a line that says whence, when or by whom a text is has to be read. */
export function dataKind(folded: string, hasBody: boolean): BlockKind {
  const kinds = new Set(itemsOf(folded).map(({ kind }) => kind));
  const isOfWeb = kinds.has('SOURCE') || kinds.has('DATE') || kinds.has('DAY') || kinds.has('HEADLINE');
  if (!isOfWeb && readBylineLine(folded) !== null) return 'BYLINE';
  if (hasBody && [findSource, findTailByline, findSignature].some((find) => find(folded)?.start === 0)) return 'PROSE';
  if (isOfWeb || kinds.has('WRITER')) return 'DATA';
  return readCredits(folded) === null ? 'DATA' : 'BYLINE';
}
