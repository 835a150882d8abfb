/** What one request may ask for. */
export interface Limits {
  readonly maxBodyBytes: number;
  /** Fields inside fields, fragments counted where they are used. */
  readonly maxDepth: number;
  /** Words and punctuation marks of the query text. */
  readonly maxTokens: number;
  readonly maxAliases: number;
  /** Objects that the answer may hold; see `costOf`. */
  readonly maxCost: number;
}
