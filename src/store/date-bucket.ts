/**
 * Buckets of so many days, whose numbers the search's index has besides the lexemes, so that a word can be looked up
 * among the newest documents alone: in the short ones what half of all articles have, in the long ones what few have.
 * Shorter ones would hold too little in a small archive, and many of them together take the index longer than one that
 * is long.
 */
export const BUCKET_DAYS = { short: 16, long: 256 } as const;
export type BucketSize = keyof typeof BUCKET_DAYS;

/** Added to the number of a long bucket, so that it equals that of no short one. */
const BEYOND_SHORT = 1_000_000;

/** SQL for the number of days from the beginning of 1900 to the day in the column; 0 without a day. */
export function dayNumber(column: string): string {
  return `(coalesce(${column}, date '1900-01-01') - date '1900-01-01')`;
}

/** SQL for the number of the bucket that has the day, given in SQL. */
export function bucketNumber(day: string, size: BucketSize): string {
  return `${day} / ${BUCKET_DAYS[size]}${size === 'long' ? ` + ${BEYOND_SHORT}` : ''}`;
}

/**
 * SQL for the numbers of the buckets that have the day in the column, as in the index: an array, since plain GIN cannot
 * index numbers.
 */
export function bucketsOf(column: string): string {
  return `array[${bucketNumber(dayNumber(column), 'short')}, ${bucketNumber(dayNumber(column), 'long')}]`;
}
