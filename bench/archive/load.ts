import type { Database } from '../../src/store/database.ts';
import * as tables from '../../src/store/tables.ts';
import { insertAll } from '../../src/store/transaction.ts';
import { tableNames } from './row.ts';
import type { Rows } from './row.ts';

/** Loads the rows, all or none, with every constraint of the tables. */
export function loadRows({ drizzle }: Database, rows: Rows): Promise<void> {
  return drizzle.transaction(async (tx) => {
    for (const name of tableNames) await insertAll(tx, tables[name], rows[name]);
  });
}
