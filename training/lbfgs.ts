/** What a function is worth at a place, and how it changes there. */
export interface Slope {
  readonly value: number;
  readonly gradient: Float64Array;
}

const HISTORY = 8;
const SUFFICIENT = 1e-4;
const MOST_HALVINGS = 20;

/**
 * Finds where a smooth function is least, by L-BFGS (Nocedal 1980) with steps halved until they lead far enough down.
 * Begins at 0 and takes at most `rounds` steps; nothing is drawn by lot.
 */
export function minimise(size: number, rounds: number, slopeAt: (at: Float64Array) => Slope): Float64Array {
  let at = new Float64Array(size);
  let slope = slopeAt(at);
  const steps: { step: Float64Array; turn: Float64Array; scale: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const direction = directionOf(slope.gradient, steps);
    const descent = dot(direction, slope.gradient);
    let length = steps.length === 0 ? 1 / Math.sqrt(dot(slope.gradient, slope.gradient)) : 1;
    let next = at;
    let nextSlope = slope;
    for (let halving = 0; halving < MOST_HALVINGS; halving += 1, length /= 2) {
      next = new Float64Array(size);
      for (let i = 0; i < size; i += 1) next[i] = at[i]! + length * direction[i]!;
      nextSlope = slopeAt(next);
      if (nextSlope.value <= slope.value + SUFFICIENT * length * descent) break;
    }
    const step = next.map((value, i) => value - at[i]!);
    const turn = nextSlope.gradient.map((value, i) => value - slope.gradient[i]!);
    const curvature = dot(step, turn);
    const gain = slope.value - nextSlope.value;
    at = next;
    slope = nextSlope;
    if (gain < 1e-6 * Math.abs(slope.value)) break;
    if (curvature > 1e-10) steps.push({ step, turn, scale: 1 / curvature });
    if (steps.length > HISTORY) steps.shift();
  }
  return at;
}

/** The gradient, bent by what the last steps told of the curvature. */
function directionOf(
  gradient: Float64Array,
  steps: readonly { step: Float64Array; turn: Float64Array; scale: number }[],
): Float64Array {
  const direction = gradient.map((value) => -value);
  const shares: number[] = [];
  for (const { step, turn, scale } of steps.toReversed()) {
    const share = scale * dot(step, direction);
    shares.unshift(share);
    for (let i = 0; i < direction.length; i += 1) direction[i]! -= share * turn[i]!;
  }
  const last = steps.at(-1);
  if (last) {
    const factor = 1 / (last.scale * dot(last.turn, last.turn));
    for (let i = 0; i < direction.length; i += 1) direction[i]! *= factor;
  }
  for (const [k, { step, turn, scale }] of steps.entries()) {
    const share = shares[k]! - scale * dot(turn, direction);
    for (let i = 0; i < direction.length; i += 1) direction[i]! += share * step[i]!;
  }
  return direction;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += a[i]! * b[i]!;
  return sum;
}
