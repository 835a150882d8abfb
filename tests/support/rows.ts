import type { Database } from '../../src/store/database.ts';

/**
 * Every row of the archive by table, without the instants of import and the order of changes, so that equal archives
 * compare equal.
 */
export async function allRows(database: Database): Promise<Record<string, unknown[]>> {
  const rows = await everyTable(database, `to_jsonb(t) - 'imported_at'`);
  return Object.fromEntries(Object.entries(rows).filter(([table]) => table !== 'changes'));
}

/** The transaction and place of each row: equal as long as nothing is written, not even the same values again. */
export function rowVersions(database: Database): Promise<Record<string, unknown[]>> {
  return everyTable(database, `t.xmin || ' ' || t.ctid`);
}

async function everyTable({ sql }: Database, expression: string): Promise<Record<string, unknown[]>> {
  const tables = await sql<{ name: string }[]>`
    select table_name as name from information_schema.tables where table_schema = 'public' order by table_name`;
  const rows: Record<string, unknown[]> = {};
  for (const { name } of tables) {
    const found = await sql.unsafe(`select ${expression} as row from ${name} t order by 1`);
    rows[name] = found.map(({ row }) => row as unknown);
  }
  return rows;
}
