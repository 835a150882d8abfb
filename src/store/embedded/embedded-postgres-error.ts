/** The private Postgres cannot be used; the message is one sentence for the terminal. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';
}
