import { getTableColumns, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { toSnakeCase } from 'drizzle-orm/casing';
import { makePgArray } from 'drizzle-orm/pg-core';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Database } from './database.ts';

export type Transaction = Parameters<Parameters<Database['drizzle']['transaction']>[0]>[0];

/** What runs statements, inside a transaction or outside. */
export type Queryable = Transaction | Database['drizzle'];

/** An arbitrary number that nobody else locks: 刊 in Unicode. The function `record_changes` of the database has it, too. */
const IMPORT_LOCK = 0x520a;

/**
 * Runs `work` in a transaction of which only one runs at a time: two imports at once would wait for each other's people
 * and organisations in different orders. Whatever writes nodes goes through this. The lock is held until the transaction
 * has ended and its rows are visible, so numbers that are taken inside are in the order of commits (see `changes`).
 */
export function withImportLock<T>(database: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return database.drizzle.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${IMPORT_LOCK})`);
    return work(tx);
  });
}

/**
 * Inserts all rows with one statement, whose text depends on the columns alone. All rows have the same columns; there
 * may be none.
 */
export async function insertAll<T extends PgTable>(
  tx: Transaction,
  table: T,
  rows: readonly T['$inferInsert'][],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const fields = Object.entries(getTableColumns(table))
    .filter(([key]) => key in first)
    .map(([key, column]) => ({ key: key as keyof T['$inferInsert'], name: toSnakeCase(column.name) }));
  const names = sql.join(
    fields.map(({ name }) => sql.identifier(name)),
    sql`, `,
  );
  // As one parameter: one for each cell would cost more than the rest of an import, and Postgres takes at most 65,535.
  const json = JSON.stringify(rows.map((row) => Object.fromEntries(fields.map(({ key, name }) => [name, row[key]]))));
  await tx.execute(sql`
    insert into ${table} (${names})
    select ${names} from json_populate_recordset(null::${table}, ${wellFormed(json)}::json)`);
}

/** Replaces half surrogate pairs, as a span that cuts a character leaves them: neither JSON nor UTF-8 can hold them. */
function wellFormed(json: string): string {
  return json.replace(/(?<!\\)\\ud[89a-f][0-9a-f]{2}/g, '\ufffd');
}

/**
 * Runs statements none of which needs another's answer as a pipeline: they are sent one after the other, without
 * waiting in between. When one fails, the others are waited for, since they must not write after the transaction has
 * ended.
 * @throws the error that the others followed from
 */
export async function pipelined<const T extends readonly unknown[]>(
  work: { readonly [K in keyof T]: PromiseLike<T[K]> },
): Promise<T> {
  // Drizzle sends a statement each time that `then` is called.
  const started = (work as readonly PromiseLike<unknown>[]).map((one) => Promise.resolve(one));
  try {
    return (await Promise.all(started)) as unknown as T;
  } catch (error) {
    const failures = (await Promise.allSettled(started)).flatMap((result) =>
      result.status === 'rejected' ? [result.reason as unknown] : [],
    );
    throw failures.find((failure) => !isAftermath(failure)) ?? error;
  }
}

/** Whether a statement failed only because an earlier one in the transaction had: `in_failed_sql_transaction`. */
function isAftermath(error: unknown): boolean {
  return (
    error instanceof Error && ((error as { readonly code?: unknown }).code === '25P02' || isAftermath(error.cause))
  );
}

/** `any(…)` over one parameter: drizzle writes an array as one parameter for each item. */
export function anyId(ids: Iterable<string>): SQL {
  return sql`any(${makePgArray([...ids])}::uuid[])`;
}

export function anyText(texts: Iterable<string>): SQL {
  return sql`any(${makePgArray([...texts])}::text[])`;
}
