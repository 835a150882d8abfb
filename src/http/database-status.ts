import type { ExecutionResult } from 'graphql';
import type { Plugin } from 'graphql-yoga';

export const RETRY_AFTER = { 'retry-after': '1' } as const;

/**
 * Gives an answer the status 503 when the database could not be asked, or when all that was asked took it too long;
 * beside fields that hold something the latter is an error like others.
 */
export function useDatabaseStatus(): Plugin {
  return {
    onResultProcess({ result, setResult }) {
      if (!('errors' in result) || !isDatabaseFault(result)) return;
      if (isLackingAll(result.data) || codesOf(result).includes('UNAVAILABLE')) {
        setResult({ ...result, extensions: { ...result.extensions, http: { status: 503, headers: RETRY_AFTER } } });
      }
    },
  };
}

/** Whether the database is to blame for an error of this answer. */
export function isDatabaseFault(result: ExecutionResult): boolean {
  return codesOf(result).some((code) => code === 'UNAVAILABLE' || code === 'TIMEOUT');
}

function codesOf({ errors }: ExecutionResult): unknown[] {
  return (errors ?? []).map(({ extensions }) => extensions['code']);
}

function isLackingAll(data: ExecutionResult['data']): boolean {
  return Object.values(data ?? {}).every((value) => value === null);
}
