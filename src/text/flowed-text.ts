/**
 * A stretch copied unchanged from the raw file: `text[at, at + length)` is `raw[from, from + length)`.
 * All three are counted in UTF-16 units.
 */
export type SourceRun = readonly [at: number, from: number, length: number];

/** Text put together from pieces of a raw file, with the way back to them. What no run covers was added when joining. */
export interface FlowedText {
  readonly text: string;
  /** In order of `at`, never overlapping. */
  readonly runs: readonly SourceRun[];
}
