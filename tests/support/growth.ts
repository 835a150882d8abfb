/** Over eight times the size, linear work grows eight times and quadratic work sixty-four times. */
const STEP = 8;
/** Between the two, so that neither a noisy machine nor a logarithm decides the outcome. */
export const LINEAR = 3 * STEP;
/** Milliseconds of work under which a measurement says nothing. */
const LEAST = 20;
/** A machine that is busy with other work may spoil one of them; work that grows too fast is slow in all. */
const ATTEMPTS = 4;

/**
 * How work grows with size: the CPU time for eight times `size` divided by that for `size`. Expect it to be less than
 * `limit`; until it is, it is measured again, and the least of all attempts counts. The time for `size` is that of as
 * many runs as take eight times it, so that both are measured over about as long a time.
 */
export async function growth(size: number, work: (size: number) => unknown, limit = LINEAR): Promise<number> {
  await work(size); // Warms up the compiler.
  let least = Infinity;
  for (let attempt = 1; attempt <= ATTEMPTS && least >= limit; attempt += 1) {
    const small = await cpuTime(async () => {
      for (let run = 1; run <= STEP; run += 1) await work(size);
    });
    const large = await cpuTime(() => work(STEP * size));
    least = Math.min(least, large / Math.max(small / STEP, LEAST));
  }
  return least;
}

async function cpuTime(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
