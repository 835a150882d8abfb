/** Who was seen with whom, and who signed with whom. */
import { isGiven, isWithin } from '../query/condition.ts';
import type { DateRange } from '../query/condition.ts';
import type { Order } from '../query/order.ts';
import { listOf, listOfPair } from '../query/relation.ts';
import { column, expression, literal, record } from '../query/shape.ts';
import type { ValueOf } from '../query/shape.ts';
import type { Bind } from '../query/statement.ts';
import { agreementParties, agreements } from '../store/agreement-tables.ts';
import { coAppearances } from '../store/derived-tables.ts';
import { articlePeople } from '../store/fact-tables.ts';
import { articles } from '../store/tables.ts';
import { isShown } from './hidden.ts';
import { agreement, article } from './node.ts';
import { aliased, table } from './table-alias.ts';

const a = aliased(articles, 'a');
const g = aliased(agreements, 'g');
const kept = aliased(coAppearances, 'k');
const [person, otherPerson] = [aliased(articlePeople, 'x'), aliased(articlePeople, 'y')];
const [party, otherParty] = [aliased(agreementParties, 'x'), aliased(agreementParties, 'y')];
/** The columns of the subqueries that tell who was together. */
const c = { id: 'c.id', otherId: 'c.other_id', count: 'c.count', firstOn: 'c.first_on', lastOn: 'c.last_on' };

export interface Window {
  /** The days that count. */
  readonly during?: DateRange | null | undefined;
}

/**
 * The day, or one before all others, as in `co_appearances_person_idx`. No index has the other lists' order: a segment
 * of its own for rows without a day would take as long to read again.
 */
const dayOrFirst = (sql: string) => ({ sql: `coalesce(${sql}, date '0001-01-01')`, type: 'date' as const });

const latestFirst = (on: string, id: string): { DAY: Order } => ({
  DAY: { columns: [dayOrFirst(on), { sql: id, type: 'uuid' }], hasNulls: false, direction: 'DESC' },
});

/** Most often first, then latest. */
const byCount: { COUNT: Order } = {
  COUNT: {
    columns: [{ sql: c.count, type: 'integer' }, dayOrFirst(c.lastOn), { sql: c.otherId, type: 'uuid' }],
    hasNulls: false,
    direction: 'DESC',
  },
};

/**
 * How often two were together. The other node is fetched by its id: joined here, it would be read for all rows before
 * the page is cut. The days that count are repeated, for whatever is read of the two on the same days.
 */
const count = ({ during }: Window) =>
  record({
    id: expression<string>(c.id),
    otherId: expression<string>(c.otherId),
    count: expression<number>(c.count),
    firstOn: expression<string | null>(`${c.firstOn}::text`),
    lastOn: expression<string | null>(`${c.lastOn}::text`),
    during: literal(during),
  });
export type CountRecord = ValueOf<ReturnType<typeof count>>;

/** Each pair of people with each event at which both were present. Read from indexes alone. */
const meetings = (during: Window['during'], bind: Bind) => `
  ${table(person)} join ${table(otherPerson)} on ${otherPerson.eventId} = ${person.eventId}
    and ${otherPerson.personId} <> ${person.personId}
  where ${[
    person.isPresent,
    otherPerson.isPresent,
    isShown(otherPerson.personId, 'people'),
    ...isWithin(person.citedOn, during, bind),
  ].join(' and ')}`;

/** Each pair of organisations with each agreement that both are bound by. */
const dealings = (during: Window['during'], bind: Bind) => `
  ${table(party)} join ${table(otherParty)} on ${otherParty.agreementId} = ${party.agreementId}
    and ${otherParty.organisationId} <> ${party.organisationId}
    join ${table(g)} on ${g.id} = ${party.agreementId}
  where ${[
    `${g.stage} in ('SIGNED', 'BACKGROUND')`,
    isShown(otherParty.organisationId, 'organisations'),
    ...isWithin(party.signedOn, during, bind),
  ].join(' and ')}`;

/** How often people were together, of these days alone. */
const meetingCounts = (during: Window['during'], bind: Bind) => `(
      select id, other_id, count(*)::int as count, min(day) as first_on, max(day) as last_on
      from (
        select ${person.personId} as id, ${otherPerson.personId} as other_id, min(${person.citedOn}) as day
        from ${meetings(during, bind)}
        group by ${person.personId}, ${otherPerson.personId}, ${person.eventId}) e
      group by id, other_id) c`;

const keptCounts = `(
      select ${kept.personId} as id, ${kept.otherId}, ${kept.count}, ${kept.firstOn}, ${kept.lastOn}
      from ${table(kept)} where ${isShown(kept.otherId, 'people')}) c`;

export const networkRelations = {
  /** Who was present at the events of a person: kept by `deriveCoAppearances`, unless only some days count. */
  coAppearances: listOf(c.id, {
    shape: count,
    from: ({ during }: Window, bind) =>
      isGiven(during?.from) || isGiven(during?.to) ? meetingCounts(during, bind) : keptCounts,
    orders: byCount,
    defaultOrder: 'COUNT',
  }),
  /** The articles that have the second of the two present at an event of the first. */
  articlesOfCoAppearance: listOfPair([c.id, c.otherId], {
    shape: record({
      node: article(a),
      articleId: column(a.id),
      personId: expression<string>(c.otherId),
      confidence: expression<number>('c.confidence'),
    }),
    from: ({ during }: Window, bind) => `(
      select distinct ${person.personId} as id, ${otherPerson.personId} as other_id,
        ${otherPerson.articleId} as article_id, ${otherPerson.confidence} as confidence
      from ${meetings(during, bind)}) c join ${table(a)} on ${a.id} = c.article_id`,
    orders: latestFirst(a.publishedOn, a.id),
    defaultOrder: 'DAY',
  }),

  /** The organisations that one signed with. */
  partners: listOf(c.id, {
    shape: count,
    from: ({ during }: Window, bind) => `(
      select ${party.organisationId} as id, ${otherParty.organisationId} as other_id, count(*)::int as count,
        min(${party.signedOn}) as first_on, max(${party.signedOn}) as last_on
      from ${dealings(during, bind)}
      group by ${party.organisationId}, ${otherParty.organisationId}) c`,
    orders: byCount,
    defaultOrder: 'COUNT',
  }),
  agreementsOfPartner: listOfPair([c.id, c.otherId], {
    shape: record({ node: agreement(g) }),
    from: ({ during }: Window, bind) => `(
      select ${party.organisationId} as id, ${otherParty.organisationId} as other_id,
        ${party.agreementId} as agreement_id
      from ${dealings(during, bind)}) c join ${table(g)} on ${g.id} = c.agreement_id`,
    orders: latestFirst(g.signedOn, g.id),
    defaultOrder: 'DAY',
  }),
};
