import type { ExecutionResult } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { isDatabaseFault } from './database-status.ts';
import type { Exchange } from './exchange.ts';
import { questionKey, type ResponseCache } from './response-cache.ts';

/** Yoga writes a result by its own `stringify` if it has one. */
type WrittenResult = ExecutionResult & { readonly stringify: () => string };

/**
 * Answers from the cache what was asked before, without even parsing it, and keeps what is answered without errors. Of
 * those who ask the same at the same time one has the answer made, and the others wait; if it is not kept, each makes
 * one. But what the database was to blame for is told to all: they are not to ask it too.
 */
export function useKeptAnswers(cache: ResponseCache): Plugin<object, { exchange: Exchange }> {
  /** The answer to give, or null, and then it is being made. */
  function findOrBegin(question: string, exchange: Exchange): ExecutionResult | null {
    const validIn = cache.generation;
    const answer = cache.find(question);
    if (answer === undefined) {
      exchange.making = { question, begunIn: validIn, end: cache.begin(question) };
      return null;
    }
    exchange.operationName = answer.operationName;
    exchange.surrogateKeys = answer.surrogateKeys;
    exchange.kept = { answer, validIn };
    return written(answer.body.toString());
  }

  return {
    async onParams({ params, context: { exchange }, setResult }) {
      if (exchange.scope === null || typeof params?.query !== 'string') return;
      const question = questionKey(params, exchange.scope);
      if (question === null) return;
      const result = (await cache.underWay(question)) ?? findOrBegin(question, exchange);
      if (result !== null) setResult(result);
    },

    onResultProcess({ result, setResult, serverContext: { exchange } }) {
      const { making, operationName, surrogateKeys } = exchange;
      if (making === undefined) return;
      if (surrogateKeys !== undefined && 'data' in result) {
        const text = JSON.stringify(result);
        const answer = { body: Buffer.from(text), operationName, surrogateKeys };
        cache.keep(making.question, answer, making.begunIn);
        exchange.kept = { answer, validIn: making.begunIn };
        setResult(written(text));
      }
      making.end(isDatabaseFault(result as ExecutionResult) ? (result as ExecutionResult) : undefined);
    },
  };
}

function written(text: string): WrittenResult {
  return { data: {}, stringify: () => text };
}
