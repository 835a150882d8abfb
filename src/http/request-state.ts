import type { IncomingMessage, ServerResponse } from 'node:http';
import { GraphQLError, type ExecutionResult } from 'graphql';
import type { CachedResponse, Reservation } from './cache/response-cache.ts';
import type { Operation } from './document/operation.ts';
import type { ParsedDocument } from './document/parsed-document.ts';
import { HttpError, type Headers } from './error/http-error.ts';
import type { Variables } from './document/variables.ts';
import type { RequestText } from './parameters.ts';
import type { RequestLog } from './request-log.ts';

/** The media types that answers can have. */
export type AnswerType = 'application/graphql-response+json' | 'application/json';

const NO_VARIABLES: Variables = Object.freeze({});

/** What the stages find out about one request, each for those after it. */
export class RequestState {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly log: RequestLog;

  /** null when there is none. */
  body: string | null = null;
  isBodyRead = false;
  /** Callers of one scope are answered alike; null when an answer is for this caller alone. */
  scope: string | null = null;
  answerType: AnswerType = 'application/json';

  /** What the text says; null until it is read. */
  text: RequestText | null = null;
  /** The document's text. */
  query = '';
  /** null until it is parsed, and where a cached response makes that needless. */
  document: ParsedDocument | null = null;
  operation: Operation | null = null;
  /** The variables of the operation, coerced. */
  variables = NO_VARIABLES;
  /** How many objects the answer may hold. */
  cost = 0;

  /** Where the response is to be cached. */
  reservation: Reservation | null = null;
  /** The result of the operation; null while it is not known. */
  result: ExecutionResult | null = null;
  /** What the result depends on; null unless it is a query's and has no errors. */
  cacheTags: readonly string[] | null = null;
  /** A response without errors, from the cache or for it. */
  cached: CachedResponse | null = null;
  /** Headers that an error asks for. */
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

  /** Whether there is nothing left to work out. */
  get isAnswered(): boolean {
    return this.cached !== null || this.result !== null;
  }

  /** What the caller sent for the operation's variables. */
  get sentVariables(): Variables {
    return this.text?.parameters.variables ?? NO_VARIABLES;
  }

  /** Ends the asking: the request is answered with these errors and no data. */
  refuse(...errors: readonly unknown[]): void {
    this.#isRefused = true;
    this.cached = null;
    this.result = { errors: errors.map(asGraphQLError) };
    for (const error of errors) if (error instanceof HttpError) this.errorHeaders = error.headers;
  }

  /** Ends the asking because the request has been answered from elsewhere. */
  giveUp(): void {
    this.#isRefused = true;
  }

  /** Says what is to be done once nothing is done for the request any more. */
  onRelease(cleanup: () => void): void {
    this.#cleanups.push(cleanup);
  }

  /** Gives back what the request has taken; a second time does no harm. */
  release(): void {
    const cleanups = this.#cleanups;
    this.#cleanups = [];
    for (const cleanup of cleanups) cleanup();
  }
}

/** What is not meant for clients is hidden by a later stage, which looks for the original error. */
function asGraphQLError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  const originalError = error instanceof Error ? error : new Error(String(error));
  return new GraphQLError(originalError.message, { originalError });
}
