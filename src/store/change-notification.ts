import { sql } from 'drizzle-orm';
import type { Transaction } from './transaction.ts';

/** Each database has channels of its own. */
export const CHANNEL = 'banmian_archive';

/** Means everything in the archive. */
export const ARCHIVE = 'archive';

/**
 * Notifies all listeners, when the transaction commits, that anything may have changed. What an import changes is
 * notified by triggers of the tables, row by row; see `parseNotification` for the form.
 */
export async function notifyAll(tx: Pick<Transaction, 'execute'>): Promise<void> {
  await tx.execute(sql`select pg_notify(${CHANNEL}, ${ARCHIVE})`);
}

/**
 * The keys of what a notification says has changed: `Person:UUID` means that the row with this id was added, removed or
 * changed, `Person` that any row of the type or anything derived from it was, `archive` that anything was. An empty
 * payload, as sent by hand, means `archive`.
 */
export function parseNotification(announcement: string): readonly string[] {
  return announcement === '' ? [ARCHIVE] : announcement.split(' ');
}
