import { describe, expect, test } from 'vitest';
import { bestSet, chartOf, transitionOf, TRANSITIONS } from '../../../src/extract/tagger/chart.ts';
import { marginalsOf, transitionCounts } from '../../../src/extract/tagger/marginals.ts';
import type { Chart } from '../../../src/extract/tagger/chart.ts';
import type { Candidate } from '../../../src/extract/tagger/candidate.ts';

/** Numbers from 0 to 1, the same every time (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

interface Problem {
  readonly chart: Chart;
  readonly scores: Float64Array;
  readonly weights: Float64Array;
}

/** A small text of names and links with up to nine candidates. */
function problem(seed: number): Problem {
  const random = seeded(seed);
  const below = (n: number): number => Math.floor(random() * n);
  const text = Array.from({ length: 1 + below(10) }, () => '甲乙、的（）'[below(6)]).join('');
  const candidates = Array.from({ length: below(10) }, (): Candidate => {
    const start = below(text.length);
    return { start, end: start + 1 + below(text.length - start), label: below(4), form: 0 };
  }).sort((a, b) => a.start - b.start || a.end - b.end);
  const spread = (): number => 6 * random() - 3;
  return {
    chart: chartOf(text, candidates),
    scores: Float64Array.from(candidates, spread),
    weights: Float64Array.from({ length: TRANSITIONS }, spread),
  };
}

const scoreOf = (set: readonly number[], { chart: { candidates, text }, scores, weights }: Problem): number =>
  set.reduce((sum, i, at) => {
    const transition = at === 0 ? -1 : transitionOf(candidates[set[at - 1]!]!, candidates[i]!, text);
    return sum + scores[i]! + (transition < 0 ? 0 : weights[transition]!);
  }, 0);

/** Every set of candidates that do not overlap, in order. */
function allSets({ chart: { candidates } }: Problem): number[][] {
  const sets: number[][] = [];
  for (let bits = 0; bits < 1 << candidates.length; bits += 1) {
    const set = candidates.flatMap((_, i) => (bits & (1 << i) ? [i] : []));
    if (set.every((i, at) => at === 0 || candidates[set[at - 1]!]!.end <= candidates[i]!.start)) sets.push(set);
  }
  return sets;
}

const problems = Array.from({ length: 300 }, (_, seed) => problem(seed + 1));

describe('a chart', () => {
  test('finds the best of all sets', () => {
    for (const each of problems) {
      const best = bestSet(each.chart, each.scores, each.weights);
      const scores = allSets(each).map((set) => scoreOf(set, each));
      expect(allSets(each)).toContainEqual(best);
      expect(scoreOf(best, each)).toBeCloseTo(Math.max(...scores), 8);
    }
  });

  test('sums over all sets', () => {
    for (const each of problems) {
      const total = allSets(each).reduce((sum, set) => sum + Math.exp(scoreOf(set, each)), 0);
      expect(marginalsOf(each.chart, each.scores, each.weights).total).toBeCloseTo(Math.log(total), 8);
    }
  });

  test('knows how likely each candidate and each transition is', () => {
    for (const each of problems) {
      const { candidates, text } = each.chart;
      const of = new Float64Array(candidates.length);
      const transitions = new Float64Array(TRANSITIONS);
      const shares = allSets(each).map((set) => Math.exp(scoreOf(set, each)));
      const total = shares.reduce((sum, share) => sum + share, 0);
      allSets(each).forEach((set, n) => {
        set.forEach((i, at) => {
          of[i]! += shares[n]! / total;
          const transition = at === 0 ? -1 : transitionOf(candidates[set[at - 1]!]!, candidates[i]!, text);
          if (transition >= 0) transitions[transition]! += shares[n]! / total;
        });
      });
      const found = marginalsOf(each.chart, each.scores, each.weights);
      found.of.forEach((share, i) => expect(share).toBeCloseTo(of[i]!, 8));
      transitionCounts(each.chart, found, each.weights).forEach((count, t) =>
        expect(count).toBeCloseTo(transitions[t]!, 8),
      );
    }
  });

  test('leaves out what is impossible', () => {
    const chart = chartOf('甲乙丙丁', [
      { start: 0, end: 2, label: 0, form: 0 },
      { start: 0, end: 4, label: 2, form: 0 },
      { start: 2, end: 4, label: 1, form: 0 },
    ]);
    const { total, of } = marginalsOf(chart, Float64Array.of(0, -Infinity, 0), new Float64Array(TRANSITIONS));
    expect(total).toBeCloseTo(Math.log(4), 8);
    expect([...of]).toEqual([expect.closeTo(0.5, 8), 0, expect.closeTo(0.5, 8)]);
  });

  test('of nothing has one set', () => {
    for (const text of ['', '甲']) {
      const chart = chartOf(text, []);
      expect(bestSet(chart, new Float64Array(0), new Float64Array(TRANSITIONS))).toEqual([]);
      expect(marginalsOf(chart, new Float64Array(0), new Float64Array(TRANSITIONS)).total).toBe(0);
    }
  });

  test('takes nothing that speaks against itself', () => {
    const chart = chartOf('甲乙', [{ start: 0, end: 2, label: 0, form: 0 }]);
    expect(bestSet(chart, Float64Array.of(-1), new Float64Array(TRANSITIONS))).toEqual([]);
    expect(bestSet(chart, Float64Array.of(1), new Float64Array(TRANSITIONS))).toEqual([0]);
  });

  test('keeps its sums where scores are large', () => {
    const chart = chartOf('甲乙', [{ start: 0, end: 2, label: 0, form: 0 }]);
    for (const score of [-800, 800]) {
      const { total, of } = marginalsOf(chart, Float64Array.of(score), new Float64Array(TRANSITIONS));
      expect(total).toBeCloseTo(Math.max(0, score), 8);
      expect(of[0]).toBeCloseTo(score > 0 ? 1 : 0, 8);
    }
  });
});

describe('a transition', () => {
  const at = (start: number, end: number, label: number): Candidate => ({ start, end, label, form: 0 });

  test('joins what stands side by side, or with one link between', () => {
    expect(transitionOf(at(0, 2, 1), at(2, 4, 0), '局长柳青')).toBeGreaterThanOrEqual(0);
    expect(transitionOf(at(0, 2, 0), at(3, 5, 0), '柳青、海澄')).toBeGreaterThanOrEqual(0);
  });

  test('differs by labels, order and link', () => {
    const text = '柳青、海澄和';
    const all = [
      transitionOf(at(0, 2, 0), at(3, 5, 0), text),
      transitionOf(at(0, 2, 0), at(3, 5, 1), text),
      transitionOf(at(0, 2, 1), at(3, 5, 0), text),
      transitionOf(at(0, 2, 0), at(2, 4, 0), text),
      transitionOf(at(3, 5, 0), at(6, 8, 0), `${text}韦国`),
    ];
    expect(new Set(all).size).toBe(all.length);
    for (const transition of all) expect(transition).toBeLessThan(TRANSITIONS);
  });

  test('is none over other words, over two characters, or backwards', () => {
    expect(transitionOf(at(0, 2, 0), at(3, 5, 0), '柳青看海澄')).toBe(-1);
    expect(transitionOf(at(0, 2, 0), at(4, 6, 0), '柳青、、海澄')).toBe(-1);
    expect(transitionOf(at(2, 4, 0), at(0, 2, 0), '柳青海澄')).toBe(-1);
  });
});
