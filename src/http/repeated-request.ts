import type { ServerResponse } from 'node:http';
import type { BoundRequest } from './body.ts';
import { hasAnswer } from './cache-header.ts';
import type { Exchange } from './exchange.ts';
import type { ResponseCache } from './response-cache.ts';

/** The headers that belong to an answer and not to the request. */
const OWN_HEADERS = ['content-type', 'cache-control', 'etag', 'surrogate-key'];

/**
 * Answers a request as the same one before it was answered, without even reading what it asks.
 * @returns whether that answer is kept
 */
export function answerAgain(
  cache: ResponseCache,
  bound: BoundRequest,
  response: ServerResponse,
  exchange: Exchange,
): boolean {
  const words = wordsOf(bound, exchange);
  const sent = words === null ? undefined : cache.find(words);
  if (sent?.headers === undefined) return false;
  exchange.operationName = sent.operationName;
  const { 'content-type': contentType, ...headers } = sent.headers;
  if (headers['etag'] !== undefined && hasAnswer(bound.request.headers['if-none-match'], headers['etag']))
    response.writeHead(304, headers).end();
  else
    response
      .writeHead(200, { ...headers, 'content-type': contentType, 'content-length': sent.body.length })
      .end(sent.body);
  return true;
}

/** Keeps what was just sent for the next request of the same words. */
export function keepSent(
  cache: ResponseCache,
  bound: BoundRequest,
  response: ServerResponse,
  exchange: Exchange,
): void {
  const words = wordsOf(bound, exchange);
  if (words === null || exchange.kept === undefined || exchange.isRegistration === true || !isSent(response)) return;
  const headers = Object.fromEntries(
    OWN_HEADERS.flatMap((name) => {
      const value = response.getHeader(name);
      return value === undefined ? [] : [[name, String(value)]];
    }),
  );
  cache.keep(words, { ...exchange.kept.answer, headers }, exchange.kept.validIn);
}

/** Whether an answer went out well: to a client that has left none does, and the response is as it was made. */
export function isSent(response: ServerResponse): boolean {
  return response.headersSent && response.statusCode === 200;
}

/** All that an answer depends on, as it was sent; null where nothing is kept. No question's key has line breaks. */
function wordsOf({ request: { method, url, headers }, body }: BoundRequest, { scope }: Exchange): string | null {
  return scope === null ? null : [scope, method, url, headers.accept, headers['content-type'], body].join('\n');
}
