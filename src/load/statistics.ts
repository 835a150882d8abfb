/** Counts over the archive: whom it names most, and its agreements by what they have in common. */
import { isWithin } from '../query/condition.ts';
import type { DateRange } from '../query/condition.ts';
import type { Order } from '../query/order.ts';
import { list } from '../query/relation.ts';
import { expression, literal, record } from '../query/shape.ts';
import type { ValueOf } from '../query/shape.ts';
import type { Bind } from '../query/statement.ts';
import { agreementParties, agreements } from '../store/agreement-tables.ts';
import { articleOrganisations, articlePeople, articlePersonRoles } from '../store/fact-tables.ts';
import { fitting, wayTo, ways } from './agreement.ts';
import type { Filtered } from './agreement.ts';
import { ofPublication } from './condition.ts';
import { isShown } from './hidden.ts';
import { aliased, table } from './table-alias.ts';

const x = aliased(articlePeople, 'x');
const y = aliased(articleOrganisations, 'y');
const r = aliased(articlePersonRoles, 'r');
const g = aliased(agreements, 'g');
const q = aliased(agreementParties, 'q');

export interface Period {
  readonly during?: DateRange | null | undefined;
  readonly publication?: string | null | undefined;
}

const naming = record({
  id: expression<string>('c.id'),
  count: expression<number>('c.count'),
  firstOn: expression<string | null>('c.first_on::text'),
  lastOn: expression<string | null>('c.last_on::text'),
});
export type NamingRecord = ValueOf<typeof naming>;

const byCount = (key: string, type: 'uuid' | 'text'): { COUNT: Order } => ({
  COUNT: {
    columns: [
      { sql: 'c.count', type: 'integer' },
      { sql: key, type },
    ],
    hasNulls: false,
    direction: 'DESC',
  },
});

/** How many articles name each, of these days. */
const namings = (from: string, id: string, day: string, conditions: readonly string[]) => `(
  select ${id} as id, count(*)::int as count, min(${day}) as first_on, max(${day}) as last_on
  from ${from} where ${conditions.join(' and ')} group by ${id}) c`;

const people = ({ during, publication }: Period, bind: Bind) =>
  namings(table(x), x.personId, x.citedOn, [
    isShown(x.personId, 'people'),
    // Whoever wrote an article is not named by it. As a value, since Postgres would read all roles to answer `exists`.
    `(${x.isPresent} or (select true from ${table(r)} where ${r.articleId} = ${x.articleId}
      and ${r.personId} = ${x.personId} and ${r.role} <> 'BYLINE' limit 1))`,
    ...isWithin(x.citedOn, during, bind),
    ...ofPublication(x.publicationId, publication, bind),
  ]);

const organisations = ({ during, publication }: Period, bind: Bind) =>
  namings(table(y), y.organisationId, y.publishedOn, [
    isShown(y.organisationId, 'organisations'),
    `not ${y.isImplied}`,
    ...isWithin(y.publishedOn, during, bind),
    ...ofPublication(y.publicationId, publication, bind),
  ]);

export type AgreementGrouping = 'KIND' | 'YEAR' | 'PARTY' | 'PUBLICATION';

interface Grouped extends Filtered {
  readonly groupBy: AgreementGrouping;
}

/** What a group has in common, as a text; '' for no year. */
const KEYS: Readonly<Record<AgreementGrouping, string>> = {
  KIND: `${g.kind}::text`,
  YEAR: `coalesce(extract(year from ${g.signedOn})::int::text, '')`,
  PARTY: 'w.organisation_id::text',
  PUBLICATION: `${g.publicationId}::text`,
};

const group = ({ groupBy }: Grouped) =>
  record({
    node: record({
      groupBy: literal(groupBy),
      key: expression<string>('c.key'),
      count: expression<number>('c.count'),
      partyCount: expression<number>('c.party_count'),
    }),
  });
export type AgreementGroupRecord = ValueOf<ReturnType<typeof group>>['node'];

/** The agreements with their parties; those of a group are counted once, however many parties they have. */
const groups = (args: Grouped, bind: Bind) => {
  const conditions = fitting(args, bind);
  return `(
  select ${KEYS[args.groupBy]} as key, count(distinct ${g.id})::int as count,
    count(distinct w.organisation_id)::int as party_count
  from ${ways[wayTo(args.filter)]}
    ${args.groupBy === 'PARTY' ? '' : 'left'} join (
      select ${q.agreementId} as agreement_id, ${q.organisationId} as organisation_id from ${table(q)}
      where ${isShown(q.organisationId, 'organisations')}) w on w.agreement_id = ${g.id}
  ${conditions.length === 0 ? '' : `where ${conditions.join(' and ')}`} group by 1) c`;
};

export const statisticsRelations = {
  mostNamedPeople: list({
    shape: naming,
    from: people,
    orders: byCount('c.id', 'uuid'),
    defaultOrder: 'COUNT',
    where: () => [],
  }),
  mostNamedOrganisations: list({
    shape: naming,
    from: organisations,
    orders: byCount('c.id', 'uuid'),
    defaultOrder: 'COUNT',
    where: () => [],
  }),
  agreementGroups: list({
    shape: group,
    from: groups,
    orders: byCount('c.key', 'text'),
    defaultOrder: 'COUNT',
    where: () => [],
  }),
};
