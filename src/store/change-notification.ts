import { sql } from 'drizzle-orm';
import type { Transaction } from './transaction.ts';

/** Postgres keeps the channels of its databases apart. */
export const CHANNEL = 'banmian_archive';

/** Stands for all that is stored. */
export const ARCHIVE = 'archive';

/**
 * Tells every process that watches the archive, at the moment the transaction commits, that anything may have changed.
 * What an import changes is announced by triggers of the tables, row by row, in the words of `parseNotification`.
 */
export async function notifyAll(tx: Pick<Transaction, 'execute'>): Promise<void> {
  await tx.execute(sql`select pg_notify(${CHANNEL}, ${ARCHIVE})`);
}

/**
 * What an announcement says has changed: `Person:UUID` a row of this id, came, went or is another; `Person` some row of
 * this type, or what is told of some; `archive` anything. One that says nothing, as sent by hand, says that.
 */
export function parseNotification(announcement: string): readonly string[] {
  return announcement === '' ? [ARCHIVE] : announcement.split(' ');
}
