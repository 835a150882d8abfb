import { sql } from 'drizzle-orm';
import type { Transaction } from './transaction.ts';

/** Postgres keeps the channels of its databases apart. */
export const CHANNEL = 'banmian_archive';

/** Tells every process that watches the archive that it changed, at the moment the transaction commits. */
export async function announceChange(tx: Pick<Transaction, 'execute'>): Promise<void> {
  await tx.execute(sql`select pg_notify(${CHANNEL}, '')`);
}
