import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ExecutionResult } from 'graphql';
import type { Log } from './log.ts';
import type { PreparedOperation } from './prepared-document.ts';
import type { Generation, KeptAnswer } from './response-cache.ts';

/** What the log is told of a path. */
const LONGEST_PATH = 200;

/** One request and what becomes known of its answer. */
export interface Exchange {
  readonly requestId: string;
  /** Filled in once the document is parsed; a document may hold unnamed operations only. */
  operationName: string | null;
  /** Whom the caller is answered alike with, see `ScopeOf`. */
  scope: string | null;
  /** What the answer depends on; absent unless it is a query's and has no errors. */
  surrogateKeys?: readonly string[];
  /** Registers a document, which has to be done again each time: the text may have been forgotten. */
  isRegistration?: boolean;
  /** Whether the body was read. */
  isRead?: boolean;
  /** Whether the request took too long, and was refused for it. */
  isLate?: boolean;
  /** The prepared operation that gave the answer. */
  prepared?: PreparedOperation;
  /** How it ended on the fast lane, when not well. */
  ended?: ExecutionResult;
  /** The question whose answer is being made to be kept. */
  making?: {
    readonly question: string;
    readonly begunIn: Generation;
    readonly end: (answerOfAll?: ExecutionResult) => void;
  };
  /** The answer, if it may be given again, and when it was not out of date. */
  kept?: { readonly answer: KeptAnswer; readonly validIn: Generation };
}

/**
 * Names the request (`x-request-id`, taken from the caller when it is a plain word) and logs one line when it has
 * ended. Neither the query nor its variables are logged: they may hold what a reader looked for.
 */
export function beginExchange(request: IncomingMessage, response: ServerResponse, log: Log): Exchange {
  const startedAt = performance.now();
  const { method } = request;
  const given = request.headers['x-request-id'];
  const exchange: Exchange = {
    requestId: typeof given === 'string' && /^[\w.-]{1,64}$/.test(given) ? given : randomUUID(),
    operationName: null,
    scope: null,
  };
  response.setHeader('x-request-id', exchange.requestId);
  response.once('close', () => {
    const path = pathOf(request);
    // A prober asks every few seconds.
    const level = path === '/live' || path === '/ready' ? 'debug' : 'info';
    log[level](
      {
        requestId: exchange.requestId,
        method,
        path: path.slice(0, LONGEST_PATH),
        ...(exchange.operationName === null ? {} : { operationName: exchange.operationName }),
        status: response.writableFinished ? response.statusCode : 499,
        milliseconds: Math.round((performance.now() - startedAt) * 10) / 10,
      },
      response.writableFinished ? 'answered' : 'left before the answer',
    );
  });
  return exchange;
}

/** The path without the query string, which may hold a whole GraphQL document. */
export function pathOf(request: IncomingMessage): string {
  return (request.url ?? '/').split('?')[0]!;
}
