import { HttpError, RETRY_AFTER, sendError } from '../error/http-error.ts';
import type { RequestState } from '../request-state.ts';
import { perRequest, type RequestStage } from '../stage.ts';

/**
 * Answers requests that take too long. Their work goes on, and counts against the limits until it ends, but its result
 * is not sent.
 */
export function setDeadline(seconds: number): RequestStage<RequestState> {
  return perRequest('deadline', (state) => {
    const timer = setTimeout(() => {
      if (state.response.headersSent) return;
      state.giveUp();
      sendError(state.response, lateError(state, seconds));
      // Nothing ends when the body breaks off now.
      if (!state.isBodyRead) state.release();
    }, seconds * 1_000);
    state.onRelease(() => clearTimeout(timer));
  });
}

function lateError({ isBodyRead }: RequestState, seconds: number): HttpError {
  const limit = `${seconds} s (BANMIAN_REQUEST_TIMEOUT_SECONDS)`;
  return isBodyRead
    ? new HttpError('TIMEOUT', `The request took longer than ${limit}. Ask for less at once, or for smaller pages.`, {
        headers: RETRY_AFTER,
      })
    : new HttpError('REQUEST_TIMEOUT', `The body did not come within ${limit}.`, { headers: { connection: 'close' } });
}
