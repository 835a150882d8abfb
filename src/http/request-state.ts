import type { IncomingMessage, ServerResponse } from 'node:http';
import { GraphQLError, type ExecutionResult } from 'graphql';
import type { KeyHolder } from '../load/key-holder.ts';
import type { CachedResponse, Reservation } from './cache/response-cache.ts';
import type { Operation } from './document/operation.ts';
import type { ParsedDocument } from './document/parsed-document.ts';
import { HttpError, type Headers } from './error/http-error.ts';
import type { Variables } from './document/variables.ts';
import type { RequestText } from './parameters.ts';
import type { RequestLog } from './request-log.ts';

/** The media types that a response can have. */
export type ResponseType = 'application/graphql-response+json' | 'application/json';

const NO_VARIABLES: Variables = Object.freeze({});

/** What is known of one request: each stage adds to it for those that follow. */
export class RequestState {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly log: RequestLog;

  /** null when the request has none. */
  body: string | null = null;
  isBodyRead = false;
  /** null: somebody without a key. */
  caller: KeyHolder | null = null;
  /** Callers in the same scope get the same answers; null when the response is for this caller alone. */
  scope: string | null = null;
  responseType: ResponseType = 'application/json';

  /** null until the request's text is read. */
  text: RequestText | null = null;
  /** The document's text. */
  query = '';
  /** null until it is parsed, or when a cached response makes parsing needless. */
  document: ParsedDocument | null = null;
  operation: Operation | null = null;
  /** The coerced variables of the operation. */
  variables = NO_VARIABLES;
  /** How many objects the response may hold. */
  cost = 0;

  /** Held while this request works out a response for the cache. */
  reservation: Reservation | null = null;
  /** null until the operation is executed or the request refused. */
  result: ExecutionResult | null = null;
  /** What the result depends on; null unless it is the result of a query without errors. */
  cacheTags: readonly string[] | null = null;
  /** A response without errors, found in the cache or made for it. */
  cached: CachedResponse | null = null;
  /** Headers that belong to an error. */
  errorHeaders: Headers = {};
  #isRefused = false;
  #cleanups: (() => void)[] = [];

  constructor(request: IncomingMessage, response: ServerResponse, log: RequestLog) {
    this.request = request;
    this.response = response;
    this.log = log;
  }

  get isRefused(): boolean {
    return this.#isRefused;
  }

  /** Whether nothing is left to be executed. */
  get isAnswered(): boolean {
    return this.cached !== null || this.result !== null;
  }

  /** The variables as they were sent. */
  get sentVariables(): Variables {
    return this.text?.parameters.variables ?? NO_VARIABLES;
  }

  /** Answers the request with these errors and no data: of the stages ahead only those run that always do. */
  refuse(...errors: readonly unknown[]): void {
    this.#isRefused = true;
    this.cached = null;
    this.result = { errors: errors.map(asGraphQLError) };
    for (const error of errors) if (error instanceof HttpError) this.errorHeaders = error.headers;
  }

  /** Skips the stages ahead, but for those that always run, since the request was answered from elsewhere. */
  giveUp(): void {
    this.#isRefused = true;
  }

  /** Registers what to do once all work on the request has ended. */
  onRelease(cleanup: () => void): void {
    this.#cleanups.push(cleanup);
  }

  /** Runs what was registered; calling it again does nothing. */
  release(): void {
    const cleanups = this.#cleanups;
    this.#cleanups = [];
    for (const cleanup of cleanups) cleanup();
  }
}

/** A later stage hides unexpected errors from clients, which it recognises by their original error. */
function asGraphQLError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  const originalError = error instanceof Error ? error : new Error(String(error));
  return new GraphQLError(originalError.message, { originalError });
}
