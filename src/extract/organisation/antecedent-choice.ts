/** How a form was found: tagged as a name, met in the text along a longer name, or as a common noun. */
export type FormSort = 'name' | 'form' | 'noun';

/** Which body a form stands for: every body that it could mean, and what speaks for each. */
export interface AntecedentQuestion {
  readonly form: string;
  readonly sort: FormSort;
  /** What speaks for none of them: the features of the form itself. */
  readonly own: readonly string[];
  readonly candidates: readonly AntecedentCandidate[];
}

export interface AntecedentCandidate {
  /** A name of the body. */
  readonly name: string;
  readonly features: readonly string[];
}

/** How likely none of the candidates is meant, then each of them; the sum is 1. */
export type WeighAntecedents = (question: AntecedentQuestion) => readonly number[];

/** Weights by the names of features. */
export type AntecedentWeights = Readonly<Record<string, number>>;

/** A softmax over none and the candidates, by learned weights. */
export function antecedentWeigher(weights: AntecedentWeights): WeighAntecedents {
  const sum = (features: readonly string[]): number =>
    features.reduce((score, feature) => score + (weights[feature] ?? 0), 0);
  return ({ own, candidates }) => {
    const scores = [sum(own), ...candidates.map(({ features }) => sum(features))];
    const most = Math.max(...scores);
    const odds = scores.map((score) => Math.exp(score - most));
    const total = odds.reduce((a, b) => a + b, 0);
    return odds.map((odd) => odd / total);
  };
}

/** The likeliest candidate, and how likely it is; null where none is likelier. */
export function likeliest({ candidates }: AntecedentQuestion, shares: readonly number[]): Antecedent | null {
  const best = shares.indexOf(Math.max(...shares));
  return best > 0 ? { name: candidates[best - 1]!.name, probability: shares[best]! } : null;
}

/** A chosen body by one of its names. */
export interface Antecedent {
  readonly name: string;
  readonly probability: number;
}
