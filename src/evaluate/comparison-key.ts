/**
 * What two printings must have in common to count as equal: the text in one width and without blanks, so that `,` is
 * `，` and `5 月` is `5月`. Nothing printed has the key of an empty text.
 */
export function comparisonKey(printed: string | null | undefined): string {
  return (printed ?? '').normalize('NFKC').replace(/\s+/g, '');
}
