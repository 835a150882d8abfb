/**
 * Stretches of so many days, whose numbers the search's index has besides the lexemes, so that a word can be looked up
 * among the newest alone: in the short ones what half of all articles have, in the long ones what few have. Shorter
 * ones would hold too little in a small archive, and many of them together take the index longer than one that is long.
 */
export const STRETCH_DAYS = { short: 16, long: 256 } as const;
export type Stretch = keyof typeof STRETCH_DAYS;

/** What is added to the number of a long stretch, so that no short one has it. */
const BEYOND_SHORT = 1_000_000;

/** The days from the beginning of 1900 to that of the column; what has no day stands at the beginning. */
export function dayNumber(column: string): string {
  return `(coalesce(${column}, date '1900-01-01') - date '1900-01-01')`;
}

/** The number of the stretch that has this day, both in SQL. */
export function stretchNumber(day: string, stretch: Stretch): string {
  return `${day} / ${STRETCH_DAYS[stretch]}${stretch === 'long' ? ` + ${BEYOND_SHORT}` : ''}`;
}

/**
 * The numbers of the stretches in which the day of the column lies, in SQL as they stand in the index: as an array, for
 * plain GIN knows no numbers.
 */
export function stretchesOf(column: string): string {
  return `array[${stretchNumber(dayNumber(column), 'short')}, ${stretchNumber(dayNumber(column), 'long')}]`;
}
