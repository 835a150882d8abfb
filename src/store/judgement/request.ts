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
  /** Two people are one, or are two: the id of the other. */
  | { readonly kind: 'SAME' | 'DIFFERENT'; readonly other: string }
  /** A person is two: the ids of the articles that name somebody else. */
  | { readonly kind: 'SPLIT'; readonly articles: readonly string[] }
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
