import { squeeze } from '../../text/width.ts';
import { opensStory } from '../display.ts';
import { lineAt, type Line } from '../line.ts';
import { isDayLine } from './day-line.ts';
import { readFurniture, type Furniture } from './furniture-line.ts';
import { splitGlued } from './glued-line.ts';
import { firstHeadline, headlinesAt, headOf, isBelowData, isHeadlike, mediumName } from './headline.ts';
import { markLists } from './link-list.ts';
import { markRecords } from './record.ts';
import { markAboveTop, markRemains } from './remain.ts';
import type { Marks, SortedLines } from './sorted-lines.ts';

const edge: Furniture = { place: 'EDGE', items: [] };
/** How far below the title of a web page its headline stands. */
const reach = 16;

/** Sorts the lines of a file into its texts and the furniture of the page around them. Linear in their number. */
export function sortLines(printed: readonly Line[]): SortedLines {
  const lines = printed.flatMap(splitGlued);
  const marks: Marks = lines.map(({ folded }) => readFurniture(folded));
  if (marks.every((mark) => mark === null)) markRecords(lines, marks);
  else {
    markRecords(lines, marks);
    markLists(lines, marks);
    markAboveTop(lines, marks);
    markDays(lines, marks);
    markRemains(lines, marks);
  }
  markColumns(lines, marks);
  markPageTitles(lines, marks);
  const headlines = new Set(
    lines.flatMap((_, at) => [...headlinesAt(lines, marks, at), ...firstHeadline(lines, marks, at)]),
  );
  const parted = new Set(lines.filter((_, at) => marks[at] === null && (marks[at - 1]?.place ?? 'ASIDE') !== 'ASIDE'));
  return {
    texts: lines.filter((_, at) => marks[at] === null),
    furniture: lines.flatMap((line, at) => (marks[at] ? [{ line, furniture: marks[at] }] : [])),
    headlines,
    bodies: new Set(lines.filter((_, at) => isBelowData(lines, marks, at))),
    parted,
  };
}

/** The office that signs a notice, above the day. */
const office = /^[\p{Script=Han}]{3,24}[局委府院会办司心校学社部处组厅厂所站]$/u;

/** A day alone under a headline, or between furniture; one that signs a notice stays. */
function markDays(lines: readonly Line[], marks: Marks): void {
  for (const [at, line] of lines.entries()) {
    if (marks[at] !== null || !isDayLine(line.folded)) continue;
    const isBelowFurniture = at > 0 && marks[at - 1] !== null;
    const isSigning = office.test(lineAt(lines, at - 1).folded);
    if (isBelowFurniture || (!isSigning && headOf(lines, marks, at) !== null)) marks[at] = { place: 'DATA', items: [] };
  }
}

const columnName =
  /^[\p{Script=Han}]{0,6}(?:要闻|新闻|动态|公告|公报|快讯|信息|之窗|头条|速递|播报|时政|资讯|聚焦|传真|文件|公示|解读|访谈)$/u;

/** 法院要闻: the column, above the headline of a text from a portal. */
function markColumns(lines: readonly Line[], marks: Marks): void {
  for (const [at, { folded, sheet }] of lines.entries()) {
    if (marks[at] !== null || folded.length > 8) continue;
    const next = lineAt(lines, at + 1);
    const isTop = at === 0 || marks[at - 1] !== null;
    // 云岫发布 / 2020-02-16 20:36
    if (isTop && marks[at + 1]?.place === 'DATA' && mediumName.test(folded)) marks[at] = edge;
    if (
      isTop &&
      columnName.test(folded) &&
      marks[at + 1] === null &&
      next.sheet === sheet &&
      isHeadlike(next) &&
      !opensStory(next.folded)
    )
      marks[at] = edge;
  }
}

const pageTitle = /^(?<title>.{6,60}?) ?[_|-]{1,3} ?[^_|-]{2,16}$/u;

/** 桐汭举办银杏节_桐汭新闻网: the title of the web page, where the headline stands below. */
function markPageTitles(lines: readonly Line[], marks: Marks): void {
  for (const [at, { folded }] of lines.entries()) {
    const title = marks[at] === null && /[_|-]/.test(folded) ? pageTitle.exec(folded)?.groups?.title : undefined;
    if (title === undefined) continue;
    const below = lines.slice(at + 1, at + 1 + reach).some((l) => squeeze(l.folded) === squeeze(title));
    if (below) marks[at] = edge;
  }
}
