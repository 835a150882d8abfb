/** What was seen in articles and not resolved. */
import { isOneOf } from '../query/condition.ts';
import type { Order } from '../query/order.ts';
import { list } from '../query/relation.ts';
import { column, record } from '../query/shape.ts';
import type { ValueOf } from '../query/shape.ts';
import { doubts } from '../store/fact-tables.ts';
import { articles } from '../store/tables.ts';
import { ofPublication } from './condition.ts';
import { evidence } from './node.ts';
import { aliased, table } from './table-alias.ts';

const d = aliased(doubts, 'd');
const a = aliased(articles, 'a');

const doubt = record({ kind: column(d.kind), count: column(d.count), evidence: evidence(d) });
export type DoubtRecord = ValueOf<typeof doubt>;

export interface DoubtFilter {
  readonly publication?: string | null | undefined;
  readonly kinds?: readonly DoubtRecord['kind'][] | null | undefined;
}

/** Those of an article one after the other. */
const order: Order = {
  columns: [
    { sql: d.articleId, type: 'uuid' },
    { sql: d.ordinal, type: 'integer' },
  ],
  hasNulls: false,
  direction: 'ASC',
};

export const doubtRelations = {
  doubts: list({
    shape: record({ node: doubt }),
    from: table(d),
    orders: { ARTICLE: order },
    defaultOrder: 'ARTICLE',
    where: ({ filter }: { readonly filter?: DoubtFilter | null | undefined }, bind) => {
      const ofPaper = ofPublication(a.publicationId, filter?.publication, bind);
      return [
        ...isOneOf(filter?.kinds, 'doubt_kind', d.kind, bind),
        ...ofPaper.map(
          (condition) => `exists (select from ${table(a)} where ${a.id} = ${d.articleId} and ${condition})`,
        ),
      ];
    },
  }),
};
