/**
 * Stretches of so many days, whose numbers the search's index has besides the lexemes: so a word that half of all articles have can
 * be looked up among the newest alone. Wider ones would hold more than need be looked at in a large archive, narrower ones too little in a small one.
 */
export const STRETCH_DAYS = 16;

/** The days from the beginning of 1900 to that of the column; what has no day stands at the beginning. */
export function dayNumber(column: string): string {
  return `(coalesce(${column}, date '1900-01-01') - date '1900-01-01')`;
}

/** The number of the stretch in which the day of the column lies, in SQL as it stands in the index: as an array, for plain GIN knows no numbers. */
export function stretchOf(column: string): string {
  return `array[${dayNumber(column)} / ${STRETCH_DAYS}]`;
}
