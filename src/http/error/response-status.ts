import type { ExecutionResult } from 'graphql';
import { ERROR_CODES } from '../../error-code.ts';
import { codeOf } from './bounded-error.ts';

/**
 * The HTTP status of a result. With data it is 200 in spite of errors, except when the database is unavailable or no
 * field was read in time. For `application/json` it is also 200 once the request could be read as GraphQL, as clients of
 * that media type expect.
 */
export function statusOf(result: ExecutionResult, isPlainJson: boolean): number {
  const { errors = [], data } = result;
  if (errors.length === 0) return 200;
  if (isDatabaseFault(result) && (isEmpty(data) || errors.some((error) => codeOf(error) === 'UNAVAILABLE'))) return 503;
  if ('data' in result) return 200;
  return Math.max(
    ...errors.map((error) => {
      const code = codeOf(error);
      const status = Math.max(ERROR_CODES[code].status, 400);
      return isPlainJson && status === 400 && code !== 'BAD_REQUEST' ? 200 : status;
    }),
  );
}

/** Whether the database is to blame for an error of this result. */
export function isDatabaseFault({ errors = [] }: ExecutionResult): boolean {
  return errors.some((error) => ['UNAVAILABLE', 'TIMEOUT'].includes(codeOf(error)));
}

function isEmpty(data: ExecutionResult['data']): boolean {
  return Object.values(data ?? {}).every((value) => value === null);
}
