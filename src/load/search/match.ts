import type { Order } from '../../query/order.ts';
import { expression, record } from '../../query/shape.ts';
import type { SearchType } from './condition.ts';

export const byRelevance: Order = {
  columns: [
    { sql: 'm.rank', type: 'integer' },
    { sql: 'm.id', type: 'uuid' },
  ],
  hasNulls: false,
  direction: 'DESC',
};

const idOf = (type: SearchType) => expression<string | null>(`case when m.type = '${type}' then m.id end`);

/**
 * A row of the answer, except for the first where anything but the page is asked for: that has nulls, and behind them
 * what was counted. The id is that of its type and the others are null, so that what is fetched by an id is looked for
 * only where there is one.
 */
export const match = record({
  rank: expression<number>('m.rank'),
  ids: record({
    ARTICLE: idOf('ARTICLE'),
    PERSON: idOf('PERSON'),
    ORGANISATION: idOf('ORGANISATION'),
    AGREEMENT: idOf('AGREEMENT'),
  }),
});
