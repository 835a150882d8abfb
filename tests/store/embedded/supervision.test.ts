import { expect, test } from 'vitest';
import { supervise } from '../../../src/store/embedded/supervision.ts';

const PACE = { check: 5, delays: [0, 1, 1], well: 100 };

/** A server that runs or not; each start is written down, and does what `onStart` does. */
function watched(onStart: (server: { runs: boolean }) => void) {
  const server = { runs: true };
  const lines: string[] = [];
  const supervision = supervise(
    {
      isRunning: () => server.runs,
      start: () => Promise.resolve().then(() => onStart(server)),
      progress: (line) => lines.push(line),
    },
    PACE,
  );
  return { server, lines, supervision };
}

test('a server that cannot be started is given up after a number of attempts, each of which is reported', async () => {
  const { server, lines, supervision } = watched(() => {
    throw new Error('No room on the disk.');
  });
  server.runs = false;
  await expect(supervision.lost).rejects.toThrow(
    'The private Postgres has ended and was started again 3 times in vain; its log says why.',
  );
  expect(lines).toEqual(
    [1, 2, 3].flatMap((n) => [
      `The private Postgres has ended; starting it again (${n} of 3).`,
      'No room on the disk.',
    ]),
  );
  await supervision.end();
});

test('a server that ends again and again is given up too, but not if it ran well in between', async () => {
  const restless = watched(() => {
    /* It ends at once. */
  });
  restless.server.runs = false;
  await expect(restless.supervision.lost).rejects.toThrow('3 times in vain');

  const steady = watched((server) => {
    server.runs = true;
  });
  for (let times = 1; times <= 4; times += 1) {
    steady.server.runs = false;
    await expect.poll(() => steady.lines.filter((line) => line.includes('runs again'))).toHaveLength(times);
    await new Promise((resolve) => setTimeout(resolve, 2 * PACE.well));
  }
  expect(steady.lines.filter((line) => line.includes('(1 of 3)'))).toHaveLength(4);
  await steady.supervision.end();
});

test('nothing is started after the supervision has ended', async () => {
  const { server, lines, supervision } = watched((found) => {
    found.runs = true;
  });
  await supervision.end();
  server.runs = false;
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(lines).toEqual([]);
});
