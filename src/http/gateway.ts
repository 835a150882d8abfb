import { type GraphQLSchema } from 'graphql';
import { createYoga, type YogaServerInstance } from 'graphql-yoga';
import { useAliasLimit } from './alias-limit.ts';
import { useCacheHeaders, type Freshness } from './cache-header.ts';
import { useCostLimit } from './cost-limit.ts';
import { useDepthLimit } from './depth-limit.ts';
import { DocumentStore } from './document-store.ts';
import type { Exchange } from './exchange.ts';
import { useJit } from './jit.ts';
import { useKeptAnswers } from './kept-answer.ts';
import type { Limits } from './limits.ts';
import type { Log } from './log.ts';
import { maskUnexpected, useErrorLog } from './masked-error.ts';
import { useOperationName } from './operation-name.ts';
import { usePersistedDocuments } from './persisted-document.ts';
import type { ResponseCache } from './response-cache.ts';
import { scopeOf, type ScopeOf } from './scope.ts';
import { useSurrogateKeys } from './surrogate-key.ts';
import { useTokenLimit } from './token-limit.ts';

export interface GatewayParts<Context extends object> {
  readonly schema: GraphQLSchema;
  /** Called once a request. */
  readonly createContext: () => Context;
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

export interface CachingSettings extends Freshness {
  /** Answers with more nodes than that name only types in their `Surrogate-Key`. */
  readonly maxSurrogateIds: number;
}

/** What Yoga is given with each request. */
export interface ServerContext {
  exchange: Exchange;
}

export type Gateway = YogaServerInstance<ServerContext, object>;

/** GraphQL over HTTP: parses, checks, executes and answers; the server in front bounds bodies and guards the door. */
export function createGateway<Context extends object>(parts: GatewayParts<Context>): Gateway {
  const { schema, createContext, limits, log, documents = new DocumentStore(), caching } = parts;
  const whoIsAlike = parts.scopeOf ?? scopeOf;
  return createYoga<ServerContext, object>({
    schema,
    context: createContext,
    graphqlEndpoint: '/graphql',
    graphiql: false,
    landingPage: false,
    // Both are done in front, at node:http: Yoga's CORS reflects any origin and its body limit is slow.
    cors: false,
    maxRequestBodySize: false,
    multipart: false,
    batching: false,
    maskedErrors: { maskError: maskUnexpected(limits.statementTimeoutSeconds), errorMessage: 'Unexpected error.' },
    // Errors are logged by useErrorLog, which knows the request.
    logging: { debug: () => {}, info: () => {}, warn: (...words) => log.warn(words.join(' ')), error: () => {} },
    plugins: [
      usePersistedDocuments(documents),
      useTokenLimit(limits.maxTokens),
      useDepthLimit(limits.maxDepth),
      useAliasLimit(limits.maxAliases),
      useOperationName(),
      useCostLimit(limits.maxCost),
      useJit(),
      useErrorLog(log),
      ...(caching === undefined ? [] : [useSurrogateKeys(schema, caching.maxSurrogateIds), useCacheHeaders(caching, whoIsAlike)]),
      ...(parts.responseCache === undefined ? [] : [useKeptAnswers(parts.responseCache, whoIsAlike)]),
    ],
  });
}
