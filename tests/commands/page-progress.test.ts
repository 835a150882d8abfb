import { expect, test } from 'vitest';
import type { Terminal } from '../../src/commands/command.ts';
import { progressReporter } from '../../src/commands/page-progress.ts';
import { readConfig } from '../../src/config.ts';
import type { PageReport } from '../../src/ingest/page-report.ts';

const NEW: PageReport = {
  path: 'a.txt',
  outcome: 'imported',
  file: 'a.txt',
  replaces: [],
  beside: [],
  resembles: [],
  counts: { articles: 1, people: 2, organisations: 1, agreements: 0, doubts: 0 },
};
const STORED: PageReport = { path: 'a.txt', outcome: 'unchanged' };
const BROKEN: PageReport = { path: 'b.txt', outcome: 'failed', error: new Error('b.txt is not text.') };

/** What is told of pages that end at these seconds. */
function told(
  total: number,
  ends: readonly (readonly [second: number, done: number, report?: PageReport])[],
  isTerminal = false,
): string[] {
  const lines: string[] = [];
  const terminal: Terminal = {
    readConfig: () => readConfig({}),
    input: (async function* () {
      /* nothing */
    })(),
    print: (line) => lines.push(line),
    warn: (line) => lines.push(`! ${line}`),
    updateLine: isTerminal ? (line) => lines.push(`> ${line}`) : null,
  };
  let second = 0;
  const tell = progressReporter(terminal, () => second * 1_000);
  for (const [at, done, report = NEW] of ends) {
    second = at;
    tell(report, done, total);
  }
  return lines;
}

test('each of a few pages is reported', () => {
  expect(
    told(2, [
      [1, 1],
      [2, 2, STORED],
    ]),
  ).toEqual(['a.txt: 1 article, 2 people, 1 organisation, 0 agreements', 'a.txt: unchanged']);
});

test('many pages give a line every ten seconds, with the rate and the time left', () => {
  expect(
    told(3_000, [
      [1, 5],
      [9, 45],
      [10, 50],
      [11, 55],
      [19, 95],
      [20, 100],
      [21, 105],
    ]),
  ).toEqual(['50 of 3000 pages, 5.0 pages/s, 9 min 50 s left', '100 of 3000 pages, 5.0 pages/s, 9 min 40 s left']);
});

test('on a terminal one line is updated, and cleared at the end', () => {
  expect(
    told(
      1_000,
      [
        [0.1, 1],
        [0.5, 10],
        [0.6, 12],
        [20, 400],
        [50, 1_000],
      ],
      true,
    ),
  ).toEqual(['> 10 of 1000 pages, 20 pages/s, 50 s left', '> 400 of 1000 pages, 20 pages/s, 30 s left', '> ']);
});

test('the rate is that of the last half minute, for pages that were stored already say nothing of the rest', () => {
  const ends = Array.from({ length: 61 }, (_, second): readonly [number, number] => [
    second,
    second === 0 ? 0 : 10_000 + second,
  ]);
  expect(told(14_660, ends).at(-1)).toBe('10060 of 14660 pages, 1.0 pages/s, 1 h 16 min left');
});

test('a page that cannot be read is reported even among many', () => {
  expect(told(1_000, [[1, 1, BROKEN]])).toEqual(['! b.txt is not text.']);
  expect(told(1_000, [[0.1, 1, BROKEN]], true)).toEqual(['> ', '! b.txt is not text.']);
});
