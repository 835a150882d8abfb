import { GraphQLError } from 'graphql';
import type { ErrorCode } from '../error-code.ts';

/**
 * The caller asked for something that is not possible. It is a GraphQL error, since the server hides the messages of
 * all others; `extensions.code` says what was wrong.
 */
export class RequestError extends GraphQLError {
  constructor(code: ErrorCode, message: string) {
    super(message, { extensions: { code } });
  }
}
