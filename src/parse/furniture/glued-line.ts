import { readBylineLine } from '../byline.ts';
import type { Line } from '../line.ts';
import { readFurniture } from './furniture-line.ts';
import { itemsOf } from './item.ts';

/** A longer word before a line's data is no name of a medium but a headline. */
const longestMedium = 8;
const reach = 120;

/** Cuts furniture off that was glued to a headline (…工作会 2021-03-04 来源：…) or to the last sentence (…仪式。【关闭】). */
export function splitGlued(line: Line): readonly Line[] {
  const at = gluedHeadline(line.folded) ?? gluedFoot(line.folded);
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

function gluedFoot(folded: string): number | null {
  const tail = folded.slice(-reach);
  if (!/[:【[]/.test(tail.slice(-60))) return null;
  const at = /(?<=[。!?”)])[^。!?]{2,60}$/u.exec(tail)?.index;
  if (at === undefined || (at === 0 && tail.length === folded.length) || !/[:【[]/.test(tail.slice(at))) return null;
  const foot = readFurniture(tail.slice(at).trim());
  return foot !== null && foot.items.length > 0 && foot.place !== 'EDITION' ? folded.length - tail.length + at : null;
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
