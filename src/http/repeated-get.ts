import type { IncomingMessage, ServerResponse } from 'node:http';
import { hasAnswer } from './cache-header.ts';
import type { Exchange } from './exchange.ts';
import type { ResponseCache } from './response-cache.ts';

/** The headers that belong to an answer and not to the request. */
const OWN_HEADERS = ['content-type', 'cache-control', 'etag', 'surrogate-key'];

/**
 * Answers a GET as the one of the same address before it was answered, without even reading the address.
 * @returns whether its answer is kept
 */
export function answerAgain(cache: ResponseCache, request: IncomingMessage, response: ServerResponse, exchange: Exchange): boolean {
  const address = addressOf(request, exchange);
  const sent = address === null ? undefined : cache.find(address);
  if (sent?.headers === undefined) return false;
  exchange.operationName = sent.operationName;
  const { 'content-type': contentType, ...headers } = sent.headers;
  if (headers['etag'] !== undefined && hasAnswer(request.headers['if-none-match'], headers['etag'])) response.writeHead(304, headers).end();
  else response.writeHead(200, { ...headers, 'content-type': contentType, 'content-length': sent.body.length }).end(sent.body);
  return true;
}

/** Keeps what was just sent for the next GET of the address. */
export function keepSent(cache: ResponseCache, request: IncomingMessage, response: ServerResponse, exchange: Exchange): void {
  const address = addressOf(request, exchange);
  if (address === null || exchange.kept === undefined || response.statusCode !== 200) return;
  const headers = Object.fromEntries(OWN_HEADERS.flatMap((name) => {
    const value = response.getHeader(name);
    return value === undefined ? [] : [[name, String(value)]];
  }));
  cache.keep(address, { ...exchange.kept.answer, headers }, exchange.kept.validIn);
}

/** What the answer to a GET is told from all others by; null for what is none, or is answered to one caller alone. No question has a blank. */
function addressOf({ method, url, headers }: IncomingMessage, { scope }: Exchange): string | null {
  return method === 'GET' && scope !== null ? `${scope} ${headers.accept} ${url}` : null;
}
