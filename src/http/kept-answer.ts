import type { ExecutionResult } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Exchange } from './exchange.ts';
import { questionKey, type Generation, type ResponseCache } from './response-cache.ts';
import type { ScopeOf } from './scope.ts';

/** The answer that a request waits for, if it may be kept. */
interface Waited {
  waited?: { readonly key: string; readonly begunIn: Generation };
}

/** Yoga writes a result by its own `stringify` if it has one. */
type WrittenResult = ExecutionResult & { readonly stringify: () => string };

/** Answers from the cache what was asked before, without even parsing it, and keeps what is answered without errors. */
export function useKeptAnswers(cache: ResponseCache, scopeOf: ScopeOf): Plugin<object, { exchange: Exchange } & Waited> {
  return {
    onParams({ params, request, context, setResult }) {
      const scope = scopeOf(request);
      if (scope === null || typeof params?.query !== 'string') return;
      const key = questionKey(params, scope);
      if (key === null) return;
      const kept = cache.find(key);
      if (kept === undefined) {
        context.waited = { key, begunIn: cache.generation };
        return;
      }
      context.exchange.operationName = kept.operationName;
      context.exchange.surrogateKey = kept.surrogateKey;
      setResult(written(kept.text));
    },

    onResultProcess({ result, setResult, serverContext: { waited, exchange: { operationName, surrogateKey } } }) {
      if (waited === undefined || surrogateKey === undefined || !('data' in result)) return;
      const text = JSON.stringify(result);
      cache.keep(waited.key, { text, operationName, surrogateKey }, waited.begunIn);
      setResult(written(text));
    },
  };
}

function written(text: string): WrittenResult {
  return { data: {}, stringify: () => text };
}
