import { sql } from 'drizzle-orm';
import type { Transaction } from './transaction.ts';

/** Updates the statistics that Postgres plans by. After a large import the old ones describe another archive. */
export async function analyze(db: Pick<Transaction, 'execute'>): Promise<void> {
  await db.execute(sql`analyze`);
}
