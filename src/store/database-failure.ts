/** What a failed statement says of the database: it cannot be asked now, or it took too long. */
export type DatabaseFailure = 'UNAVAILABLE' | 'TIMEOUT';

/** The database cannot be asked now. The message is a sentence for callers: it names no address. */
export class UnavailableError extends Error {
  override readonly name = 'UnavailableError';
}

/** A statement took longer than it may, and the server did not end it itself. */
export class StatementTimeoutError extends Error {
  override readonly name = 'StatementTimeoutError';
}

/** Postgres: `query_canceled`, which is how a statement ends that took too long. */
const QUERY_CANCELED = '57014';

/**
 * States in which Postgres is not at fault for this statement, but cannot run any, or not now: no connection (08), a
 * refused one (28, 3D000), out of memory, disk or connections (53), shut down or starting (57P), a failing disk or
 * damaged files (58, XX), a file of settings (F0), and transactions that lost against others (40).
 */
const UNAVAILABLE_STATE = /^(?:08|28|3D|40|53|57P|58|F0|XX)[0-9A-Z]+$/;

/** How postgres.js, the system and OpenSSL name what has become of a connection. */
const CONNECTION_CODE = new RegExp(
  `^(?:${[
    'CONNECTION_\\w+',
    'CONNECT_TIMEOUT',
    'SASL_SIGNATURE_MISMATCH',
    'ECONN\\w+',
    'EPIPE',
    'ETIMEDOUT',
    'EHOST\\w+',
    'ENET\\w+',
    'ENOTFOUND',
    'EAI_\\w+',
    'EADDRNOTAVAIL',
    'EMFILE',
    'ENFILE',
    'ERR_(?:TLS|SSL)_\\w+',
    'CERT_\\w+',
    '\\w*SELF_SIGNED_CERT\\w*',
    'UNABLE_TO_\\w+',
  ].join('|')})$`,
);

/** null: the error is no fault of the database. */
export function databaseFailure(error: unknown): DatabaseFailure | null {
  if (!(error instanceof Error)) return null;
  if (error instanceof UnavailableError || isConnectionFailure(error)) return 'UNAVAILABLE';
  if (error instanceof StatementTimeoutError) return 'TIMEOUT';
  const { code } = error as { readonly code?: unknown };
  if (code === QUERY_CANCELED) return 'TIMEOUT';
  if (typeof code === 'string' && isSqlState(error) && UNAVAILABLE_STATE.test(code)) return 'UNAVAILABLE';
  return databaseFailure(error.cause);
}

/** Whether a connection could not be had or was lost, as the driver or the system tells. */
export function isConnectionFailure(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { readonly code?: unknown };
  return typeof code === 'string' && !isSqlState(error) && CONNECTION_CODE.test(code);
}

/** Whether the server itself said so. */
function isSqlState(error: Error): boolean {
  return error.name === 'PostgresError';
}
