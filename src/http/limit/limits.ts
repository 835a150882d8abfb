/** What one request may ask for, and how much of the gateway it may take. */
export interface Limits {
  readonly maxBodyBytes: number;
  /** Requests that are worked on at a time. */
  readonly maxRequests: number;
  readonly requestTimeoutSeconds: number;
  /** Fields inside fields, fragments counted where they are used. */
  readonly maxDepth: number;
  /** Words and punctuation marks of the query text. */
  readonly maxTokens: number;
  readonly maxAliases: number;
  /** Objects that the answer may hold; see `costCounter`. */
  readonly maxCost: number;
  /** Whether the schema may be asked for. */
  readonly introspection: boolean;
  /** When a statement is ended: by the connections, but it is told of here. */
  readonly statementTimeoutSeconds: number;
}
