import { GraphQLError, Kind } from 'graphql';
import { maskError, type MaskError, type Plugin } from 'graphql-yoga';
import { databaseFailure, UnavailableError, type DatabaseFailure } from '../store/database-failure.ts';
import type { Exchange } from './exchange.ts';
import type { Log } from './log.ts';

const causes = new WeakMap<object, unknown>();

const MEANING = {
  UNAVAILABLE: 'the database cannot be asked',
  TIMEOUT: 'a statement ran out of time',
  UNKNOWN: 'unexpected error',
};

/**
 * Hides unexpected errors from the client (errors thrown as GraphQLError pass) and keeps what they hide for the log.
 * That the database cannot be asked, or that a statement took longer than `statementTimeoutSeconds`, the client is told
 * by a code.
 */
export function maskUnexpected(statementTimeoutSeconds: number): MaskError {
  return (error, message) => {
    const cause = error instanceof GraphQLError ? (error.originalError ?? error) : error;
    const failure = databaseFailure(cause);
    const masked =
      failure !== null
        ? told(failure, error, cause, statementTimeoutSeconds)
        : isFaultOfField(error)
          ? hidden(error, message)
          : maskError(error, message, false);
    if (masked !== error) causes.set(masked, cause);
    return masked;
  };
}

/**
 * Whether what a resolver gave is to blame for an error of graphql-js: it has no code, and names the field and not a
 * value in the document.
 */
function isFaultOfField(error: unknown): error is GraphQLError {
  return (
    error instanceof GraphQLError &&
    error.extensions['code'] === undefined &&
    error.path !== undefined &&
    error.nodes?.[0]?.kind === Kind.FIELD
  );
}

function hidden({ nodes, path }: GraphQLError, message: string): GraphQLError {
  return new GraphQLError(message, {
    nodes: nodes ?? null,
    path: path ?? null,
    extensions: { code: 'INTERNAL_SERVER_ERROR', unexpected: true },
  });
}

function told(failure: DatabaseFailure, error: unknown, cause: unknown, seconds: number): GraphQLError {
  const { nodes = null, path = null } = error instanceof GraphQLError ? error : {};
  return new GraphQLError(
    failure === 'TIMEOUT'
      ? `The database took longer than ${seconds} s (BANMIAN_STATEMENT_TIMEOUT_SECONDS). Ask for less at once, or for smaller pages.`
      : cause instanceof UnavailableError
        ? cause.message
        : 'The database cannot be asked now.',
    { nodes, path, extensions: { code: failure } },
  );
}

/**
 * Logs what was hidden, once however many fields or requests it failed, with the first of them. Yoga's own log line
 * knows no request.
 */
export function useErrorLog(log: Log): Plugin<object, { exchange: Exchange }> {
  const logged = new WeakSet();
  return {
    onResultProcess({ result, serverContext }) {
      if (!('errors' in result) || result.errors === undefined) return;
      for (const error of result.errors) {
        const cause = causes.get(error);
        if (typeof cause !== 'object' || cause === null || logged.has(cause)) continue;
        logged.add(cause);
        const { requestId, operationName } = serverContext.exchange;
        const failure = databaseFailure(cause);
        log[failure === 'UNAVAILABLE' ? 'warn' : 'error'](
          { requestId, operationName, path: error.path, err: cause },
          MEANING[failure ?? 'UNKNOWN'],
        );
      }
    },
  };
}
