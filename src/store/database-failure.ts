/** What a failed statement says of the database: it is unavailable, or the statement took too long. */
export type DatabaseFailure = 'UNAVAILABLE' | 'TIMEOUT';

/** The database is unavailable. The message is a sentence for callers and names no address. */
export class UnavailableError extends Error {
  override readonly name = 'UnavailableError';
}

/** A statement took longer than allowed, and the server did not cancel it. */
export class StatementTimeoutError extends Error {
  override readonly name = 'StatementTimeoutError';
}

/** `query_canceled`: how Postgres ends a statement that took too long. */
const QUERY_CANCELED = '57014';

/**
 * SQL states in which Postgres cannot run this statement or any other at the moment: no connection (08), a refused one
 * (28, 3D000), out of memory, disk or connections (53), shutting down or starting (57P), a failing disk or damaged
 * files (58, XX), a wrong settings file (F0), and transactions that lost against others (40).
 */
const UNAVAILABLE_STATE = /^(?:08|28|3D|40|53|57P|58|F0|XX)[0-9A-Z]+$/;

/** The codes by which postgres.js, the system and OpenSSL report a failed connection. */
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

/** Tells failures of the database from other errors: null means that the database is not at fault. */
export function databaseFailure(error: unknown): DatabaseFailure | null {
  if (!(error instanceof Error)) return null;
  if (error instanceof UnavailableError || isConnectionFailure(error)) return 'UNAVAILABLE';
  if (error instanceof StatementTimeoutError) return 'TIMEOUT';
  const { code } = error as { readonly code?: unknown };
  if (code === QUERY_CANCELED) return 'TIMEOUT';
  if (typeof code === 'string' && isSqlState(error) && UNAVAILABLE_STATE.test(code)) return 'UNAVAILABLE';
  return databaseFailure(error.cause);
}

/** Whether a connection could not be made or was lost, as reported by the driver or the system. */
export function isConnectionFailure(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { readonly code?: unknown };
  return typeof code === 'string' && !isSqlState(error) && CONNECTION_CODE.test(code);
}

/** Whether the error comes from the server itself. */
function isSqlState(error: Error): boolean {
  return error.name === 'PostgresError';
}
