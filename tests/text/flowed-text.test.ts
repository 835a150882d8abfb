import { expect, test } from 'vitest';
import { lineOf, lineStarts, sourceSpan } from '../../src/text/flowed-text.ts';
import type { FlowedText } from '../../src/text/flowed-text.ts';

const raw = '县水利局局长计\n\n长河到会。\n区委书记讲话。';
/** The name broken over two lines is joined; a blank line is added before the second paragraph. */
const flowed: FlowedText = {
  text: '县水利局局长计长河到会。\n\n区委书记讲话。',
  runs: [
    [0, 0, 7],
    [7, 9, 5],
    [14, 15, 7],
  ],
};
const rawOf = (words: string) => {
  const start = flowed.text.indexOf(words);
  const span = sourceSpan(flowed, start, start + words.length);
  return span && raw.slice(span.start, span.end);
};

test('words within one run are found where they were copied from', () => {
  expect(rawOf('水利局')).toBe('水利局');
  expect(rawOf('区委书记讲话。')).toBe('区委书记讲话。');
});

test('words joined over a line break span the break in the raw file', () => {
  expect(rawOf('计长河')).toBe('计\n\n长河');
});

test('text that was only added when joining has no place in the raw file', () => {
  expect(rawOf('\n\n')).toBeNull();
  expect(sourceSpan(flowed, 3, 3)).toBeNull();
});

test('a span that begins or ends in added text is cut to what was copied', () => {
  expect(rawOf('到会。\n\n区委')).toBe('到会。\n区委');
  expect(rawOf('\n\n区委')).toBe('区委');
});

test('pieces that stand in another order in the raw file are all covered', () => {
  const turned: FlowedText = {
    text: 'abcd',
    runs: [
      [0, 10, 2],
      [2, 4, 2],
    ],
  };
  expect(sourceSpan(turned, 0, 4)).toEqual({ start: 4, end: 12 });
});

test('lines are counted from 1, whatever ends them', () => {
  const starts = lineStarts('一\n二\r\n三\r四');
  expect([0, 1, 2, 5, 7].map((offset) => lineOf(starts, offset))).toEqual([1, 1, 2, 3, 4]);
});
