/** What editors decided about facts: see the table `judgements`. */
import { when } from '../query/condition.ts';
import type { Order } from '../query/order.ts';
import { list, one } from '../query/relation.ts';
import { column, expression, record } from '../query/shape.ts';
import type { ValueOf } from '../query/shape.ts';
import { judgements } from '../store/judgement-tables.ts';
import { aliased, table } from './table-alias.ts';

const j = aliased(judgements, 'j');

const instant = (at: unknown) => `to_char(${String(at)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const judgement = record({
  id: column(j.id),
  kind: column(j.kind),
  field: column(j.field),
  subjectType: column(j.subjectType),
  subjectId: column(j.subjectId),
  before: column(j.expected),
  after: column(j.value),
  articleIds: expression<readonly string[]>(
    `coalesce((select json_agg(x ->> 'articleId') from jsonb_array_elements(${j.reference} -> 'articles') x), '[]')`,
  ),
  author: column(j.author),
  reason: column(j.reason),
  judgedAt: expression<string>(instant(j.at)),
  undoneAt: expression<string | null>(instant(j.undoneAt)),
  undoneBy: column(j.undoneBy),
  conflict: column(j.conflict),
});
export type JudgementRecord = ValueOf<typeof judgement>;

export interface JudgementFilter {
  /** The id of the node that they are about. */
  readonly subject?: string | null | undefined;
  readonly isConflict?: boolean | null | undefined;
}

/** The latest first. */
const order: Order = { columns: [{ sql: j.ordinal, type: 'integer' }], hasNulls: false, direction: 'DESC' };

export const judgementRelations = {
  judgement: one({ key: j.id, shape: judgement, from: table(j) }),
  judgements: list({
    shape: record({ node: judgement }),
    from: table(j),
    orders: { ORDINAL: order },
    defaultOrder: 'ORDINAL',
    where: ({ filter }: { readonly filter?: JudgementFilter | null | undefined }, bind) => [
      ...when(filter?.subject, 'uuid', `${j.subjectId} = ?`, bind),
      ...(filter?.isConflict == null ? [] : [`${j.conflict} is ${filter.isConflict ? 'not null' : 'null'}`]),
    ],
  }),
};
