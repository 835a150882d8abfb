import { GraphQLError, Kind } from 'graphql';
import { databaseFailure, UnavailableError, type DatabaseFailure } from '../../store/database-failure.ts';
import type { Log } from '../log.ts';
import type { RequestLog } from '../request-log.ts';

const LOG_MESSAGES = {
  UNAVAILABLE: 'the database cannot be asked',
  TIMEOUT: 'a statement ran out of time',
  UNKNOWN: 'unexpected error',
};

/**
 * Creates a function that hides unexpected errors from clients and logs their causes; errors thrown as GraphQLError
 * pass. Clients learn by a code when the database is unavailable, or a statement took longer than
 * `statementTimeoutSeconds`. A cause is logged once, however many fields or requests it failed.
 */
export function errorMask(
  log: Log,
  statementTimeoutSeconds: number,
): (error: unknown, requestLog: RequestLog) => GraphQLError {
  const logged = new WeakSet();
  return (error, { requestId, operationName }) => {
    const cause = error instanceof GraphQLError ? (error.originalError ?? error) : error;
    const failure = databaseFailure(cause);
    if (failure === null && error instanceof GraphQLError && isMeantForClients(error)) return error;
    const masked = failure === null ? hidden(error) : databaseError(failure, error, cause, statementTimeoutSeconds);
    const { path } = masked;
    if (typeof cause === 'object' && cause !== null) {
      if (logged.has(cause)) return masked;
      logged.add(cause);
    }
    const level = failure === 'UNAVAILABLE' ? 'warn' : 'error';
    log[level]({ requestId, operationName, path, err: cause }, LOG_MESSAGES[failure ?? 'UNKNOWN']);
    return masked;
  };
}

function isMeantForClients(error: GraphQLError): boolean {
  return isThrownAsGraphQLError(error) && !isFaultOfField(error);
}

function isThrownAsGraphQLError({ originalError }: GraphQLError): boolean {
  return (
    originalError === undefined || (originalError instanceof GraphQLError && isThrownAsGraphQLError(originalError))
  );
}

/**
 * Whether graphql-js raised the error because of what a resolver returned: it has no code, and points at a field and not
 * at a value in the document.
 */
function isFaultOfField({ extensions, path, nodes }: GraphQLError): boolean {
  return extensions['code'] === undefined && path !== undefined && nodes?.[0]?.kind === Kind.FIELD;
}

function hidden(error: unknown): GraphQLError {
  return at(error, 'Unexpected error.', 'INTERNAL_SERVER_ERROR');
}

function databaseError(failure: DatabaseFailure, error: unknown, cause: unknown, seconds: number): GraphQLError {
  const message =
    failure === 'TIMEOUT'
      ? `The database took longer than ${seconds} s (BANMIAN_STATEMENT_TIMEOUT_SECONDS). Ask for less at once, or for smaller pages.`
      : cause instanceof UnavailableError
        ? cause.message
        : 'The database cannot be asked now.';
  return at(error, message, failure);
}

/** An error at the place of another. */
function at(error: unknown, message: string, code: string): GraphQLError {
  const { nodes = null, path = null } = error instanceof GraphQLError ? error : {};
  return new GraphQLError(message, { nodes, path, extensions: { code } });
}
