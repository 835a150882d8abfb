import type { correctedField, judgedType } from '../vocabulary.ts';

export type JudgedType = (typeof judgedType.enumValues)[number];
export type CorrectedField = (typeof correctedField.enumValues)[number];

/** A node that is judged. */
export interface Subject {
  readonly type: JudgedType;
  readonly id: string;
}

/** What somebody decides, and why. */
export type JudgementRequest = { readonly author: string; readonly reason: string; readonly subject: Subject } & (
  | { readonly kind: 'RENAME'; readonly value: string }
  | { readonly kind: 'HIDE' }
  | ({ readonly kind: 'CORRECT' } & Correction)
);

/** A value that is to stand in the place of another. */
export interface Correction {
  readonly field: CorrectedField;
  /** Whose title, which party or which signatory: the id of a person or an organisation. */
  readonly of?: string | undefined;
  /** Which of a person's titles. */
  readonly title?: string | undefined;
  /** The new value; the id of a person or an organisation where such a one is meant. null: there is none. */
  readonly value: string | null;
}
