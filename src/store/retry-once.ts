import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from './database.ts';
import { databaseFailure } from './database-failure.ts';

const RETRY_MS = 500;
/** Longer than a private server takes to be restarted. */
const PATIENCE_MS = 60_000;

/**
 * Does work that can be repeated. When it fails because the database is unavailable, waits until that answers, at most
 * a minute, and does the work once more.
 */
export async function retryOnce<Result>(
  { check }: Pick<Database, 'check'>,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (databaseFailure(error) !== 'UNAVAILABLE') throw error;
    for (const end = performance.now() + PATIENCE_MS; (await check()) !== null; await pause(RETRY_MS))
      if (performance.now() > end) throw error;
    return work();
  }
}
