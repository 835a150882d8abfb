/** A choice among candidates that each have some numbered features, and which of them are right. */
export interface ChoiceExample {
  readonly candidates: readonly Int32Array[];
  readonly right: readonly boolean[];
}

/** How choices are learned: how often all examples are seen, how long the steps are, how hard weights are drawn to 0. */
export interface Schedule {
  readonly epochs: number;
  readonly rate: number;
  readonly decay: number;
}

/**
 * Learns the weights of a softmax over candidates: maximum likelihood of the right ones by AdaGrad (Duchi, Hazan and
 * Singer 2011), the mean of the later epochs. `size` is the number of features.
 */
export function trainChoice(
  examples: readonly ChoiceExample[],
  size: number,
  { epochs, rate, decay }: Schedule,
): Float64Array {
  const weights = new Float64Array(size);
  const squares = new Float64Array(size).fill(1e-2);
  const mean = new Float64Array(size);
  const later = epochs / 2;
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    for (const { candidates, right } of examples) {
      const scores = candidates.map((part) => part.reduce((sum, f) => sum + weights[f]!, 0));
      const most = Math.max(...scores);
      const all = scores.map((score) => Math.exp(score - most));
      const total = all.reduce((a, b) => a + b, 0);
      const rightTotal = all.reduce((sum, value, i) => sum + (right[i] ? value : 0), 0);
      candidates.forEach((part, i) => {
        const gradient = (right[i] ? all[i]! / rightTotal : 0) - all[i]! / total;
        if (Math.abs(gradient) < 1e-5) return;
        for (const f of part) {
          const g = gradient - decay * weights[f]!;
          squares[f]! += g * g;
          weights[f]! += (rate * g) / Math.sqrt(squares[f]!);
        }
      });
    }
    if (epoch >= later) for (let f = 0; f < mean.length; f += 1) mean[f]! += weights[f]! / (epochs - later);
  }
  return mean;
}
