/** What changed in the archive, and when: see the table `changes`. */
import { isOneOf, when } from '../query/condition.ts';
import { decodeCursor, encodeCursor } from '../query/cursor.ts';
import type { Order } from '../query/order.ts';
import { list } from '../query/relation.ts';
import { column, expression, record } from '../query/shape.ts';
import type { ValueOf } from '../query/shape.ts';
import type { Run } from '../query/run.ts';
import { changes } from '../store/change-tables.ts';
import { aliased, table } from './table-alias.ts';

const c = aliased(changes, 'c');

export type ChangeKind = 'CHANGED' | 'REMOVED' | 'REDIRECTED';

const change = record({
  nodeType: column(c.type),
  nodeId: column(c.id),
  kind: expression<ChangeKind>(
    `case when not ${c.isRemoved} then 'CHANGED' when ${c.supersededBy} is null then 'REMOVED' else 'REDIRECTED' end`,
  ),
  supersededBy: column(c.supersededBy),
  at: expression<string>(`to_char(${c.at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`),
});
export type ChangeRecord = ValueOf<typeof change>;
export type NodeType = ChangeRecord['nodeType'];

export interface ChangeFilter {
  /** The number after which changes are asked for: see {@link changeNumber}. */
  readonly since?: string | null | undefined;
  readonly types?: readonly NodeType[] | null | undefined;
}

const order: Order = { columns: [{ sql: c.seq, type: 'bigint' }], hasNulls: false, direction: 'ASC' };

export const changeRelations = {
  changes: list({
    shape: record({ node: change }),
    from: table(c),
    orders: { SEQ: order },
    defaultOrder: 'SEQ',
    where: ({ since, types }: ChangeFilter, bind) => [
      ...when(since, 'bigint', `${c.seq} > ?`, bind),
      ...isOneOf(types, 'node_type', c.type, bind),
    ],
  }),
};

/** As the list above names its cursors. */
const ORDER_NAME = 'changes SEQ';

/**
 * The number that a cursor of the changes stands for.
 * @throws RequestError BAD_CURSOR for any other text; the error names the argument
 */
export function changeNumber(cursor: string, argument: string): string {
  const [seq] = decodeCursor(ORDER_NAME, order, cursor, argument);
  return String(seq);
}

/** The cursor of the last change; null before the first one. */
export async function lastChange(run: Run): Promise<string | null> {
  const [row] = await run(`select max(${c.seq})::text from ${table(c)}`, []);
  const seq = row?.[0];
  return typeof seq === 'string' ? encodeCursor(ORDER_NAME, [seq]) : null;
}
