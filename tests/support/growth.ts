/** Over eight times the size, linear work grows eight times and quadratic work sixty-four times. */
const STEP = 8;
/** Between the two, so that neither a noisy machine nor a logarithm decides the outcome. */
export const LINEAR = 3 * STEP;
/** Milliseconds of work under which a measurement says nothing. */
const LEAST = 20;

/**
 * How work grows with size: the CPU time for eight times `size` divided by that for `size`, each the least of three
 * attempts. Expect it to be less than {@link LINEAR}.
 */
export async function growth(size: number, work: (size: number) => unknown): Promise<number> {
  await work(size); // Warms up the compiler.
  return (await cpuTime(() => work(STEP * size))) / Math.max(await cpuTime(() => work(size)), LEAST);
}

async function cpuTime(work: () => unknown): Promise<number> {
  let least = Infinity;
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1_000);
  }
  return least;
}
