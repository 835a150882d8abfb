import { withoutBlanks } from '../text/blank.ts';

/** The dots that are printed inside names: 让•莫兰, 让・莫兰. */
const nameDot = /[•‧・∙]/g;

/**
 * The form in which two printed texts are compared: in one width, with one dot and without blanks, so that `,` equals
 * `，`, `让•莫兰` equals `让·莫兰` and `5 月` equals `5月`. A missing text has the key of an empty one.
 */
export function comparisonKey(printed: string | null | undefined): string {
  return withoutBlanks((printed ?? '').normalize('NFKC')).replace(nameDot, '·');
}
