import type { ParsedCredit } from './parsed-issue.ts';

/**
 * Credits found in a text, with the UTF-16 offsets of the words printed for them. Offsets in the credits count from
 * `start`.
 */
export interface BylineMatch {
  readonly start: number;
  readonly end: number;
  readonly credits: readonly ParsedCredit[];
}

/** Credits with offsets that count from a place `by` units before theirs. */
export function shift(credits: readonly ParsedCredit[], by: number): ParsedCredit[] {
  return credits.map((c) => ({ ...c, start: c.start + by, end: c.end + by }));
}
