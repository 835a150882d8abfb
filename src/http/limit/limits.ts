/** Bounds of a single request, and of all together. */
export interface Limits {
  readonly maxBodyBytes: number;
  /** Requests worked on at a time. */
  readonly maxRequests: number;
  readonly requestTimeoutSeconds: number;
  /** Nesting of fields, with fragments counted where they are spread. */
  readonly maxDepth: number;
  /** Lexical tokens of the document. */
  readonly maxTokens: number;
  readonly maxAliases: number;
  /** Objects that the response may hold; see `costCounter`. */
  readonly maxCost: number;
  /** Whether introspection is allowed. */
  readonly introspection: boolean;
  /** Enforced by the database connections; error messages name it. */
  readonly statementTimeoutSeconds: number;
}
