import { describe, expect, test } from 'vitest';
import { findPlaces, overlapsAny, spansWithin } from '../../../src/extract/document/span.ts';

const spans = [
  { start: 0, end: 3 },
  { start: 5, end: 8 },
  { start: 8, end: 10 },
];

describe('places of names', () => {
  test('every place of a name is found, in the order of the text', () => {
    expect(findPlaces('新微集团与东铭集团，新微集团', ['新微集团']).get('新微集团')).toEqual([
      { start: 0, end: 4 },
      { start: 10, end: 14 },
    ]);
  });

  test('the longest name is found where names overlap', () => {
    const places = findPlaces('上海新微集团与新微。', ['新微', '新微集团']);
    expect([places.get('新微集团'), places.get('新微')]).toEqual([[{ start: 2, end: 6 }], [{ start: 7, end: 9 }]]);
  });

  test('a name that is not printed has no places', () => {
    expect(findPlaces('会议举行', ['新微', '新微集团'])).toEqual(
      new Map([
        ['新微', []],
        ['新微集团', []],
      ]),
    );
  });
});

test('the spans that lie wholly inside a range are found', () => {
  expect(spansWithin(spans, 0, 8)).toEqual(spans.slice(0, 2));
  expect(spansWithin(spans, 1, 9)).toEqual(spans.slice(1, 2));
  expect(spansWithin(spans, 3, 5)).toEqual([]);
  expect(spansWithin([], 0, 8)).toEqual([]);
});

test('a range is compared with all spans for a shared unit', () => {
  for (const [start, end] of [
    [0, 1],
    [2, 5],
    [7, 9],
    [0, 10],
  ] as const)
    expect(overlapsAny(spans, { start, end })).toBe(true);
  for (const [start, end] of [
    [3, 5],
    [10, 12],
  ] as const)
    expect(overlapsAny(spans, { start, end })).toBe(false);
});
