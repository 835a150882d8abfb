/** What is learned of signings. */
export interface SigningChoices {
  /** Whether bodies that are named together sign apart. */
  readonly isApart: (question: PairingQuestion) => boolean;
}

/** Bodies that one signing names: A with B and with C in one agreement, or in one with each. */
export interface PairingQuestion {
  readonly features: readonly string[];
  /** The names of the parties if there is one agreement. */
  readonly together: readonly string[];
  /** Those of each of several. */
  readonly apart: readonly (readonly string[])[];
}

/** A logistic regression: the log-odds are `bias` plus the weights of the features; unknown ones weigh nothing. */
export interface LogisticWeights {
  readonly bias: number;
  readonly weights: Readonly<Record<string, number>>;
}

/** As `npm run train` writes them. */
export interface SigningWeights {
  readonly apart: LogisticWeights;
}

export const signingChoices = ({ apart }: SigningWeights): SigningChoices => ({
  isApart: ({ features }) => logOddsOf(features, apart) > 0,
});

const logOddsOf = (features: readonly string[], { bias, weights }: LogisticWeights): number =>
  features.reduce((sum, feature) => sum + (weights[feature] ?? 0), bias);
