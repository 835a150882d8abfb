import { withoutBlanks } from '../text/blank.ts';

/**
 * The form in which two printed texts are compared: in one width and without blanks, so that `,` equals `，` and `5 月`
 * equals `5月`. A missing text has the key of an empty one.
 */
export function comparisonKey(printed: string | null | undefined): string {
  return withoutBlanks((printed ?? '').normalize('NFKC'));
}
