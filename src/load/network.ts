/** Who was seen with whom, who signed with whom. */
import { isGiven, isWithin } from '../query/condition.ts';
import type { DateRange } from '../query/condition.ts';
import type { Order } from '../query/order.ts';
import { listOf, listOfPair } from '../query/relation.ts';
import { column, day, record } from '../query/shape.ts';
import type { ValueOf } from '../query/shape.ts';
import { agreement, article } from './node.ts';

export interface Window {
  /** The days that count. */
  readonly during?: DateRange | null | undefined;
}

/**
 * The day, or one before all others, as `co_appearances_person_idx` has it: where no index has the order, a run of rows
 * without a day would be read as dearly again.
 */
const dayOrFirst = (sql: string) => ({ sql: `coalesce(${sql}, date '0001-01-01')`, type: 'date' as const });

const latestFirst = (on: string, id: string): { DAY: Order } => ({
  DAY: { columns: [dayOrFirst(on), { sql: id, type: 'uuid' }], hasNulls: false, direction: 'DESC' },
});

/** Most often first, then latest. */
const byCount: { COUNT: Order } = {
  COUNT: {
    columns: [{ sql: 'c.count', type: 'integer' }, dayOrFirst('c.last_on'), { sql: 'c.other_id', type: 'uuid' }],
    hasNulls: false,
    direction: 'DESC',
  },
};

/**
 * How often two were together. The other is read by its id: joined here it would be read of all, before the page is
 * cut.
 */
const count = record({
  id: column<string>('c.id'),
  otherId: column<string>('c.other_id'),
  count: column<number>('c.count'),
  firstOn: day('c.first_on'),
  lastOn: day('c.last_on'),
});
export type CountRecord = ValueOf<typeof count>;

/** Each pair of people with each event at which both were present. Read from indexes alone. */
const meetings = (where: readonly string[]) => `
  article_people x join article_people y on y.event_id = x.event_id and y.person_id <> x.person_id
  where ${['x.is_present and y.is_present', ...where].join(' and ')}`;

/** Each pair of organisations with each agreement that both are bound by. */
const dealings = (where: readonly string[]) => `
  agreement_parties x join agreement_parties y on y.agreement_id = x.agreement_id and y.organisation_id <> x.organisation_id
    join agreements g on g.id = x.agreement_id
  where ${["g.stage in ('SIGNED', 'BACKGROUND')", ...where].join(' and ')}`;

export const networkRelations = {
  /** Who was present at the events of a person: kept by `deriveCoAppearances`, unless only some days count. */
  coAppearances: listOf('c.id', {
    shape: count,
    from: ({ during }: Window, bind) =>
      isGiven(during?.from) || isGiven(during?.to)
        ? `(
      select id, other_id, count(*)::int as count, min(day) as first_on, max(day) as last_on
      from (
        select x.person_id as id, y.person_id as other_id, min(x.cited_on) as day
        from ${meetings(isWithin('x.cited_on', during, bind))}
        group by x.person_id, y.person_id, x.event_id) e
      group by id, other_id) c`
        : '(select person_id as id, other_id, count, first_on, last_on from co_appearances) c',
    orders: byCount,
    defaultOrder: 'COUNT',
  }),
  /** The articles that have the second of the two present at an event of the first. */
  articlesOfCoAppearance: listOfPair(['c.id', 'c.other_id'], {
    shape: record({ node: article('a'), articleId: column<string>('a.id'), personId: column<string>('c.other_id') }),
    from: ({ during }: Window, bind) => `(
      select distinct x.person_id as id, y.person_id as other_id, y.article_id
      from ${meetings(isWithin('x.cited_on', during, bind))}) c join articles a on a.id = c.article_id`,
    orders: latestFirst('a.published_on', 'a.id'),
    defaultOrder: 'DAY',
  }),

  /** Whom an organisation signed with. */
  partners: listOf('c.id', {
    shape: count,
    from: ({ during }: Window, bind) => `(
      select x.organisation_id as id, y.organisation_id as other_id, count(*)::int as count, min(x.signed_on) as first_on, max(x.signed_on) as last_on
      from ${dealings(isWithin('x.signed_on', during, bind))}
      group by x.organisation_id, y.organisation_id) c`,
    orders: byCount,
    defaultOrder: 'COUNT',
  }),
  agreementsOfPartner: listOfPair(['c.id', 'c.other_id'], {
    shape: record({ node: agreement('g') }),
    from: ({ during }: Window, bind) => `(
      select x.organisation_id as id, y.organisation_id as other_id, x.agreement_id
      from ${dealings(isWithin('x.signed_on', during, bind))}) c join agreements g on g.id = c.agreement_id`,
    orders: latestFirst('g.signed_on', 'g.id'),
    defaultOrder: 'DAY',
  }),
};
