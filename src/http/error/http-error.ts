import { GraphQLError, type ASTNode } from 'graphql';
import type { ServerResponse } from 'node:http';
import { ERROR_CODES, type ErrorCode } from '../../error-code.ts';
import { shortMessage } from './bounded-error.ts';

export type Headers = Readonly<Record<string, string>>;

interface Details {
  /** The place in the document. */
  readonly nodes?: ASTNode;
  /** Sent beside the code. */
  readonly extensions?: Readonly<Record<string, unknown>>;
  readonly headers?: Headers;
}

/** For requests that may succeed a moment later. */
export const RETRY_AFTER = { 'retry-after': '1' } as const;

/** An error that refuses the whole request, with the HTTP status of its code. */
export class HttpError extends GraphQLError {
  readonly code: ErrorCode;
  readonly headers: Headers;

  constructor(code: ErrorCode, message: string, { nodes, extensions, headers = {} }: Details = {}) {
    super(message, { nodes: nodes ?? null, extensions: { code, ...extensions } });
    this.code = code;
    this.headers = headers;
  }
}

/** Answers in the form of a GraphQL error, so that clients have one form to handle. */
export function sendError(response: ServerResponse, error: HttpError): void {
  sendJson(response, ERROR_CODES[error.code].status, errorBody(error), error.headers);
}

export function errorBody({ code, message }: HttpError): object {
  return { errors: [{ message: shortMessage(message), extensions: { code } }] };
}

export function sendJson(response: ServerResponse, status: number, value: unknown, headers: Headers = {}): void {
  const body = JSON.stringify(value);
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    ...headers,
  });
  response.end(body);
}
