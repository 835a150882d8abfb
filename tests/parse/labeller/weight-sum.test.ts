import { expect, test } from 'vitest';
import { FeatureNames } from '../../../src/parse/labeller/feature-sink.ts';
import { numberOf, wordOf } from '../../../src/parse/labeller/feature-word.ts';
import { addFeatures } from '../../../src/parse/labeller/feature.ts';
import { pageShapeOf } from '../../../src/parse/labeller/page-shape.ts';
import { RowTable } from '../../../src/parse/labeller/row-table.ts';
import { labels } from '../../../src/parse/labeller/state.ts';
import { WeightSum } from '../../../src/parse/labeller/weight-sum.ts';
import { readLines } from '../../../src/parse/line.ts';

const page = pageShapeOf(
  readLines(
    '首页 新闻 专题\n雪后扫街人\n2021-03-04 来源：云岫新闻网\n　　3月4日，云岫县召开会议，县长苗青禾讲话。\n完\n',
  ),
);
const ats = page.lines.map((_, at) => at);
const namesAt = (at: number): string[] => {
  const sink = new FeatureNames();
  addFeatures(page, at, sink);
  return sink.names;
};

test('features weigh what stands under their names', () => {
  const names = [...new Set(ats.flatMap(namesAt))].filter((_, n) => n % 3 > 0);
  const weights = Object.fromEntries(names.map((name, n) => [name, labels.map((_, label) => (n % 17) - label)]));
  const sink = new WeightSum(weights);
  for (const at of [...ats, ...ats]) {
    const sums = new Int32Array(labels.length);
    addFeatures(page, at, sink);
    sink.take(sums, 0);
    const rows = namesAt(at).flatMap((name) => (weights[name] ? [weights[name]] : []));
    expect([...sums]).toEqual(labels.map((_, label) => 100 * rows.reduce((sum, row) => sum + row[label]!, 0)));
  }
});

test('names of features tell their words and characters', () => {
  const kind = page.shapes[1]!.kind;
  expect(namesAt(1)).toEqual(
    expect.arrayContaining(['', `k ${wordOf(kind)}`, 'first 雪后', 'last 街人', 'c 后扫', 's 字']),
  );
  expect(namesAt(4)).toEqual(expect.arrayContaining(['first 完', 'last 完', 'is 完']));
  expect(namesAt(2)).toEqual(expect.arrayContaining(['first 20', 'c 00', 's 0']));
});

test('words have one number each', () => {
  expect(numberOf('7')).toBe(7);
  expect(numberOf('雪')).toBe(numberOf('雪'));
  expect(wordOf(numberOf('雪'))).toBe('雪');
});

test('a table keeps rows until it is full', () => {
  const table = new RowTable(3000);
  for (let n = 0; n < 3000; n += 1) table.set(n, -n, 2 * n);
  expect(Array.from({ length: 3000 }, (_, n) => table.get(n, -n))).toEqual(
    Array.from({ length: 3000 }, (_, n) => 2 * n),
  );
  expect(table.get(1, -2)).toBeUndefined();
  table.set(5000, 0, 1);
  expect([table.get(5000, 0), table.get(0, 0)]).toEqual([1, undefined]);
});
