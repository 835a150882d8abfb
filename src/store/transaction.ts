import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { makePgArray } from 'drizzle-orm/pg-core';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Database } from './database.ts';

export type Transaction = Parameters<Parameters<Database['drizzle']['transaction']>[0]>[0];

/** Any number, as long as nobody else locks it: 刊 in Unicode. */
const IMPORT_LOCK = 0x520a;
/** Postgres takes at most 65,535 parameters in a statement. */
const ROWS_PER_STATEMENT = 2_000;

/**
 * Runs `work` in a transaction that no other import runs beside: two imports would wait for each other's people and
 * organisations in different orders.
 */
export function withImportLock<T>(database: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return database.drizzle.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${IMPORT_LOCK})`);
    return work(tx);
  });
}

/** Inserts all rows, by many rows a statement; none is fine. */
export async function insertAll<T extends PgTable>(tx: Transaction, table: T, rows: readonly T['$inferInsert'][]): Promise<void> {
  for (let at = 0; at < rows.length; at += ROWS_PER_STATEMENT) {
    await tx.insert(table).values(rows.slice(at, at + ROWS_PER_STATEMENT));
  }
}

/** `any(…)` over one parameter: drizzle writes an array as one parameter an item. */
export function anyId(ids: Iterable<string>): SQL {
  return sql`any(${makePgArray([...ids])}::uuid[])`;
}

export function anyText(texts: Iterable<string>): SQL {
  return sql`any(${makePgArray([...texts])}::text[])`;
}
