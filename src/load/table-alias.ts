import { getTableColumns, getTableName } from 'drizzle-orm';
import { toSnakeCase } from 'drizzle-orm/casing';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { ColumnSql } from '../query/shape.ts';

/**
 * SQL for the columns of a table under an alias, each with the type of what it holds: renaming or retyping a column
 * breaks the types of whatever reads it.
 */
export type TableAlias<T extends PgTable> = {
  readonly [Name in keyof T['$inferSelect'] & string]: ColumnSql<T['$inferSelect'][Name]>;
};
type ColumnsSql<Columns extends Readonly<Record<string, PgColumn>>> = {
  readonly [Name in keyof Columns]: ColumnSql<DataOf<Columns[Name]>>;
};
type DataOf<C extends PgColumn> = C['_']['notNull'] extends true ? C['_']['data'] : C['_']['data'] | null;

const sources = new WeakMap<object, string>();

/**
 * The columns of the table under this alias. Rows that an editor has hidden are not read: nothing of the API shows them. `added` are those that a subquery of the alias has besides. */
export function aliased<T extends PgTable, Added extends Readonly<Record<string, PgColumn>> = Record<never, PgColumn>>(
  table: T,
  alias: string,
  added?: Added,
): TableAlias<T> & ColumnsSql<Added> {
  const columns = Object.entries<PgColumn>({ ...getTableColumns(table), ...added });
  const sql = Object.fromEntries(columns.map(([property, column]) => [property, `${alias}."${nameOf(column)}"`]));
  const name = getTableName(table);
  // Postgres takes the subquery for the table itself, with one more condition.
  sources.set(sql, 'isHidden' in sql ? `(select * from ${name} where not is_hidden) ${alias}` : `${name} ${alias}`);
  return sql as TableAlias<T> & ColumnsSql<Added>;
}

/** The table under its alias, as it stands behind `from` or `join`. */
export function table(alias: object): string {
  const source = sources.get(alias);
  if (source === undefined) throw new Error('Only an aliased table can be read from.');
  return source;
}

/** Selects the first column under the name that the second one has. */
export function as<T>(column: ColumnSql<T>, name: ColumnSql<T>): string {
  return `${column} as ${name.slice(name.indexOf('.') + 1)}`;
}

/** The column's name in the database, as migrations give it. */
function nameOf(column: PgColumn): string {
  return column.keyAsName ? toSnakeCase(column.name) : column.name;
}
