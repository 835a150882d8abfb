import { lineAt, type Line } from '../line.ts';
import type { Marks } from './sorted-lines.ts';
import { itemsOf, type Item } from './item.ts';

/** So many lines that are one field each make a record. */
const fewest = 3;
const unlabelled: ReadonlySet<Item['kind']> = new Set(['DATE', 'TIME', 'CONTROL', 'PAGER', 'WORD'] as const);

/** Marks the fields of an archive's record that are printed without brackets: 标题：… / 日期：… / 作者：… / 正文： */
export function markRecords(lines: readonly Line[], marks: Marks): void {
  for (let at = 0; at < lines.length; at += 1) {
    let end = at;
    while (end < lines.length && isField(lineAt(lines, end))) end += 1;
    if (end - at >= fewest && isRecord(lines.slice(at, end)))
      for (let i = at; i < end; i += 1) marks[i] = { place: 'DATA', items: itemsOf(lineAt(lines, i).folded) };
    at = Math.max(at, end - 1);
  }
}

function isField({ folded }: Line): boolean {
  if (!/[:=]/.test(folded.slice(0, 10))) return false;
  const [first, ...more] = itemsOf(folded);
  return first !== undefined && more.length === 0 && !unlabelled.has(first.kind);
}

/** A record names its title or its text; the contact lines of a notice do neither. */
function isRecord(lines: readonly Line[]): boolean {
  const kinds = new Set(lines.flatMap(({ folded }) => itemsOf(folded).map(({ kind }) => kind)));
  return kinds.has('HEADLINE') || (kinds.has('TEXT') && kinds.size > 1);
}
