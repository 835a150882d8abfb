import type { IncomingHttpHeaders } from 'node:http';
import type { RequestState } from '../request-state.ts';
import { perRequest, type RequestStage } from '../stage.ts';

/** The scope in which everybody gets the same answers. */
export const EVERYBODY = 'everybody';

/**
 * Names the callers who share cached responses; null when the response is for this caller alone, and cached nowhere.
 * Browsers and proxies may keep only responses to EVERYBODY. The gateway does not know its callers yet: once it does,
 * this is where they are distinguished.
 */
export type ScopeOf = (headers: IncomingHttpHeaders) => string | null;

export const publicScope: ScopeOf = () => EVERYBODY;

/** Identifies the caller. */
export function identifyCaller(scopeOf: ScopeOf): RequestStage<RequestState> {
  return perRequest('caller', (state) => {
    state.scope = scopeOf(state.request.headers);
  });
}
