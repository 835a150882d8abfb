/**
 * Pages that are stored already pass a hundred times as fast as new ones: only the latest progress tells how long the
 * rest takes.
 */
const WINDOW_MS = 30_000;
/** Samples are taken this far apart at least. */
const SAMPLE_MS = 1_000;

/** Measures how fast a count grows. */
export interface RateMeter {
  /** Records the count at a time in milliseconds; called whenever it has grown. */
  record(at: number, done: number): void;
  /** The rate and the time left for as many as `remaining`: `4.8 pages/s, 8 min 40 s left`. */
  describe(remaining: number): string;
}

interface Sample {
  readonly at: number;
  readonly done: number;
}

/** A meter whose count is 0 at the time `startedAt`. */
export function createRateMeter(startedAt: number): RateMeter {
  const start: Sample = { at: startedAt, done: 0 };
  const samples = [start];
  let oldest = start;
  let latest = start;
  return {
    record(at, done) {
      latest = { at, done };
      if (at - (samples.at(-1) ?? oldest).at >= SAMPLE_MS) samples.push(latest);
      // The window begins at the last sample that is old enough.
      for (let [, next] = samples; next !== undefined && at - next.at >= WINDOW_MS; [, next] = samples) {
        samples.shift();
        oldest = next;
      }
    },
    describe(remaining) {
      const rate = ((latest.done - oldest.done) / Math.max(1, latest.at - oldest.at)) * 1_000;
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
