/** What a segment of the text is. */
export const labels = ['PERSON', 'TITLE', 'BODY', 'PLACE'] as const;
export type Label = (typeof labels)[number];
export const PERSON = 0;
export const TITLE = 1;
export const BODY = 2;
export const PLACE = 3;

/** How a candidate for a body ends: in a telling ending, in a character that other words end in too, or in neither. */
export const TELLING = 1;
export const LOOSE = 2;
export const BARE = 3;

export interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly label: number;
  /** How it was found, 0 to 7, in the terms of its label. */
  readonly form: number;
}
