import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { ERROR_CODES, type ErrorCode } from '../error-code.ts';
import { httpOf } from './coded-error.ts';

/** Whatever was sent, no answer tells more of its errors than that. */
const MOST_ERRORS = 10;
const MOST_BYTES = 8_000;
const LONGEST_MESSAGE = 500; // UTF-16 units
const MOST_LOCATIONS = 5;

/**
 * Gives every error of an answer a code, and bounds what is told of them: a message may repeat what was sent, and a
 * list have an error for each of its items. How many are left out is told as `extensions.omittedErrors`.
 */
export function useToldErrors(): Plugin {
  return {
    onResultProcess({ result, setResult }) {
      if (!('errors' in result) || result.errors === undefined || result.errors.length === 0) return;
      const errors = bounded(result.errors, !('data' in result));
      const omittedErrors = result.errors.length - errors.length;
      setResult({
        ...result,
        errors,
        ...(omittedErrors > 0 && { extensions: { ...result.extensions, omittedErrors } }),
      });
    },
  };
}

/** A message that is short enough to be told. */
export function boundedMessage(message: string): string {
  return message.length <= LONGEST_MESSAGE
    ? message
    : `${message.slice(0, LONGEST_MESSAGE - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

function bounded(errors: readonly GraphQLError[], isRefused: boolean): readonly GraphQLError[] {
  const told: GraphQLError[] = [];
  let bytes = 0;
  for (const error of errors.slice(0, MOST_ERRORS)) {
    const short = boundedError(error, isRefused);
    bytes += Buffer.byteLength(JSON.stringify(short));
    if (told.length > 0 && bytes > MOST_BYTES) break;
    told.push(short);
  }
  return told;
}

/** `isRefused`: nothing is answered beside the errors. */
function boundedError(error: GraphQLError, isRefused: boolean): GraphQLError {
  const code = codeOf(error);
  const http = isRefused ? { ...(error.extensions['http'] as object | undefined), ...httpOf(code) } : undefined;
  return new GraphQLError(boundedMessage(error.message), {
    source: error.source,
    positions: error.positions?.slice(0, MOST_LOCATIONS),
    path: error.path,
    extensions: { ...error.extensions, code, ...(http && { http }) },
  });
}

/** graphql-js gives its errors no code; of those that come this far, variables and arguments are to blame. */
function codeOf({ extensions: { code } }: GraphQLError): ErrorCode {
  return typeof code === 'string' && Object.hasOwn(ERROR_CODES, code) ? (code as ErrorCode) : 'BAD_USER_INPUT';
}
