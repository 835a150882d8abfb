/**
 * The source of a pattern that matches any of the words. Where several fit, the first in the list wins, so a longer
 * word stands before its own beginning.
 */
export function oneOf(words: readonly string[]): string {
  return `(?:${words.map(escaped).join('|')})`;
}

/** As {@link oneOf}, for the sources of patterns. */
export function either(patterns: readonly string[]): string {
  return `(?:${patterns.join('|')})`;
}

/** A word as the source of a pattern that matches it. */
function escaped(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
}
