import { HttpError } from '../error/http-error.ts';
import type { Parameters } from '../parameters.ts';
import type { RequestState } from '../request-state.ts';
import { perRequest, type RequestStage } from '../stage.ts';

/**
 * Refuses operations whose response could hold more than `maxCost` objects, before anything is read: the sizes of nested
 * lists multiply. A validation rule cannot do this, since most sizes are variables.
 */
export function limitCost(maxCost: number): RequestStage<RequestState> {
  return perRequest('cost', (state) => {
    const { operation, cached, sentVariables } = state;
    state.cost = cached?.cost ?? operation?.costFor(sentVariables) ?? 0;
    if (state.cost > maxCost) throw costTooHigh(state.cost, maxCost);
  });
}

/** Whether the response is to include its cost, by `"extensions": {"cost": true}` in the request. */
export function asksForCost({ extensions }: Parameters): boolean {
  return extensions?.['cost'] === true;
}

function costTooHigh(cost: number, limit: number): HttpError {
  return new HttpError(
    'COST_TOO_HIGH',
    `The answer could hold ${cost} objects; at most ${limit} are allowed (BANMIAN_MAX_COST). Ask for smaller pages, or for fewer lists inside lists.`,
    { extensions: { cost, limit } },
  );
}
