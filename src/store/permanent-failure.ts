import { databaseFailure } from './database-failure.ts';

/** What codes of Postgres and the file system mean, in a sentence. */
const disk: ReadonlyMap<string, string> = new Map([
  ['53100', 'The disk of the database is full.'],
  ['25006', 'The database can only be read.'],
  ['ENOSPC', 'The disk is full.'],
  ['EDQUOT', 'The disk quota is used up.'],
  ['EROFS', 'The disk can only be read.'],
]);
/** A transaction that lost against another; the next one need not. */
const lostRace = /^40/;

/**
 * Says in a sentence why nothing that is tried next can succeed either: the disk is full, or the database is gone. null
 * when it may.
 */
export function permanentFailure(error: unknown): string | null {
  let told: string | null = null;
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (typeof code !== 'string') continue;
    const words = disk.get(code);
    if (words !== undefined) return words;
    told = code;
  }
  if (databaseFailure(error) !== 'UNAVAILABLE' || (told !== null && lostRace.test(told))) return null;
  return `The database is no longer available${told === null ? '' : ` (${told})`}.`;
}
