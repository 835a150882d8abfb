import { GraphQLError } from 'graphql';
import { maskError, type MaskError, type Plugin } from 'graphql-yoga';
import type { Exchange } from './exchange.ts';
import type { Log } from './log.ts';

const causes = new WeakMap<object, unknown>();

/** Postgres: `query_canceled`, which is how a statement ends that took too long. */
const QUERY_CANCELED = '57014';

/**
 * Hides unexpected errors from the client (errors thrown as GraphQLError pass) and keeps what they hide for the log. Of a
 * statement that took longer than `statementTimeoutSeconds` the client is told by a code.
 */
export function maskUnexpected(statementTimeoutSeconds: number): MaskError {
  return (error, message) => {
    const cause = error instanceof GraphQLError ? (error.originalError ?? error) : error;
    const masked = isTimeout(cause) ? timeout(error, statementTimeoutSeconds) : maskError(error, message, false);
    if (masked !== error) causes.set(masked, cause);
    return masked;
  };
}

/** Whether a statement ended because it took too long. */
export function isTimeout(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === QUERY_CANCELED;
}

function timeout(error: unknown, seconds: number): GraphQLError {
  const { nodes = null, path = null } = error instanceof GraphQLError ? error : {};
  const message = `The database took longer than ${seconds} s (BANMIAN_STATEMENT_TIMEOUT_SECONDS). Ask for less at once, or for smaller pages.`;
  return new GraphQLError(message, { nodes, path, extensions: { code: 'TIMEOUT' } });
}

/** Logs what was hidden, once however many fields it failed, with the request it belongs to. Yoga's own log line knows no request. */
export function useErrorLog(log: Log): Plugin<object, { exchange: Exchange }> {
  return {
    onResultProcess({ result, serverContext }) {
      if (!('errors' in result) || result.errors === undefined) return;
      const told = new Set<unknown>();
      for (const error of result.errors) {
        const cause = causes.get(error);
        if (!causes.has(error) || told.has(cause)) continue;
        told.add(cause);
        const { requestId, operationName } = serverContext.exchange;
        log.error({ requestId, operationName, path: error.path, err: cause }, isTimeout(cause) ? 'a statement ran out of time' : 'unexpected error');
      }
    },
  };
}
