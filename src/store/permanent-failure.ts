import { databaseFailure } from './database-failure.ts';

/** What codes of Postgres and the file system mean, in a sentence. */
const SENTENCES: ReadonlyMap<string, string> = new Map([
  ['53100', 'The disk of the database is full.'],
  ['25006', 'The database can only be read.'],
  ['ENOSPC', 'The disk is full.'],
  ['EDQUOT', 'The disk quota is used up.'],
  ['EROFS', 'The disk can only be read.'],
]);
/** A transaction that lost against another; the next one need not. */
const LOST_RACE = /^40/;

/**
 * Says in a sentence why nothing that is tried next can succeed either: the disk is full, or the database is gone. null
 * when it may.
 */
export function permanentFailure(error: unknown): string | null {
  let lastCode: string | null = null;
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (typeof code !== 'string') continue;
    const sentence = SENTENCES.get(code);
    if (sentence !== undefined) return sentence;
    lastCode = code;
  }
  if (databaseFailure(error) !== 'UNAVAILABLE' || (lastCode !== null && LOST_RACE.test(lastCode))) return null;
  return `The database is no longer available${lastCode === null ? '' : ` (${lastCode})`}.`;
}
