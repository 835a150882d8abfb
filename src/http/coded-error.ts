import { GraphQLError } from 'graphql';
import type { ASTNode } from 'graphql';
import { ERROR_CODES, type ErrorCode } from '../error-code.ts';

interface Details {
  readonly nodes?: ASTNode;
  /** Told beside the code. */
  readonly extensions?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An error for which a whole request is refused, with the HTTP status of its code. */
export function codedError(
  code: ErrorCode,
  message: string,
  { nodes, extensions, headers }: Details = {},
): GraphQLError {
  const http = { ...httpOf(code), ...(headers && { headers }) };
  return new GraphQLError(message, { nodes: nodes ?? null, extensions: { code, ...extensions, http } });
}

/**
 * What Yoga makes the HTTP status of an answer without data of: with `spec`, clients that accept `application/json`
 * alone are answered 200.
 */
export function httpOf(code: ErrorCode): { readonly status: number; readonly spec: boolean } {
  const status = Math.max(ERROR_CODES[code].status, 400);
  return { status, spec: status === 400 && code !== 'BAD_REQUEST' };
}
