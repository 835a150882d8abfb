import { GraphQLError, type ExecutionResult } from 'graphql';
import { ERROR_CODES, type ErrorCode } from '../../error-code.ts';

/** No response says more about errors than this, whatever was sent. */
const MAX_ERRORS = 10;
const MAX_BYTES = 8_000;
const MAX_MESSAGE_LENGTH = 500; // UTF-16 units
const MAX_LOCATIONS = 5;

/**
 * Gives every error of a result a code, and bounds how much is said of them: a message may repeat what was sent, and a
 * list may have an error for each item. `extensions.omittedErrors` says how many were left out.
 */
export function boundErrors(result: ExecutionResult, errors: readonly GraphQLError[]): ExecutionResult {
  const told: GraphQLError[] = [];
  let bytes = 0;
  for (const error of errors.slice(0, MAX_ERRORS)) {
    const short = shortError(error);
    bytes += Buffer.byteLength(JSON.stringify(short));
    if (told.length > 0 && bytes > MAX_BYTES) break;
    told.push(short);
  }
  const omittedErrors = errors.length - told.length;
  return {
    ...result,
    errors: told,
    ...(omittedErrors > 0 && { extensions: { ...result.extensions, omittedErrors } }),
  };
}

/** The message, cut to the greatest length. */
export function shortMessage(message: string): string {
  return message.length <= MAX_MESSAGE_LENGTH
    ? message
    : `${message.slice(0, MAX_MESSAGE_LENGTH - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** The code of an error. Errors of graphql-js that get this far have none: they are about variables or arguments. */
export function codeOf({ extensions: { code } }: GraphQLError): ErrorCode {
  return isErrorCode(code) ? code : 'BAD_USER_INPUT';
}

function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(ERROR_CODES, code);
}

function shortError(error: GraphQLError): GraphQLError {
  return new GraphQLError(shortMessage(error.message), {
    source: error.source,
    positions: error.positions?.slice(0, MAX_LOCATIONS),
    path: error.path,
    extensions: { ...error.extensions, code: codeOf(error) },
  });
}
