import type { IncomingHttpHeaders } from 'node:http';
import type { RequestState } from '../request-state.ts';
import { perRequest, type RequestStage } from '../stage.ts';

/** The scope in which everybody gets the same answers. */
export const EVERYBODY = 'everybody';

/** The scope of a gateway that answers only callers with a key: they share its answers, and nobody else may. */
const KEY_HOLDERS = 'key holders';

/**
 * Names the callers who share cached responses; null when the response is for this caller alone, and cached nowhere but
 * in their browser. Proxies may keep only responses to EVERYBODY. Where a response turns out to depend on who asked, its
 * scope becomes null when it has been worked out.
 */
export type ScopeOf = (headers: IncomingHttpHeaders) => string | null;

export const publicScope: ScopeOf = () => EVERYBODY;
export const keyHolderScope: ScopeOf = () => KEY_HOLDERS;

/** Chooses the scope of the request, once its caller is known. */
export function chooseScope(scopeOf: ScopeOf): RequestStage<RequestState> {
  return perRequest('scope', (state) => {
    state.scope = scopeOf(state.request.headers);
  });
}
