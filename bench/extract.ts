import { extractIssue } from '../src/extract/issue.ts';
import { parsePage } from '../src/parse/page.ts';
import { cutWords } from '../src/text/word.ts';
import { generatePage } from './generate-page.ts';

/**
 * How fast pages are read: parse + extract of generated pages in one thread, and the heap on the way.
 * Run with `npm run bench:extract [-- PAGES]` (1,000 pages unless told). `CPU` counts the processor's time alone, so
 * that other programs on the machine do not matter; garbage is collected before each look at the heap.
 */
const total = Number(process.argv[2] ?? 1000);
const setting = { district: null, city: null, publishedOn: null };

const pages = Array.from({ length: total }, (_, seed) => generatePage(seed));
const characters = pages.reduce((sum, page) => sum + page.length, 0);
for (const page of pages.slice(0, 20)) extractIssue(parsePage(page, 'warm-up'), setting);

interface Reading {
  readonly pages: number;
  readonly cpuMs: number;
  readonly parseMs: number;
  readonly extractMs: number;
  readonly heapMb: number;
}

const marks = new Set([Math.round(total / 10), Math.round(total / 2), total]);
const readings: Reading[] = [];
const found = { articles: 0, people: 0, organisations: 0, agreements: 0 };
let parseMs = 0;
let extractMs = 0;
const before = process.cpuUsage();
for (const [i, page] of pages.entries()) {
  const start = performance.now();
  const issue = parsePage(page, `${i}.txt`);
  const parsed = performance.now();
  const facts = extractIssue(issue, setting);
  extractMs += performance.now() - parsed;
  parseMs += parsed - start;
  for (const { people, organisations, agreements } of facts) {
    found.articles += 1;
    found.people += people.length;
    found.organisations += organisations.length;
    found.agreements += agreements.length;
  }
  if (marks.has(i + 1)) readings.push({ pages: i + 1, cpuMs: cpuMs(), parseMs, extractMs, heapMb: heapMb() });
}

console.log(`${total} pages, ${Math.round(characters / total)} characters a page`);
console.log(
  `found: ${Object.entries(found)
    .map(([name, count]) => `${(count / total).toFixed(1)} ${name}`)
    .join(', ')} a page`,
);
const start = performance.now();
cutWords(pages.join('').slice(0, 100_000));
console.log(
  `yardstick: this machine cuts ${Math.min(characters, 100_000)} characters into words in ${(performance.now() - start).toFixed(0)} ms\n`,
);
console.log(row('pages', 'pages/s', 'pages/s CPU', 'parse ms/page', 'extract ms/page', 'heap MB'));
for (const { pages: count, cpuMs: cpu, parseMs: parse, extractMs: extract, heapMb: heap } of readings) {
  console.log(
    row(
      String(count),
      ((1000 * count) / (parse + extract)).toFixed(0),
      ((1000 * count) / cpu).toFixed(0),
      (parse / count).toFixed(2),
      (extract / count).toFixed(2),
      heap.toFixed(1),
    ),
  );
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function heapMb(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

function row(...cells: readonly string[]): string {
  return cells.map((cell) => cell.padStart(16)).join('');
}
