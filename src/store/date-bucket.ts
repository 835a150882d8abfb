/**
 * Buckets of so many days, whose numbers the search's index has besides the lexemes, so that a word can be looked up
 * among the newest documents alone: in the short ones what half of all articles have, in the long ones what few have.
 * Shorter ones would hold too little in a small archive, and many of them together take the index longer than one that
 * is long.
 */
export const BUCKET_DAYS = { short: 16, long: 256 } as const;
export type BucketSize = keyof typeof BUCKET_DAYS;

/** What is added to the number of a long bucket, so that no short one has it. */
const BEYOND_SHORT = 1_000_000;

/** The days from the beginning of 1900 to that of the column; what has no day stands at the beginning. */
export function dayNumber(column: string): string {
  return `(coalesce(${column}, date '1900-01-01') - date '1900-01-01')`;
}

/** The number of the bucket that has this day, both in SQL. */
export function bucketNumber(day: string, size: BucketSize): string {
  return `${day} / ${BUCKET_DAYS[size]}${size === 'long' ? ` + ${BEYOND_SHORT}` : ''}`;
}

/**
 * The numbers of the buckets in which the day of the column lies, in SQL as they stand in the index: as an array, for
 * plain GIN knows no numbers.
 */
export function bucketsOf(column: string): string {
  return `array[${bucketNumber(dayNumber(column), 'short')}, ${bucketNumber(dayNumber(column), 'long')}]`;
}
