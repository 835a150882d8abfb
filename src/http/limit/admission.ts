import type { IncomingMessage } from 'node:http';
import { HttpError, RETRY_AFTER } from '../error/http-error.ts';
import type { RequestState } from '../request-state.ts';
import { perRequest, type RequestStage } from '../stage.ts';
import type { Limits } from './limits.ts';

/** Bytes that the bodies of all requests may have together. */
const MAX_BYTES = 100_000_000;

/**
 * Bounds how many requests are worked on at a time: when responses take long, waiting requests would fill the memory.
 */
export function admit({ maxRequests, maxBodyBytes }: Limits): RequestStage<RequestState> {
  let requests = 0;
  let bytes = 0;

  function bodyBytes({ headers }: IncomingMessage): number {
    const isChunked = headers['transfer-encoding'] !== undefined;
    return Math.min(isChunked ? maxBodyBytes : Number(headers['content-length'] ?? 0), maxBodyBytes);
  }

  return perRequest('admission', (state) => {
    const own = bodyBytes(state.request);
    if (requests >= maxRequests || (requests > 0 && bytes + own > MAX_BYTES))
      throw new HttpError('UNAVAILABLE', 'The gateway has too many requests to answer (BANMIAN_MAX_REQUESTS).', {
        headers: RETRY_AFTER,
      });
    requests += 1;
    bytes += own;
    state.onRelease(() => {
      requests -= 1;
      bytes -= own;
    });
  });
}
