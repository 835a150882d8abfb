import { GraphQLError } from 'graphql';

export type RequestErrorCode = 'BAD_ARGUMENT' | 'BAD_CURSOR' | 'BAD_ID';

/**
 * The caller asked for something that cannot be. It is a GraphQL error, since the server hides the message of every
 * other kind; `extensions.code` says what was wrong.
 */
export class RequestError extends GraphQLError {
  constructor(code: RequestErrorCode, message: string) {
    super(message, { extensions: { code } });
  }
}
