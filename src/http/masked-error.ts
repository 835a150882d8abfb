import { GraphQLError } from 'graphql';
import { maskError, type Plugin } from 'graphql-yoga';
import type { Exchange } from './exchange.ts';
import type { Log } from './log.ts';

const causes = new WeakMap<object, unknown>();

/** Hides unexpected errors from the client (errors thrown as GraphQLError pass) and keeps what they hide for the log. */
export function maskUnexpected(error: unknown, message: string): Error {
  const masked = maskError(error, message, false);
  if (masked !== error) causes.set(masked, error instanceof GraphQLError ? (error.originalError ?? error) : error);
  return masked;
}

/** Logs what was hidden, once, with the request it belongs to. Yoga's own log line knows no request. */
export function useErrorLog(log: Log): Plugin<object, { exchange: Exchange }> {
  return {
    onResultProcess({ result, serverContext }) {
      if (!('errors' in result) || result.errors === undefined) return;
      for (const error of result.errors) {
        if (!causes.has(error)) continue;
        const { requestId, operationName } = serverContext.exchange;
        log.error({ requestId, operationName, path: error.path, err: causes.get(error) }, 'unexpected error');
      }
    },
  };
}
