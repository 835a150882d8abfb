import { describe, expect, test } from 'vitest';
import { tableOf, taggerOf } from '../../../src/extract/tagger/model.ts';
import { TRANSITIONS } from '../../../src/extract/tagger/chart.ts';
import { featureKey, FeatureList, WeightTable } from '../../../src/extract/tagger/weights.ts';
import { unitHash } from '../../../src/text/unit-hash.ts';
import type { Template } from '../../../src/extract/tagger/weights.ts';
import { shippedModels } from '../../../src/extract/models.ts';

const templates: readonly Template[] = [
  { name: 'word', values: ['text'] },
  { name: 'length', values: ['number', 'number'] },
  { name: 'word, length, word', values: ['text', 'number', 'text'] },
];

/** The key under which a feature is looked up. */
function keyOf(template: number, a: number, b?: number, c?: number): number {
  const list = new FeatureList(templates);
  list.add(template, a, b, c);
  return list.keys[0]!;
}

describe('a table of weights', () => {
  test('gives each weight by its key, and 0 for any other', () => {
    const keys = Array.from({ length: 5_000 }, (_, i) => featureKey(3, i, 0, 0));
    const weights = keys.map((_, i) => (i % 2 ? i + 1 : -i - 1));
    const table = new WeightTable(keys, weights);
    expect(keys.map((key) => table.get(key))).toEqual(weights);
    expect(keys.filter((_, i) => table.get(featureKey(4, i, 0, 0)) !== 0)).toEqual([]);
  });

  test('keeps keys that fall on one place apart', () => {
    const table = new WeightTable([1, 2, 3, -1, -2], [10, 20, 30, 40, -50]);
    expect([1, 2, 3, -1, -2, 4, -3].map((key) => table.get(key))).toEqual([10, 20, 30, 40, -50, 0, 0]);
  });

  test('gives the sum of several weights, of equal keys each', () => {
    const table = new WeightTable([1, 2, -1], [10, 20, -70]);
    expect(table.sum(Int32Array.of(1, 2, -1, 5, 1, 2), 5)).toBe(-30);
  });

  test('may be empty', () => {
    expect(new WeightTable([], []).get(7)).toBe(0);
  });
});

describe('keys', () => {
  test('differ by template and by each value', () => {
    const keys = [
      featureKey(0, 1, 2, 3),
      featureKey(1, 1, 2, 3),
      featureKey(0, 2, 2, 3),
      featureKey(0, 1, 3, 3),
      featureKey(0, 1, 2, 4),
      featureKey(0, 2, 1, 3),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('of texts differ, the same text has the same', () => {
    const texts = ['', '局', '局长', '长局', '副局长', '𠮷', 'A', 'a'];
    expect(new Set(texts.map((text) => unitHash(text))).size).toBe(texts.length);
    expect(unitHash('局长')).toBe(unitHash(['局', '长'].join('')));
  });
});

describe('the file of weights', () => {
  test('gives back every weight under the key of its feature', () => {
    const table = tableOf(templates, {
      word: '局长\t150\t\t-100\t#。\t25',
      length: '3\t4\t200',
      'word, length, word': '大学\t2\t校长\t-50',
    });
    expect(table.get(keyOf(0, unitHash('局长')))).toBe(150);
    expect(table.get(keyOf(0, unitHash('')))).toBe(-100);
    expect(table.get(keyOf(0, unitHash('#。')))).toBe(25);
    expect(table.get(keyOf(1, 3, 4))).toBe(200);
    expect(table.get(keyOf(1, 4, 3))).toBe(0);
    expect(table.get(keyOf(2, unitHash('大学'), 2, unitHash('校长')))).toBe(-50);
  });

  test('may lack templates, and have some that are no longer known', () => {
    const table = tableOf(templates, { older: '局长\t300' });
    expect(table.get(keyOf(0, unitHash('局长')))).toBe(0);
  });

  test('writes features as they are read', () => {
    const list = new FeatureList(templates);
    list.names = new Map();
    list.texts = new Map();
    list.add(2, list.text('大学'), 2, list.text('校长'));
    expect([...list.names.values()]).toEqual(['2\t大学\t2\t校长']);
  });

  test('as shipped has a weight for every transition', () => {
    expect(shippedModels().tagger.transitions).toHaveLength(TRANSITIONS);
    expect(taggerOf({ transitions: [1, 2], weights: {} }).transitions).toEqual(Float64Array.of(1, 2));
  });
});
