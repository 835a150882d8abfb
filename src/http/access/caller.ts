import type { RequestState } from '../request-state.ts';
import { perRequest, type RequestStage } from '../stage.ts';
import type { Authenticate } from './authenticator.ts';

/** Finds out who asks, and refuses whoever may not. */
export function identifyCaller(authenticate: Authenticate): RequestStage<RequestState> {
  return perRequest('caller', (state) => {
    const caller = authenticate(state.request.headers);
    if (!(caller instanceof Promise)) state.caller = caller;
    else
      return caller.then((known) => {
        state.caller = known;
      });
    return undefined;
  });
}
