import type { ServerResponse } from 'node:http';
import { CachedResponse } from './cache/response-cache.ts';
import { isShared, type CacheHeaders } from './cache/cache-header.ts';
import { isNotModified } from './cache/conditional-request.ts';
import { boundErrors } from './error/bounded-error.ts';
import { RETRY_AFTER } from './error/http-error.ts';
import type { errorMask } from './error/masked-error.ts';
import { statusOf } from './error/response-status.ts';
import type { RequestState } from './request-state.ts';
import { always, type RequestStage } from './stage.ts';

/** Masks unexpected errors, logs their causes, and bounds what is said of errors. */
export function tellErrors(mask: ReturnType<typeof errorMask>): RequestStage<RequestState> {
  return always('errors', (state) => {
    const { result, log } = state;
    if (result?.errors === undefined) return;
    state.result = boundErrors(
      result,
      result.errors.map((error) => mask(error, log)),
    );
  });
}

/** Turns a result with cache tags into a response that can be sent again. */
export const makeResponse: RequestStage<RequestState> = always('response', (state) => {
  const {
    result,
    cacheTags: tags,
    cost,
    log: { operationName },
  } = state;
  if (result === null || tags === null || state.isRefused) return;
  state.cached = new CachedResponse({ body: bodyOf(result), operationName, cost, tags });
});

/** Sends the response, unless the request has been answered already. */
export function sendResponse(cacheHeaders: CacheHeaders | null): RequestStage<RequestState> {
  return always('send', (state) => {
    const { request, response, responseType, cached, result } = state;
    if (response.headersSent) return;
    const contentType = `${responseType}; charset=utf-8`;
    if (!isShared(state)) response.appendHeader('vary', 'authorization');
    if (cached !== null && cacheHeaders !== null && request.method === 'GET') {
      const headers = cached.headersAs(contentType, isShared(state) ? cacheHeaders.shared : cacheHeaders.own);
      if (isNotModified(request.headers['if-none-match'], headers['etag'])) response.writeHead(304, headers).end();
      else send(response, 200, cached.body, { 'content-type': contentType, ...headers });
      return;
    }
    const status = result === null ? 200 : statusOf(result, responseType === 'application/json');
    send(response, status, cached?.body ?? bodyOf(result ?? {}), {
      'content-type': contentType,
      'cache-control': 'no-store',
      ...(status === 503 ? RETRY_AFTER : NO_HEADERS),
      ...state.errorHeaders,
    });
  });
}

/** Makes room for other requests. */
export const release: RequestStage<RequestState> = always('release', (state) => state.release());

const NO_HEADERS = {};

function send(response: ServerResponse, status: number, body: Buffer, headers: Record<string, string | number>): void {
  headers['content-length'] = body.length;
  response.writeHead(status, headers).end(body);
}

/** As bytes, since sending a string would encode it twice: to measure it and to write it. */
function bodyOf(result: object): Buffer {
  return Buffer.from(JSON.stringify(result));
}
