import { matchesOf } from '../text/match.ts';
import { either, oneOf } from '../text/pattern.ts';
import { findLunarDate, findPrintedDate } from '../text/printed-date.ts';
import { readNumeral } from '../text/numeral.ts';
import { squeeze } from '../text/width.ts';
import { editorLabels } from './lexicon/editor-label.ts';
import { imprints } from './lexicon/imprint.ts';
import { sectionNames } from './lexicon/section-name.ts';
import type { Line } from './line.ts';
import type { Masthead } from './parsed-issue.ts';

const editorLabel = `(?:副|本版|本期|执行|特约|见习)?${either(editorLabels)}`;
const editorHead = new RegExp(`(?:^|[^\\p{Script=Han}])(${editorLabel})(?: ?[::/] ?| +)`, 'gu');
const anyEditor = new RegExp(editorLabel, 'u');
const numeral = '[0-9〇零一二三四五六七八九十百千万]';
const issueCount = new RegExp(`总 ?第? ?((?:${numeral} ?){1,9})期`, 'u');
const issueOnly = new RegExp(`(?<![总年]) ?第 ?((?:${numeral} ?){1,9})期`, 'u');
const pageNumber = new RegExp(
  [
    // 第3版, 第A3版
    `(?<!本期|今日|共) ?(?:第 ?)([A-Da-d]? ?(?:${numeral} ?){1,3})版`,
    // 3版, A3版
    String.raw`(?:^|[ |·])([A-D]?\d{1,2}) ?版(?![\p{Script=Han}])`,
  ].join('|'),
  'u',
);
const pageTotal = new RegExp(
  `(?:本期|今日|今天|本报今日|共|本报今天)(?: ?共| ?出| ?出版)? ?((?:${numeral} ?){1,3})(?:个)?版`,
  'u',
);
const weekday = /(?:星期|周)[一二三四五六日天]/u;
const imprint = new RegExp(either(imprints), 'u');
const paperEndings = [
  '日报',
  '晚报',
  '晨报',
  '早报',
  '周报',
  '时报',
  '快报',
  '商报',
  '导报',
  '开发报',
  '新闻报',
  '农民报',
  '工人报',
  '青年报',
  '都市报',
  '旬报',
  '月报',
  '周刊',
  '新报',
  '信报',
  '报',
];
const papers = new RegExp(`${oneOf(paperEndings)}$`, 'u');
const sections = new Set(sectionNames);
const indexWords = new Set(['导读', '今日导读', '本期导读', '本版导读', '新闻导读', '要闻导读', '导 读']);

/** Whether a line is the name of a page's section (要闻, 文体·健康·来信). */
export function isSectionName(folded: string): boolean {
  if (folded.length > 24) return false;
  if (!/[【[】\]·・•/|、 ]/u.test(folded)) return sections.has(folded);
  const parts = folded
    .replace(/^[【[]|[】\]]$/gu, '')
    .split(/[·・•/|、 ]+/u)
    .filter((p) => p !== '');
  return parts.length > 0 && (parts.every((p) => sections.has(p)) || sections.has(parts.join('')));
}

/** Whether a line heads the front-page index (导读). */
export function isIndexHead(folded: string): boolean {
  return folded.includes('读') && indexWords.has(squeeze(folded).replace(/[【】▶▼■□◆:]/gu, ''));
}

/**
 * How many kinds of page-head information a line has: day, weekday, lunar day, issue number, page, editors, imprint,
 * name.
 */
export function mastheadStrength(folded: string): number {
  if (folded.length > 220 || /[。;!?]/u.test(folded)) return 0;
  const day = findPrintedDate(folded);
  const isDate =
    day !== null &&
    /^(?:[ |]|$|星期|周|农历)/u.test(folded.slice(day.end)) &&
    (day.start === 0 || /[ |\p{Script=Han}]$/u.test(folded.slice(0, day.start)));
  const tests = [
    isDate,
    weekday.test(folded) && folded.replace(weekday, '').length < 120,
    findLunarDate(folded) !== null,
    folded.includes('期') && (issueCount.test(folded) || issueOnly.test(folded)),
    folded.includes('版') && pageTotal.test(folded),
    folded.includes('版') &&
      /(?:^|[ |])第? ?[A-D]?\d{1,2} ?版(?:$|[ |])|第 ?[A-D]?\d{1,2} ?版|第[一二三四五六七八九十]{1,3}版/u.test(folded),
    editorSpans(folded).length > 0,
    imprint.test(folded),
  ];
  return tests.filter(Boolean).length;
}

/** Whether a line can only be part of a page head or foot. */
export function isMastheadLine(folded: string): boolean {
  const strength = mastheadStrength(folded);
  if (strength === 0) return false;
  if (strength >= 2) return !/[,，]/u.test(folded.replace(/\d,\d/g, '')) || strength >= 3;
  const bare = folded.replace(/[ |·—-]+/gu, '');
  const day = findPrintedDate(folded);
  if (day)
    return folded.slice(0, day.start).trim() === ''
      ? /^[ |]*(?:[\p{Script=Han}· ]{0,10})$/u.test(folded.slice(day.end)) && day.end > 9
      : papers.test(folded.slice(0, day.start).trim());
  return (
    editorsOnly(folded) ||
    /^(?:第[A-D]?[\d一二三四五六七八九十]{1,3}版|总?第\d{1,6}期|[A-D]?\d{1,2}版)[\p{Script=Han}]{0,8}$/u.test(bare) ||
    (imprint.test(folded) && bare.length <= 80 && !/[,，]/u.test(folded))
  );
}

/** Whether a line has what only the head of a page has: its weekday, issue number, page number or editors. */
export function isPageHead(folded: string): boolean {
  return (
    weekday.test(folded) ||
    issueCount.test(folded) ||
    pageTotal.test(folded) ||
    /第 ?[A-D]?[\d一二三四五六七八九十]{1,3} ?版/u.test(folded) ||
    editorSpans(folded).length > 0
  );
}

function editorsOnly(folded: string): boolean {
  const spans = editorSpans(folded);
  if (spans.length === 0) return false;
  const first = folded.search(anyEditor);
  return (
    first <= 24 &&
    /^[^,]{4,80}$/u.test(folded) &&
    spans.every(({ start, end }) => squeeze(folded.slice(start, end)).length <= 24)
  );
}

/** What stands behind each editor's label: its UTF-16 offsets in the line. */
function editorSpans(folded: string): { start: number; end: number }[] {
  if (!anyEditor.test(folded)) return [];
  const heads = matchesOf(folded, editorHead);
  return heads.map((head, i) => ({ start: head.index + head[0].length, end: heads[i + 1]?.index ?? folded.length }));
}

/** Reads what a page prints of itself from its head and foot lines. What is not printed is null. */
export function readMasthead(lines: readonly Line[]): Masthead {
  const texts = lines.map((l) => l.folded);
  const first = <T>(read: (text: string) => T | null): T | null => {
    for (const text of texts) {
      const value = read(text);
      if (value !== null) return value;
    }
    return null;
  };
  return {
    publication: readPublication(lines),
    publishedOn: first((t) => findPrintedDate(t)?.date ?? null),
    number: first((t) => group(issueCount, t)) ?? first((t) => group(issueOnly, t)),
    page: first((t) => readPage(t)),
    pageCount: first((t) => group(pageTotal, t)),
    lunar: lines.map(printedLunarDate).find((day) => day !== null) ?? null,
    editors: [...new Set(lines.flatMap((line) => editorSpans(line.folded).flatMap((span) => namesOf(line, span))))],
  };
}

function group(pattern: RegExp, text: string): number | null {
  return readNumeral(pattern.exec(text)?.[1] ?? '');
}

function readPage(text: string): number | null {
  const match = pageNumber.exec(text.replace(pageTotal, ' '));
  if (match) return readNumeral((match[1] ?? match[2] ?? '').replace(/[A-Da-d]/u, ''));
  const lead = /^[A-D]?(\d{1,2}) +[\p{Script=Han}]/u.exec(text);
  if (lead) return Number(lead[1]);
  // … 第417期 A1 社区要闻
  const lettered = /(?:^|[ |])[A-D](\d{1,2})(?=$|[ |])/u.exec(text);
  if (lettered) return Number(lettered[1]);
  // … 本期 4 版 01 要闻
  const inner = / [A-D]?(\d{2}) +([\p{Script=Han}·]{2,8})(?= |$)/u.exec(text);
  return inner && isSectionName(inner[2] ?? '') ? Number(inner[1]) : null;
}

function readPublication(lines: readonly Line[]): string | null {
  for (const line of lines) {
    for (const { 0: part, index } of line.folded.matchAll(/[^ |《》]+/gu))
      if (
        part.length >= 3 &&
        part.length <= 12 &&
        papers.test(part) &&
        !/^(?:电子|数字|海|喜|简|墙|通|情|警)报$/u.test(part)
      )
        return line.text.slice(index, index + part.length);
    const whole = squeeze(line.folded);
    if (line.text.length <= 20 && whole.length >= 3 && whole.length <= 10 && papers.test(whole))
      return squeeze(line.text);
  }
  for (const line of lines) {
    const part = /^(?:今日|新)[\p{Script=Han}]{2,4}(?= |$)/u.exec(line.text)?.[0];
    if (part) return part;
  }
  return null;
}

function printedLunarDate({ text, folded }: Line): string | null {
  const day = findLunarDate(folded);
  const at = day === null ? 0 : folded.indexOf(day);
  return day === null ? null : text.slice(at, at + day.length);
}

function namesOf({ text, folded }: Line, { start, end }: { start: number; end: number }): string[] {
  const cut = folded
    .slice(start, end)
    .replace(/[A-Za-z@].*$|(?:电话|热线|邮箱|投稿|读者|新闻|第|总第|本期|今日|20\d\d).*$/u, '');
  const names: string[] = [];
  for (const { 0: part, index } of cut.matchAll(/[^ 、,|/·]+/gu)) {
    if (!/^[\p{Script=Han}]{1,4}$/u.test(part)) continue;
    const printed = text.slice(start + index, start + index + part.length);
    const last = names.at(-1);
    if (last !== undefined && last.length === 1) names[names.length - 1] = last + printed;
    else names.push(printed);
  }
  return names.filter((n) => n.length >= 2 && !/(?:室|部|中心|社|组|公司|报|版|新闻|要闻|编辑)$/u.test(n));
}
