import { isDatabaseFault } from '../error/response-status.ts';
import type { RequestState } from '../request-state.ts';
import { always, perRequest, type RequestStage } from '../stage.ts';
import { cacheKey } from './cache-key.ts';
import type { ResponseCache } from './response-cache.ts';

/**
 * Looks the response up in the cache. Of equal requests at the same time, one is executed and the others wait for its
 * response; if that is not cached, each is executed. But a failure of the database answers all of them, so that they
 * do not add to its load.
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

/** Caches the response if it has no errors, and lets the requests that wait for it go on. */
export function keepResponse(cache: ResponseCache): RequestStage<RequestState> {
  return always('keep response', ({ reservation, scope, cached, result }) => {
    if (reservation === null) return;
    if (scope === null) return reservation.end(); // It depends on who asked, even if it failed.
    if (cached !== null) cache.keep(reservation.key, cached, reservation.epoch);
    reservation.end(result !== null && isDatabaseFault(result) ? result : undefined);
  });
}

/** null when the response cannot be shared. */
function keyOf({ scope, text, query }: RequestState): string | null {
  if (scope === null || text === null) return null;
  text.cacheKey ??= cacheKey(query, text.parameters);
  return text.cacheKey === null ? null : `${scope} ${text.cacheKey}`;
}
