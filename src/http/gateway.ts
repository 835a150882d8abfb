import { printSchema, type GraphQLSchema } from 'graphql';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody } from './body.ts';
import { cacheHeaders, isShared, type CachingSettings } from './cache/cache-header.ts';
import { findCachedResponse, keepResponse } from './cache/cached-response.ts';
import type { ResponseCache } from './cache/response-cache.ts';
import { identifyCaller, publicScope, type ScopeOf } from './cache/scope.ts';
import { DocumentStore } from './document/document-store.ts';
import { chooseOperation, coerceVariables, parseDocument, validateDocument } from './document/document-stages.ts';
import { findDocument } from './document/persisted-document.ts';
import { createEngine } from './engine.ts';
import { errorMask } from './error/masked-error.ts';
import { executeOperation, type CreateContext } from './execute.ts';
import { admit } from './limit/admission.ts';
import { limitCost } from './limit/cost-limit.ts';
import { setDeadline } from './limit/deadline.ts';
import type { Limits } from './limit/limits.ts';
import type { Log } from './log.ts';
import { checkContentType, negotiateAnswerType } from './media-type.ts';
import type { RequestLog } from './request-log.ts';
import { RequestState } from './request-state.ts';
import { readParameters } from './request-text.ts';
import { makeResponse, release, sendResponse, tellErrors } from './response.ts';
import { runStages, type Stage } from './stage.ts';

export interface GatewayParts {
  readonly schema: GraphQLSchema;
  /** Called once a request, and again if it has to be answered anew. */
  readonly createContext: CreateContext;
  readonly limits: Limits;
  readonly log: Log;
  /** Without it no document is trusted, and any may be registered. */
  readonly documents?: DocumentStore;
  /** Without it answers tell everybody not to keep them. */
  readonly caching?: CachingSettings;
  /** Holds responses to give them again; without it each is worked out anew. */
  readonly responseCache?: ResponseCache | undefined;
  /** Whom the caller is answered alike with. */
  readonly scopeOf?: ScopeOf;
}

export interface Gateway {
  /** What every request for `/graphql` passes through, in this order. */
  readonly stages: readonly Stage<RequestState>[];
  /** Answers a request for `/graphql`. */
  answer(request: IncomingMessage, response: ServerResponse, log: RequestLog): Promise<void>;
  /** The schema in GraphQL's own language; null when it is kept from clients. */
  schemaText(): string | null;
}

/** GraphQL over HTTP, from a request with a valid target to its answer; the server in front guards the host. */
export function createGateway(parts: GatewayParts): Gateway {
  const { schema, limits } = parts;
  const stages = stagesOf(parts);
  let schemaText: string | undefined;
  return {
    stages,
    answer: (request, response, log) => runStages(stages, new RequestState(request, response, log)),
    schemaText: () => (limits.introspection ? (schemaText ??= `${printSchema(schema)}\n`) : null),
  };
}

/**
 * The request path. Whatever has to see every request, such as a limit for each caller, is one more stage here: cached
 * responses, compiled operations and kept documents are only ways for a stage to have less to do.
 */
function stagesOf({
  schema,
  createContext,
  limits,
  log,
  documents = new DocumentStore(),
  caching,
  responseCache: cache,
  scopeOf = publicScope,
}: GatewayParts): readonly Stage<RequestState>[] {
  const engine = createEngine(schema, limits);
  return [
    checkContentType,
    admit(limits),
    setDeadline(limits.requestTimeoutSeconds),
    readBody(limits.maxBodyBytes),
    identifyCaller(scopeOf),
    negotiateAnswerType,
    readParameters(cache !== undefined),
    findDocument(documents),
    ...(cache === undefined ? [] : [findCachedResponse(cache)]),
    parseDocument(schema, engine),
    chooseOperation,
    validateDocument(engine),
    coerceVariables(!limits.introspection),
    limitCost(limits.maxCost),
    executeOperation({
      engine,
      createContext,
      maxCost: limits.maxCost,
      isCacheable: (state) => state.reservation !== null || (caching !== undefined && isShared(state)),
    }),
    tellErrors(errorMask(log, limits.statementTimeoutSeconds)),
    makeResponse,
    ...(cache === undefined ? [] : [keepResponse(cache)]),
    sendResponse(caching === undefined ? null : cacheHeaders(caching)),
    release,
  ];
}
