import { databaseFailure } from './database-failure.ts';

/** In words what Postgres and the file system tell by code. */
const disk: ReadonlyMap<string, string> = new Map([
  ['53100', 'The disk of the database is full.'],
  ['25006', 'The database can only be read.'],
  ['ENOSPC', 'The disk is full.'],
  ['EDQUOT', 'The disk quota is used up.'],
  ['EROFS', 'The disk can only be read.'],
]);
/** A transaction that lost against another, as the next one need not. */
const lostRace = /^40/;

/**
 * Why, in a sentence, nothing that is tried next can succeed either: no room is left, or the database is gone. null
 * when that is not so.
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
  return `The database cannot be asked any more${told === null ? '' : ` (${told})`}.`;
}
