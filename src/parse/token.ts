import type { CreditRole } from './parsed-issue.ts';

/** A word of a line of credits: a name, a role (记者) or a label (摄). */
export interface Token {
  readonly kind: 'NAME' | 'ROLE' | 'LABEL';
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** What separates it from the token before: a blank, a solidus, a colon, a comma, or nothing. */
  readonly before: ' ' | '/' | ':' | ',' | '';
  readonly role: CreditRole | null;
  readonly employer: string | null;
}
