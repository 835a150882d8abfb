import { GraphQLError } from 'graphql';
import type { ErrorCode } from '../error-code.ts';

/**
 * The caller asked for something that cannot be. It is a GraphQL error, since the server hides the message of every
 * other kind; `extensions.code` says what was wrong.
 */
export class RequestError extends GraphQLError {
  constructor(code: ErrorCode, message: string) {
    super(message, { extensions: { code } });
  }
}
