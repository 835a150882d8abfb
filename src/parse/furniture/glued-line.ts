import { readBylineLine } from '../byline.ts';
import type { Line } from '../line.ts';
import { itemsOf, type Item } from './item.ts';

/** A longer word before a line's data is no name of a medium but a headline. */
const longestMedium = 8;
const reach = 120;
/** A longer word at a line's end is no name or number. */
const longestWord = 4;

/** Cuts furniture off that was glued to a headline (…工作会 2021-03-04 来源：…, …扫街人 ■本报记者 苗青禾) or to the last sentence (…仪式。【关闭】). */
export function splitGlued(line: Line): readonly Line[] {
  const at = gluedHeadline(line.folded) ?? gluedByline(line.folded) ?? gluedFoot(line.folded);
  return at === null ? [line] : [cut(line, 0, at), cut(line, at, line.folded.length)];
}

function gluedHeadline(folded: string): number | null {
  if (folded.length > reach || !/(?:19|20)\d\d ?[-年/.]/u.test(folded)) return null;
  const [word, ...data] = itemsOf(folded);
  const isData =
    data.length > 1 &&
    data.every(({ kind }) => kind !== 'WORD') &&
    data.some(({ kind }) => kind === 'DATE' || kind === 'DAY');
  if (word?.kind !== 'WORD' || !isData) return null;
  const printed = folded.slice(word.start, word.end);
  return printed.trim().length > longestMedium && readBylineLine(printed.trim()) === null && !/[。;:]/u.test(printed)
    ? word.end
    : null;
}

/** 雪后扫街人 ■本报记者 苗青禾 */
function gluedByline(folded: string): number | null {
  const at =
    folded.length > reach
      ? undefined
      : /(?<=[^。,;:!?] )[□■◆●] ?(?:本报|见习|全媒体)*(?:记者|通讯员)[^。,;]*$/u.exec(folded)?.index;
  return at === undefined || readBylineLine(folded.slice(at)) === null ? null : at;
}

function gluedFoot(folded: string): number | null {
  const tail = folded.slice(-reach);
  if (!/[:【[]/.test(tail.slice(-60))) return null;
  const at = /(?<=[。!?”)])[^。!?]{2,60}$/u.exec(tail)?.index;
  if (at === undefined || (at === 0 && tail.length === folded.length) || !/[:【[]/.test(tail.slice(at))) return null;
  return isFoot(tail.slice(at).trim()) ? folded.length - tail.length + at : null;
}

/** 责任编辑:苇航 · 【打印】【关闭】 */
function isFoot(folded: string): boolean {
  const items = itemsOf(folded);
  const isField = ({ kind, valueStart, end }: Item): boolean =>
    kind !== 'WORD' && (kind !== 'PLAIN' || valueStart < end);
  return items.some(isField) && items.every(({ kind, start, end }) => kind !== 'WORD' || end - start <= longestWord);
}

function cut(line: Line, start: number, end: number): Line {
  const part = line.folded.slice(start, end);
  const first = start + part.length - part.trimStart().length;
  const last = start + part.trimEnd().length;
  return {
    ...line,
    text: line.text.slice(first, last),
    folded: line.folded.slice(first, last),
    from: line.from + first,
    to: line.from + last,
    ...(start > 0 ? { indent: 0, gap: 0 } : {}),
  };
}
