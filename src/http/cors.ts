import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * Lets pages of the listed origins read responses; with an empty list no header is set, and browsers refuse all other
 * origins. Credentials are never allowed: the gateway sets no
 * cookies, and a key is a header that the page itself has to send.
 * @returns whether the request was a preflight and is answered
 */
export function answerCors(request: IncomingMessage, response: ServerResponse, origins: readonly string[]): boolean {
  const origin = request.headers.origin;
  if (origins.length > 0) response.setHeader('vary', 'origin');
  const isAllowed = origin !== undefined && (origins.includes('*') || origins.includes(origin));
  if (isAllowed) {
    response.setHeader('access-control-allow-origin', origins.includes('*') ? '*' : origin);
    response.setHeader('access-control-expose-headers', 'x-request-id');
  }
  if (request.method !== 'OPTIONS') return false;
  if (isAllowed) {
    response.setHeader('access-control-allow-methods', 'GET, POST');
    response.setHeader('access-control-allow-headers', 'authorization, content-type, x-request-id');
    response.setHeader('access-control-max-age', '86400');
  }
  response.writeHead(204, { allow: 'GET, HEAD, POST, OPTIONS' });
  response.end();
  return true;
}
