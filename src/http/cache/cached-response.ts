import { isDatabaseFault } from '../error/response-status.ts';
import type { RequestState } from '../request-state.ts';
import { always, perRequest, type RequestStage } from '../stage.ts';
import { cacheKey } from './cache-key.ts';
import type { ResponseCache } from './response-cache.ts';

/**
 * Answers from the cache what was asked before. Of those who ask the same at the same time one has the response worked
 * out and the others wait; if it is not kept, each works it out. But a failure of the database answers all of them:
 * they are not to ask it too.
 */
export function findCachedResponse(cache: ResponseCache): RequestStage<RequestState> {
  function findOrReserve(state: RequestState, key: string): void {
    const cached = cache.find(key);
    if (cached === undefined) state.reservation = cache.reserve(key);
    else state.cached = cached;
  }

  return perRequest('cached response', (state) => {
    const key = keyOf(state);
    if (key === null) return undefined;
    const pending = cache.pending(key);
    if (pending === undefined) return findOrReserve(state, key);
    return pending.then((result) => {
      if (result === undefined) findOrReserve(state, key);
      else state.result = result;
    });
  });
}

/** Keeps what was worked out without errors, and lets those who wait for it go on. */
export function keepResponse(cache: ResponseCache): RequestStage<RequestState> {
  return always('keep response', ({ reservation, cached, result }) => {
    if (reservation === null) return;
    if (cached !== null) cache.keep(reservation.key, cached, reservation.epoch);
    reservation.end(result !== null && isDatabaseFault(result) ? result : undefined);
  });
}

/** null when the response is for this caller alone, or cannot be told from others. */
function keyOf({ scope, text, query }: RequestState): string | null {
  if (scope === null || text === null) return null;
  text.cacheKey ??= cacheKey(query, text.parameters);
  return text.cacheKey === null ? null : `${scope} ${text.cacheKey}`;
}
