import { expect, test } from 'vitest';
import { flow, joinFlows, sliceFlow, trimFlow } from '../../src/text/flow.ts';

const raw = '在区人才工作局,曹立强指\n\n出,要坚持。 ';

test('ranges of the raw file are joined, and lead back to it', () => {
  const whole = flow(raw, [
    { from: 8, to: 12 },
    { from: 14, to: 20 },
  ]);
  expect(whole).toEqual({
    text: '曹立强指出,要坚持。',
    runs: [
      [0, 8, 4],
      [4, 14, 6],
    ],
  });
});

test('a slice may cross the seam', () => {
  const part = sliceFlow(
    flow(raw, [
      { from: 8, to: 12 },
      { from: 14, to: 20 },
    ]),
    3,
    5,
  );
  expect(part).toEqual({
    text: '指出',
    runs: [
      [0, 11, 1],
      [1, 14, 1],
    ],
  });
});

test('a separator has no run', () => {
  const parts = [flow(raw, [{ from: 0, to: 2 }]), flow(raw, [{ from: 8, to: 11 }])];
  expect(joinFlows(parts, '\n\n')).toEqual({
    text: '在区\n\n曹立强',
    runs: [
      [0, 0, 2],
      [4, 8, 3],
    ],
  });
});

test('spaces are trimmed together with their runs', () => {
  expect(trimFlow(flow(raw, [{ from: 18, to: 21 }]))).toEqual({ text: '持。', runs: [[0, 18, 2]] });
});
