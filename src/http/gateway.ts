import { printSchema, type GraphQLSchema } from 'graphql';
import type { ServerResponse } from 'node:http';
import { createYoga } from 'graphql-yoga';
import type { QueryPlan } from '../query/query-plan.ts';
import { useAliasLimit } from './alias-limit.ts';
import { replayed } from './body.ts';
import type { BoundRequest } from './body.ts';
import { useCacheHeaders, type CachingSettings } from './cache-header.ts';
import { createCostOf, useCostLimit } from './cost-limit.ts';
import { useDatabaseStatus } from './database-status.ts';
import { useDepthLimit } from './depth-limit.ts';
import { documentCaches } from './document-cache.ts';
import { DocumentStore } from './document-store.ts';
import type { Exchange } from './exchange.ts';
import { FastLane } from './fast-lane.ts';
import { useKeptAnswers } from './kept-answer.ts';
import type { Limits } from './limits.ts';
import type { Log } from './log.ts';
import { refuseAccept } from './media-type.ts';
import { maskUnexpected, useErrorLog } from './masked-error.ts';
import { useOperation } from './operation.ts';
import { usePersistedDocuments } from './persisted-document.ts';
import { usePreparedDocuments } from './prepared-document.ts';
import { refuse } from './refusal.ts';
import { answerAgain, keepSent } from './repeated-request.ts';
import { useRequestParams } from './request-params.ts';
import type { ResponseCache } from './response-cache.ts';
import { scopeOf, type ScopeOf } from './scope.ts';
import { createKeysOf, useSurrogateKeys } from './surrogate-key.ts';
import { useToldErrors } from './told-error.ts';
import { useTokenLimit } from './token-limit.ts';
import { useValidation } from './validation.ts';
import { useVariableCheck } from './variable-check.ts';

export interface GatewayParts<Context extends object> {
  readonly schema: GraphQLSchema;
  /**
   * Called once a request, with the plan of its document if it has one; again if it has to be answered
   * anew.
   */
  readonly createContext: (plan?: QueryPlan) => Context;
  readonly limits: Limits;
  readonly log: Log;
  /** Without it no document is trusted, and any may be registered. */
  readonly documents?: DocumentStore;
  /** Without it answers tell everybody not to keep them. */
  readonly caching?: CachingSettings;
  /** Holds answers to give them again; without it, or without `caching`, each is worked out anew. */
  readonly responseCache?: ResponseCache | undefined;
  /** Whom the caller is answered alike with. */
  readonly scopeOf?: ScopeOf;
}

/** What Yoga is given with each request. */
export interface ServerContext {
  exchange: Exchange;
  /** null when the request has none. */
  body: string | null;
}

export interface Gateway {
  /** Answers a request for `/graphql`. */
  answer(bound: BoundRequest, response: ServerResponse, exchange: Exchange): Promise<void>;
  /** The schema in GraphQL's own language; null when it is kept from clients. */
  schemaText(): string | null;
  dispose(): Promise<void> | void;
}

/** GraphQL over HTTP: parses, checks, executes and answers; the server in front bounds bodies and guards the door. */
export function createGateway<Context extends object>(parts: GatewayParts<Context>): Gateway {
  const { schema, createContext, limits, log, documents = new DocumentStore(), caching, responseCache } = parts;
  const costOf = createCostOf();
  const keysOf = createKeysOf(schema);
  let schemaText: string | undefined;
  const lane = new FastLane<Context>({ createContext, isAffordable: (executed) => costOf(executed) <= limits.maxCost });
  const yoga = createYoga<ServerContext, object>({
    schema,
    graphqlEndpoint: '/graphql',
    graphiql: false,
    landingPage: false,
    // Both are done in front, at node:http: Yoga's CORS reflects any origin and its body limit is slow.
    cors: false,
    maxRequestBodySize: false,
    multipart: false,
    batching: false,
    parserAndValidationCache: documentCaches(),
    maskedErrors: { maskError: maskUnexpected(limits.statementTimeoutSeconds), errorMessage: 'Unexpected error.' },
    // Errors are logged by useErrorLog, which knows the request.
    logging: { debug: () => {}, info: () => {}, warn: (...words) => log.warn(words.join(' ')), error: () => {} },
    plugins: [
      useRequestParams(),
      usePersistedDocuments(documents),
      useTokenLimit(limits.maxTokens),
      useValidation(limits),
      useDepthLimit(limits.maxDepth),
      useAliasLimit(limits.maxAliases),
      useOperation(),
      useVariableCheck(!limits.introspection),
      useCostLimit(limits.maxCost, costOf),
      usePreparedDocuments(createContext),
      useErrorLog(log),
      useToldErrors(),
      useDatabaseStatus(),
      ...(caching === undefined ? [] : [useSurrogateKeys(keysOf), useCacheHeaders(caching)]),
      ...(responseCache === undefined ? [] : [useKeptAnswers(responseCache)]),
    ],
  });

  return {
    async answer(bound, response, exchange) {
      exchange.scope = (parts.scopeOf ?? scopeOf)(bound.request.headers);
      if (responseCache !== undefined && answerAgain(responseCache, bound, response, exchange)) return;
      const validIn = responseCache?.generation ?? 0;
      const isAnswered = await lane.answer(
        bound,
        response,
        exchange,
        (result, { executed: { document } }, context, body) => {
          const surrogateKeys = responseCache === undefined ? undefined : keysOf(document, result, context);
          if (surrogateKeys !== undefined)
            exchange.kept = { answer: { body, operationName: exchange.operationName, surrogateKeys }, validIn };
        },
      );
      if (!isAnswered) {
        const refusal = refuseAccept(bound.request);
        if (refusal !== null) return refuse(response, refusal);
        try {
          await yoga(replayed(bound), response, { exchange, body: bound.body });
        } finally {
          exchange.making?.end();
        }
        lane.remember(bound, response, exchange);
      }
      if (responseCache !== undefined) keepSent(responseCache, bound, response, exchange);
    },
    schemaText: () => (limits.introspection ? (schemaText ??= `${printSchema(schema)}\n`) : null),
    dispose: () => yoga.dispose(),
  };
}
