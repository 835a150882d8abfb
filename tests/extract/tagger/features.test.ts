import { describe, expect, test } from 'vitest';
import { Features } from '../../../src/extract/tagger/features.ts';
import { templates } from '../../../src/extract/tagger/template.ts';
import { FeatureList } from '../../../src/extract/tagger/weights.ts';
import { latticeOf } from '../../../src/extract/tagger/lattice.ts';
import { tableOf } from '../../../src/extract/tagger/model.ts';
import { textsOfMarks } from '../../../training/vocabulary.ts';

const text =
  '云岫区委书记柳青会见江东大学校长韦国栋、卡尔·林德曼一行。东铭智能（云岫）有限公司总经理Peter Lau，县长次仁顿珠参加。柳青说，东铭智能与江东大学签约。';

/** The keys of each candidate of a text. */
function keysOf(words: string, list = new FeatureList(templates)): number[][] {
  const lattice = latticeOf({ text: words, bodyStart: 0 });
  const features = new Features(lattice, list);
  return lattice.candidates.map((candidate) => {
    features.start(candidate.label, candidate.start);
    features.end(candidate.label, candidate.form, candidate.end);
    features.whole(candidate);
    return list.keys.splice(0);
  });
}

describe('features', () => {
  test('are the same for the same text', () => {
    expect(keysOf(text)).toEqual(keysOf(text));
  });

  test('are a bounded number for each candidate', () => {
    for (const keys of keysOf(text)) {
      expect(keys.length).toBeGreaterThan(20);
      expect(keys.length).toBeLessThan(150);
    }
  });

  test('tell candidates apart', () => {
    const all = keysOf(text).map((keys) => keys.join());
    expect(new Set(all).size).toBeGreaterThan(all.length * 0.9);
  });

  test('have weights that can be written and read again', () => {
    const list = new FeatureList(templates);
    const names = (list.names = new Map<number, string>());
    list.texts = textsOfMarks();
    keysOf(text, list);
    const written: Record<string, string> = {};
    for (const name of names.values()) {
      const [template, ...values] = name.split('\t');
      const own = templates[Number(template)]!.name;
      written[own] = [...(written[own] === undefined ? [] : [written[own]]), ...values, '100'].join('\t');
    }
    const table = tableOf(templates, written);
    for (const [key, name] of names) expect(table.get(key), name).toBe(100);
  });

  test('are told by templates of different names', () => {
    expect(new Set(templates.map(({ name }) => name)).size).toBe(templates.length);
  });

  test('are found where a candidate opens or closes the text', () => {
    expect(keysOf('柳青').every((keys) => keys.length > 0)).toBe(true);
    expect(keysOf('江东大学').length).toBeGreaterThan(0);
  });
});
