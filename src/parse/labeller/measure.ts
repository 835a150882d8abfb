/** In which step a value lies: the number of bounds that it exceeds, in order. */
export function measure(value: number, bounds: readonly number[]): number {
  let step = 0;
  while (step < bounds.length && !(value <= bounds[step]!)) step += 1;
  return step;
}
