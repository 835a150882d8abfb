import { ByteLru } from './cache/byte-lru.ts';
import { parametersOf, type RequestText } from './parameters.ts';
import type { RequestState } from './request-state.ts';
import { perText, type TextStage } from './stage.ts';

const MAX_KEPT_BYTES = 10_000_000;
/** Longer texts are not likely to come again. */
const MAX_KEPT_LENGTH = 20_000;
/** What a text takes of each of its characters, with the objects that it is parsed to. */
const BYTES_A_CHARACTER = 10;

/**
 * Reads what a request asks, from the query string of a GET or the body of a POST. What equal texts ask is kept where
 * it `isWorthKeeping`: where responses are cached, as else the rest of a request costs far more.
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
