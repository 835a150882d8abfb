import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Log } from './log.ts';

/** How much of a path is logged. */
const MAX_PATH_LENGTH = 200;

/** What identifies a request in the log. */
export interface RequestLog {
  readonly requestId: string;
  /** null until the operation is known, and when it has no name. */
  operationName: string | null;
}

/**
 * Gives the request an id (`x-request-id`, taken from the caller when it is a plain word) and logs one line when the
 * response has ended. Neither the query nor its variables are logged: they may hold what a reader searched for.
 */
export function beginRequestLog(request: IncomingMessage, response: ServerResponse, log: Log): RequestLog {
  const startedAt = performance.now();
  const { method } = request;
  const requested = request.headers['x-request-id'];
  const requestLog: RequestLog = {
    requestId: typeof requested === 'string' && /^[\w.-]{1,64}$/.test(requested) ? requested : randomUUID(),
    operationName: null,
  };
  response.setHeader('x-request-id', requestLog.requestId);
  response.once('close', () => {
    const path = pathOf(request);
    const { requestId, operationName } = requestLog;
    // Health checks come every few seconds.
    const level = path === '/live' || path === '/ready' ? 'debug' : 'info';
    log[level](
      {
        requestId,
        method,
        path: path.slice(0, MAX_PATH_LENGTH),
        ...(operationName === null ? {} : { operationName }),
        status: response.writableFinished ? response.statusCode : 499,
        milliseconds: Math.round((performance.now() - startedAt) * 10) / 10,
      },
      response.writableFinished ? 'answered' : 'left before the answer',
    );
  });
  return requestLog;
}

/** The path without the query string, which may hold a whole GraphQL document. */
export function pathOf({ url = '/' }: IncomingMessage): string {
  const end = url.indexOf('?');
  return end === -1 ? url : url.slice(0, end);
}
