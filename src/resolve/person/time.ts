/** Within this many months two citations of one office mean that it was held in between. */
const HELD_BETWEEN = 18;

/**
 * Whether two offices were held at the same time: one is cited between two citations of the other that are at most a year and a half
 * apart, or both are cited in two of the same months. In the month in which somebody changes posts both are cited. Takes
 * months in order.
 */
export function overlap(one: readonly number[], other: readonly number[]): boolean {
  return isCitedWithin(one, other) || isCitedWithin(other, one) || shared(one, other) > 1;
}

function isCitedWithin(one: readonly number[], other: readonly number[]): boolean {
  return one.some((month, i) => {
    const next = one[i + 1];
    return next !== undefined && next - month <= HELD_BETWEEN && other.some((at) => at > month && at < next);
  });
}

function shared(one: readonly number[], other: readonly number[]): number {
  const months = new Set(one);
  return other.filter((month) => months.has(month)).length;
}
