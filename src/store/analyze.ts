import { sql } from 'drizzle-orm';
import type { Transaction } from './transaction.ts';

/**
 * Tells Postgres anew what the tables hold: it plans by what it last saw, and after a large import that is another
 * archive.
 */
export async function analyze(db: Pick<Transaction, 'execute'>): Promise<void> {
  await db.execute(sql`analyze`);
}
