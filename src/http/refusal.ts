import type { ServerResponse } from 'node:http';
import { ERROR_CODES, type ErrorCode } from '../error-code.ts';
import { boundedMessage } from './told-error.ts';

/** A request answered with errors before GraphQL sees it. */
export interface Refusal {
  /** Answered as `extensions.code`, with the HTTP status that it has in the list. */
  readonly code: ErrorCode;
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Answers in the form of a GraphQL error, so that a client has one form to read. */
export function refuse(response: ServerResponse, refusal: Refusal): void {
  sendJson(response, ERROR_CODES[refusal.code].status, refusalBody(refusal), refusal.headers);
}

export function refusalBody({ code, message }: Refusal): object {
  return { errors: [{ message: boundedMessage(message), extensions: { code } }] };
}

export function sendJson(
  response: ServerResponse,
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  const body = JSON.stringify(value);
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    ...headers,
  });
  response.end(body);
}
