import type { ExecutionResult } from 'graphql';
import { ERROR_CODES } from '../../error-code.ts';
import { codeOf } from './bounded-error.ts';

/**
 * The HTTP status of a result. Errors beside data leave it 200, except when the database could not be asked, or when
 * nothing of what was asked came in time. Clients that read `application/json` alone are answered 200 once their
 * request could be read as GraphQL, as that media type wants it.
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
