/** How a form was found: tagged as a name, met in the text along a longer name, or as a common noun. */
export type FormSort = 'name' | 'form' | 'noun';

/** Which body a form stands for: every body that it could mean, and what speaks for each. */
export interface AntecedentQuestion {
  readonly form: string;
  readonly sort: FormSort;
  /** Whether a noun means the own body, 我校 and 本会, or the one just named, 该校; empty for other forms. */
  readonly pointer: '' | 'own' | 'that';
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

/** The full names of a question's features: those of none, then those of each candidate. */
export function namedFeatures({ sort, pointer, own, candidates }: AntecedentQuestion): string[][] {
  const openings = pointer === '' ? [sort] : [sort, pointer];
  return [
    own.map((feature) => `${sort}: none ${feature}`),
    ...candidates.map(({ features }) =>
      openings.flatMap((opening) => features.map((feature) => `${opening}: ${feature}`)),
    ),
  ];
}

/** A softmax over none and the candidates, by learned weights. */
export function antecedentWeigher(weights: AntecedentWeights): WeighAntecedents {
  const tables = tablesOf(weights);
  const add = (score: number, features: readonly string[], table: string): number => {
    const known = tables.get(table)!;
    let sum = score;
    for (const feature of features) sum += known.get(feature) ?? 0;
    return sum;
  };
  return ({ sort, pointer, own, candidates }) => {
    const scores = [add(0, own, `${sort}: none `)];
    for (const { features } of candidates) {
      const score = add(0, features, `${sort}: `);
      scores.push(pointer === '' ? score : add(score, features, `${pointer}: `));
    }
    const most = Math.max(...scores);
    const odds = scores.map((score) => Math.exp(score - most));
    const total = odds.reduce((a, b) => a + b, 0);
    return odds.map((odd) => odd / total);
  };
}

const openings = ['name: ', 'form: ', 'noun: ', 'own: ', 'that: '];

/** Weights by what the names of features open with, so that no name is put together while reading. */
function tablesOf(weights: AntecedentWeights): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const all = openings.flatMap((opening) => [`${opening}none `, opening]);
  const tables = new Map(all.map((opening) => [opening, new Map<string, number>()]));
  for (const [feature, weight] of Object.entries(weights)) {
    const opening = all.find((one) => feature.startsWith(one));
    if (opening !== undefined) tables.get(opening)!.set(feature.slice(opening.length), weight);
  }
  return tables;
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
