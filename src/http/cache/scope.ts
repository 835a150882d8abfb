import type { IncomingHttpHeaders } from 'node:http';
import type { RequestState } from '../request-state.ts';
import { perRequest, type RequestStage } from '../stage.ts';

/** Everybody: what one reads, all may. */
export const EVERYBODY = 'everybody';

/**
 * Names those who are answered alike, so that a response may be kept and given to the next of them; null when nobody
 * else may see it, and it is kept nowhere. Only answers to EVERYBODY are left to browsers and proxies to keep. The
 * gateway knows no callers yet: whatever tells them apart later is to be told apart here.
 */
export type ScopeOf = (headers: IncomingHttpHeaders) => string | null;

export const publicScope: ScopeOf = () => EVERYBODY;

/** Finds out on whose behalf the request asks. */
export function identifyCaller(scopeOf: ScopeOf): RequestStage<RequestState> {
  return perRequest('caller', (state) => {
    state.scope = scopeOf(state.request.headers);
  });
}
