import type { MeasuredArchive, SentStatement } from './archive.ts';

/** A table of fewer rows may be read whole. */
const LARGE = 5_000;

/** The generic plan of a statement, which is the one that the gateway's connections keep to. */
export async function planOf(
  { database: { sql } }: MeasuredArchive,
  { text, parameters }: SentStatement,
  options = '',
): Promise<string> {
  const values = parameters
    .map((value) => (value === null ? 'null' : `'${String(value).replaceAll("'", "''")}'`))
    .join(', ');
  const connection = await sql.reserve();
  try {
    await connection.unsafe(`prepare measured as ${text}`);
    const rows = await connection.unsafe(`explain ${options} execute measured${values === '' ? '' : `(${values})`}`);
    return rows.map((row) => String(row['QUERY PLAN'])).join('\n');
  } finally {
    await connection.unsafe('deallocate measured');
    connection.release();
  }
}

/** The large tables that a plan reads whole. */
export async function createScanFinder({ database: { sql } }: MeasuredArchive): Promise<(plan: string) => string[]> {
  const found = await sql<
    { name: string }[]
  >`select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and reltuples >= ${LARGE}`;
  const large = new Set(found.map(({ name }) => name));
  return (plan) =>
    [...new Set(Array.from(plan.matchAll(/Seq Scan on (\w+)/g), ([, table]) => table!))].filter((table) =>
      large.has(table),
    );
}

/** How long the statement takes on the server, planning left out. */
export function executionMs(analyzed: string): number {
  return Number(/Execution Time: ([\d.]+) ms/.exec(analyzed)?.[1] ?? 0);
}
