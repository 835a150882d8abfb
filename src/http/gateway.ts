import { printSchema, type GraphQLSchema } from 'graphql';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { nobody, type Authenticate } from './access/authenticator.ts';
import { identifyCaller } from './access/caller.ts';
import { readBody } from './body.ts';
import { cacheHeaders, type CachingSettings } from './cache/cache-header.ts';
import { findCachedResponse, keepResponse } from './cache/cached-response.ts';
import type { ResponseCache } from './cache/response-cache.ts';
import { chooseScope, publicScope, type ScopeOf } from './cache/scope.ts';
import { DocumentStore } from './document/document-store.ts';
import { chooseOperation, coerceVariables, parseDocument, validateDocument } from './document/document-stages.ts';
import { findDocument } from './document/persisted-document.ts';
import { createExecutor } from './executor.ts';
import type { Exporter } from './export/exporter.ts';
import { errorMask } from './error/masked-error.ts';
import { executeOperation, type CreateContext } from './execute.ts';
import { admit } from './limit/admission.ts';
import { limitCost } from './limit/cost-limit.ts';
import { setDeadline } from './limit/deadline.ts';
import type { Limits } from './limit/limits.ts';
import type { Log } from './log.ts';
import { checkContentType, negotiateResponseType } from './media-type.ts';
import type { RequestLog } from './request-log.ts';
import { RequestState } from './request-state.ts';
import { readParameters } from './request-text.ts';
import { makeResponse, release, sendResponse, tellErrors } from './response.ts';
import { runStages, type Stage } from './stage.ts';

export interface GatewayParts {
  readonly schema: GraphQLSchema;
  /** Called once for each request, and again if the request has to be executed again. */
  readonly createContext: CreateContext;
  readonly limits: Limits;
  readonly log: Log;
  /** Without it, no document is trusted and any may be registered. */
  readonly documents?: DocumentStore;
  /** Without it, every response is `no-store`. */
  readonly caching?: CachingSettings;
  /** Without it, every request is executed. */
  readonly responseCache?: ResponseCache | undefined;
  /** Tells callers apart; without it, none has a key. */
  readonly authenticate?: Authenticate;
  /** Who shares cached responses; everybody, unless given. */
  readonly scopeOf?: ScopeOf;
  /** Without it, nothing can be exported. */
  readonly exporter?: Exporter;
}

export interface Gateway {
  /** The stages that every request for `/graphql` passes through, in order. */
  readonly stages: readonly Stage<RequestState>[];
  /** Who asks: every other path that shows something of the archive is to call it too. */
  readonly authenticate: Authenticate;
  /** null when nothing can be exported. */
  readonly exporter: Exporter | null;
  /** Answers a request for `/graphql`. */
  answer(request: IncomingMessage, response: ServerResponse, log: RequestLog): Promise<void>;
  /** The schema in SDL; null when clients may not see it. */
  schemaText(): string | null;
}

/** Serves GraphQL over HTTP. The router in front of it checks host, path and method. */
export function createGateway(parts: GatewayParts): Gateway {
  const { schema, limits } = parts;
  const stages = stagesOf(parts);
  let schemaText: string | undefined;
  return {
    stages,
    authenticate: parts.authenticate ?? nobody,
    exporter: parts.exporter ?? null,
    answer: (request, response, log) => runStages(stages, new RequestState(request, response, log)),
    schemaText: () => (limits.introspection ? (schemaText ??= `${printSchema(schema)}\n`) : null),
  };
}

/**
 * The request path. Anything that must see every request, such as a rate limit, is one more stage in this list. Cached
 * responses, compiled operations and parsed documents only give later stages less to do; they skip none.
 */
function stagesOf({
  schema,
  createContext,
  limits,
  log,
  documents = new DocumentStore(),
  caching,
  responseCache: cache,
  authenticate = nobody,
  scopeOf = publicScope,
}: GatewayParts): readonly Stage<RequestState>[] {
  const executor = createExecutor(schema, limits);
  return [
    checkContentType,
    admit(limits),
    setDeadline(limits.requestTimeoutSeconds),
    identifyCaller(authenticate),
    chooseScope(scopeOf),
    readBody(limits.maxBodyBytes),
    negotiateResponseType,
    readParameters(cache !== undefined),
    findDocument(documents),
    ...(cache === undefined ? [] : [findCachedResponse(cache)]),
    parseDocument(schema, executor),
    chooseOperation,
    validateDocument(executor),
    coerceVariables(!limits.introspection),
    limitCost(limits.maxCost),
    executeOperation({
      executor,
      createContext,
      maxCost: limits.maxCost,
      isCacheable: ({ reservation, request }) =>
        reservation !== null || (caching !== undefined && request.method === 'GET'),
    }),
    tellErrors(errorMask(log, limits.statementTimeoutSeconds)),
    makeResponse,
    ...(cache === undefined ? [] : [keepResponse(cache)]),
    sendResponse(caching === undefined ? null : cacheHeaders(caching)),
    release,
  ];
}
