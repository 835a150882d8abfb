/** Conditions on the name of a person or an organisation: as printed, in any script, or in pinyin. */
import { isGiven, when } from '../query/condition.ts';
import type { Order } from '../query/order.ts';
import type { ColumnSql } from '../query/shape.ts';
import type { Bind } from '../query/statement.ts';
import { searchDocuments } from '../store/derived-tables.ts';
import { lookupKey } from '../text/name-key.ts';
import { aliased, table } from './table-alias.ts';

const d = aliased(searchDocuments, 'd');
const idOf = { person: d.personId, organisation: d.organisationId };

/**
 * The column holds the id of somebody who has the name whose {@link lookupKey} is at `?`. It is compared with an array,
 * which makes Postgres expect few rows.
 */
export function hasName(column: ColumnSql<string>, subject: 'person' | 'organisation'): string {
  return `${column} = any(array(select ${idOf[subject]} from ${table(d)} where ${d.names} @> array[?]))`;
}

/** The column holds the id of somebody who has this name. */
export function nameCondition(
  name: string | null | undefined,
  column: ColumnSql<string>,
  subject: 'person' | 'organisation',
  bind: Bind,
): string[] {
  return when(isGiven(name) ? lookupKey(name) : name, 'text', hasName(column, subject), bind);
}

/** A column for {@link bestNameFirst}: 0 for a name that is printed exactly so, 1 for one found by another form. */
export function nameFit(column: ColumnSql<string>, name: string | null | undefined, bind: Bind): string[] {
  return when(name?.replaceAll(/\s/gu, ''), 'text', `(${column} <> ?)::int as fit`, bind);
}

/** The order of those found by a name: the one printed exactly so comes first, then as in the list's own order. */
export function bestNameFirst(table: string, { columns }: Order): Order {
  return { columns: [{ sql: `${table}.fit`, type: 'integer' }, ...columns], hasNulls: false, direction: 'ASC' };
}
