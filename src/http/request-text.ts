import { ByteLru } from './cache/byte-lru.ts';
import { parametersOf, type RequestText } from './parameters.ts';
import type { RequestState } from './request-state.ts';
import { perText, type TextStage } from './stage.ts';

const MAX_KEPT_BYTES = 10_000_000;
/** Longer texts are unlikely to come again. */
const MAX_KEPT_LENGTH = 20_000;
/** About what a text and its parsed parameters take for each character. */
const BYTES_A_CHARACTER = 10;

/**
 * Reads the parameters of the request. If it `isWorthKeeping` them, they are kept for requests with the same text: when
 * responses are not cached, the rest of a request costs far more than this.
 */
export function readParameters(isWorthKeeping: boolean): TextStage<RequestState> {
  const kept = new ByteLru<RequestText>(isWorthKeeping ? MAX_KEPT_BYTES : 0);
  return perText('parameters', {
    recall(state) {
      if (!isWorthKeeping) return false;
      state.text = kept.get(keyOf(state)) ?? null;
      return state.text !== null;
    },
    run(state) {
      const { request, body } = state;
      state.text = { parameters: parametersOf(request, body) };
      if (!isWorthKeeping) return;
      const key = keyOf(state);
      if (key.length <= MAX_KEPT_LENGTH) kept.set(key, state.text, key.length * BYTES_A_CHARACTER);
    },
  });
}

function keyOf({ request: { method, url, headers }, body }: RequestState): string {
  return `${method} ${url}\n${headers['content-type']}\n${body}`;
}
