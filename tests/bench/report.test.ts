import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Slot } from '../../bench/compare/measure.ts';
import { figuresOf, geometricMean, ratiosOf } from '../../bench/compare/report.ts';
import { table } from '../../bench/compare/table.ts';
import { writePages } from '../../bench/import/page-folder.ts';
import { parseMetadata } from '../../src/parse/metadata.ts';
import { parsePage } from '../../src/parse/page.ts';

const slot = (seconds: number, latencies: readonly number[], serverMs: number, databaseMs: number): Slot => ({
  seconds,
  latencies,
  serverMs,
  databaseMs,
});

describe('figures of several rounds', () => {
  test('figures are those of all answers of all rounds together', () => {
    const figures = figuresOf([slot(1, [1, 2, 3], 6, 3), slot(3, [100], 2, 1)]);
    expect(figures).toEqual({ throughput: 1, p50: 3, p99: 100, serverMs: 2, databaseMs: 1 });
  });
});

describe('ratios', () => {
  test('a ratio above one means more requests in the same time, below one less time and work for a request', () => {
    const own = [slot(1, [1, 1, 1, 1], 4, 0)];
    const other = [slot(2, [4, 4], 4, 4)];
    expect(ratiosOf(own, other)).toEqual({ throughput: 4, rounds: [4, 4], p50: 0.25, p99: 0.25, cpu: 0.25 });
  });

  test('ratios say how far rounds lie apart, each compared with the other contender in its own round', () => {
    const own = [slot(1, [1, 1], 2, 0), slot(1, [1], 1, 0)];
    const other = [slot(1, [1], 1, 0), slot(1, [1, 1], 2, 0)];
    const { throughput, rounds } = ratiosOf(own, other);
    expect(throughput).toBe(1);
    expect(rounds).toEqual([0.5, 2]);
  });

  test('the mean of twice and half is one', () => {
    expect(geometricMean([2, 0.5])).toBe(1);
    expect(geometricMean([2, 8])).toBeCloseTo(4);
  });
});

test('a table is Markdown with aligned columns', () => {
  expect(
    table(
      ['', 'p50'],
      [
        ['newest', '1.25'],
        ['a', '10'],
      ],
    ),
  ).toBe('|        |  p50 |\n|--------|-----:|\n| newest | 1.25 |\n| a      |   10 |');
});

test('pages to import belong to that many issues, each stating its own paper, day and number', () => {
  const folder = mkdtempSync(join(tmpdir(), 'banmian-pages-'));
  try {
    expect(writePages(folder, 12)).toBe(48);
    const files = readdirSync(folder).filter((file) => file.endsWith('.txt'));
    const issues = files.map((file) => {
      const { publication, publishedOn, number } = parseMetadata(
        readFileSync(join(folder, file.replace('.txt', '.issue.json')), 'utf8'),
        file,
      );
      const { masthead } = parsePage(readFileSync(join(folder, file), 'utf8'), file);
      expect(masthead).toMatchObject({ publication: publication.name, publishedOn: publishedOn!.date, number });
      return `${publication.slug} ${publishedOn!.date}`;
    });
    expect(files).toHaveLength(48);
    expect(new Set(issues).size).toBe(12);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
