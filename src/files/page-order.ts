import { basename, extname, parse } from 'node:path';
import type { StatedIssue } from '../parse/metadata.ts';
import { readNumeral } from '../text/numeral.ts';
import { isoDay } from '../text/printed-date.ts';
import { naturalKey } from './natural-order.ts';
import { readMetadata } from './page-file.ts';
import type { PageFile, ReadOptions } from './page-file.ts';
import { readPrintedHead } from './printed-head.ts';

/** What a page is sorted by; null for what is not known. */
interface PageSortKey {
  /** The slug of the publication, or the folders of the path without the day. */
  readonly series: string;
  readonly day: string | null;
  readonly page: number | null;
  readonly key: string;
}

/** 2025-04-02, 2025/4/2, 20250402, 2025年4月2日 */
const dayInPath = /(?<!\d)((?:19|20)\d\d)(?:([-_./年])(\d{1,2})[-_./月]\/?(\d{1,2})日?|()(\d\d)(\d\d))(?!\d)/g;
/** 第3版, 3, 20250402-3, 3 corrected */
const pageInName = /第([0-9〇零一二三四五六七八九十]{1,3})版|(?:^|[-_. ])(\d{1,2})(?=$|[ (])/;

/**
 * Sorts files in the order in which their pages appeared: by publication, day and page. These are taken from the
 * metadata beside a page, else from its path, else from the head of the page. Pages without a known day come last.
 * Equal ones are in the natural order of their paths.
 */
export async function sortPages(files: readonly PageFile[], options: ReadOptions): Promise<PageFile[]> {
  const keys: (readonly [PageFile, PageSortKey])[] = [];
  for (const file of files) keys.push([file, await sortKeyOf(file, options)]);
  keys.sort(
    ([a, x], [b, y]) =>
      compare(x.series, y.series) ||
      compareKnown(x.day, y.day) ||
      compareKnown(x.page, y.page) ||
      compare(x.key, y.key) ||
      compare(a.path, b.path),
  );
  return keys.map(([file]) => file);
}

async function sortKeyOf(file: PageFile, options: ReadOptions): Promise<PageSortKey> {
  const { path } = file;
  const stated = file.error === undefined ? await statedOf(path, options) : null;
  const { day: dayOfPath, rest } = readDay(path);
  const day = stated?.publishedOn?.date ?? dayOfPath;
  const printed = day === null && file.error === undefined ? await readPrintedHead(path, options) : null;
  return {
    series: stated?.publication.slug ?? rest,
    day: day ?? printed?.publishedOn ?? null,
    page: stated?.page ?? printed?.page ?? pageOfName(path),
    key: naturalKey(path.slice(0, path.length - extname(path).length)), // 01.txt comes before 01 corrected.txt.
  };
}

/** An error in the metadata is reported when the page is read. */
async function statedOf(path: string, options: ReadOptions): Promise<StatedIssue | null> {
  return readMetadata(path, options.encoding ?? 'UTF_8', options).catch(() => null);
}

/** The day in a path, the one nearest to its end, and the folders without it. */
function readDay(path: string): { day: string | null; rest: string } {
  for (const { 0: words, index, 1: year, 3: month, 4: date, 6: shortMonth, 7: shortDate } of [
    ...path.matchAll(dayInPath),
  ].reverse()) {
    const day = isoDay(Number(year), Number(month ?? shortMonth), Number(date ?? shortDate));
    if (day !== null) return { day, rest: foldersOf(path.slice(0, index) + path.slice(index + words.length)) };
  }
  return { day: null, rest: foldersOf(path) };
}

function foldersOf(path: string): string {
  return path
    .split('/')
    .slice(0, -1)
    .filter((name) => name !== '' && name !== '.')
    .join('/');
}

function pageOfName(path: string): number | null {
  const [, numeral, number] = pageInName.exec(parse(basename(path)).name) ?? [];
  const page = numeral ?? number;
  return page === undefined ? null : readNumeral(page);
}

function compareKnown(a: string | number | null, b: string | number | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return compare(a, b);
}

function compare(a: string | number, b: string | number): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
