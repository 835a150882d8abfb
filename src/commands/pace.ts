/**
 * Pages that are stored already pass by a hundred times as fast as new ones, so that only what was lately done tells
 * how long the rest takes.
 */
const WINDOW_MS = 30_000;

/** How fast a count grows. */
export interface Pace {
  /** To be told, with the time in milliseconds, whenever the count has grown. */
  note(at: number, done: number): void;
  /** `4.8 pages/s, 8 min 40 s left`, when as many as `remaining` are to come. */
  describe(remaining: number): string;
}

export function createPace(startedAt: number): Pace {
  /** At most one mark a second; the first is the beginning of the window. */
  const marks = [{ at: startedAt, done: 0 }];
  let latest = marks[0]!;
  return {
    note(at, done) {
      latest = { at, done };
      if (at - marks.at(-1)!.at >= 1_000) marks.push(latest);
      while (marks.length > 1 && at - marks[1]!.at >= WINDOW_MS) marks.shift();
    },
    describe(remaining) {
      const { at, done } = marks[0]!;
      const rate = ((latest.done - done) / Math.max(1, latest.at - at)) * 1_000;
      if (rate === 0) return 'waiting';
      return `${rate < 10 ? rate.toFixed(1) : Math.round(rate)} pages/s, ${duration(remaining / rate)} left`;
    },
  };
}

function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3_600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3_600)} h ${Math.floor((whole % 3_600) / 60)} min`;
}
