import type { AgreementKind, AgreementStage } from '../extract/facts.ts';
import { isGiven, isOneOf, isWithin, when } from '../query/condition.ts';
import type { DateRange } from '../query/condition.ts';
import { certainId, isRelatedTo } from '../query/id-filter.ts';
import type { IdFilter } from '../query/id-filter.ts';
import type { Order } from '../query/order.ts';
import { list, listOf, many, one } from '../query/relation.ts';
import { column, optional, record } from '../query/shape.ts';
import type { ValueOf } from '../query/shape.ts';
import type { Bind } from '../query/statement.ts';
import { parseSearchQuery } from '../text/search-query.ts';
import { ofPublication } from './condition.ts';
import { agreement, evidence, organisation, person } from './node.ts';
import { documentsFound } from './search/condition.ts';

export interface AgreementFilter {
  readonly publication?: string | null | undefined;
  readonly kinds?: readonly AgreementKind[] | null | undefined;
  readonly stages?: readonly AgreementStage[] | null | undefined;
  readonly parties?: IdFilter | null | undefined;
  readonly signatory?: string | null | undefined;
  readonly signedOn?: DateRange | null | undefined;
  readonly place?: string | null | undefined;
  readonly text?: string | null | undefined;
}
interface Filtered {
  readonly filter?: AgreementFilter | null | undefined;
}

/** Agreements `g`, and `x` which leads to them: its day and id stand in one index with whom it names. */
const ways = {
  all: 'agreements g cross join lateral (select g.id as agreement_id, g.signed_on) x',
  party: 'agreement_parties x join agreements g on g.id = x.agreement_id',
  signatory: "agreement_people x join agreements g on g.id = x.agreement_id and x.capacity = 'SIGNATORY'",
};

const orders = {
  SIGNED_ON: {
    columns: [
      { sql: 'x.signed_on', type: 'date' },
      { sql: 'x.agreement_id', type: 'uuid' },
    ],
    hasNulls: true,
    direction: 'DESC',
  },
} as const satisfies Record<string, Order>;

function wayTo(filter: AgreementFilter | null | undefined): keyof typeof ways {
  if (isGiven(filter?.signatory)) return 'signatory';
  return isGiven(certainId(filter?.parties)) ? 'party' : 'all';
}

function fitting({ filter }: Filtered, bind: Bind): string[] {
  return [
    ...ofPublication('g.publication_id', filter?.publication, bind),
    ...isOneOf(filter?.kinds, 'agreement_kind', 'g.kind', bind),
    ...isOneOf(filter?.stages, 'agreement_stage', 'g.stage', bind),
    ...when(filter?.signatory, 'uuid', 'x.person_id = ?', bind),
    ...boundBy(filter, bind),
    ...isWithin('x.signed_on', filter?.signedOn, bind),
    ...when(filter?.place, 'text', 'g.place = ?', bind),
    ...(isGiven(filter?.text)
      ? documentsFound('AGREEMENT', 'x.agreement_id', parseSearchQuery(filter.text), bind)
      : []),
  ];
}

/** The asked organisations are parties; that which is surely one is the way in, unless a signatory is. */
function boundBy(filter: AgreementFilter | null | undefined, bind: Bind): string[] {
  const way = wayTo(filter) === 'party' ? (certainId(filter?.parties) ?? null) : null;
  return [
    ...when(way, 'uuid', 'x.organisation_id = ?', bind),
    ...isRelatedTo(filter?.parties, way, 'agreement_parties y where y.agreement_id = g.id', 'y.organisation_id', bind),
  ];
}

/** How agreements are listed, of the archive or of a newspaper. */
const declared = {
  shape: record({ node: agreement('g') }),
  from: ({ filter }: Filtered) => ways[wayTo(filter)],
  orders,
  defaultOrder: 'SIGNED_ON' as const,
  where: fitting,
};

const party = record({
  agreementId: column<string>('x.agreement_id'),
  organisation: organisation('o'),
  evidence: evidence('x'),
});
export type PartyRecord = ValueOf<typeof party>;

const participant = record({
  capacity: column<'SIGNATORY' | 'HOST' | 'ATTENDEE' | 'WITNESS'>('x.capacity'),
  person: person('p'),
  onBehalfOf: optional(organisation('o')),
  evidence: evidence('x'),
});
export type ParticipantRecord = ValueOf<typeof participant>;

/**
 * The rows of a table of the agreement's own, with the article that proves them: an outer join is left out where nobody
 * looks at it.
 */
const proven = (table: string) =>
  `(select q.*, g.article_id from ${table} q left join agreements g on g.id = q.agreement_id) x`;

const participants = (capacity: string) =>
  many({
    key: 'x.agreement_id',
    shape: participant,
    from: `${proven(`(select * from agreement_people where capacity ${capacity})`)} join people p on p.id = x.person_id
    left join organisations o on o.id = x.on_behalf_of_id`,
    order: 'x.capacity, x.ordinal',
  });

export const agreementRelations = {
  agreement: one({ key: 'g.id', shape: agreement('g'), from: 'agreements g' }),
  partiesOfAgreement: many({
    key: 'x.agreement_id',
    shape: party,
    from: `${proven('agreement_parties')} join organisations o on o.id = x.organisation_id`,
    order: 'x.ordinal',
  }),
  signatoriesOfAgreement: participants("= 'SIGNATORY'"),
  /** Everyone else who hosted, attended or witnessed: one statement, whichever of them are asked for. */
  guestsOfAgreement: participants("<> 'SIGNATORY'"),

  agreements: list(declared),
  agreementsOfPublication: listOf('g.publication_id', declared),
  agreementsOfArticle: listOf('g.article_id', {
    shape: record({ node: agreement('g') }),
    from: 'agreements g',
    orders: {
      PRINTED: {
        columns: [
          { sql: 'g.ordinal', type: 'integer' },
          { sql: 'g.id', type: 'uuid' },
        ],
        hasNulls: false,
        direction: 'ASC',
      },
    },
    defaultOrder: 'PRINTED',
  }),
  agreementsOfIssue: listOf('a.issue_id', {
    shape: record({ node: agreement('g') }),
    from: 'agreements g join articles a on a.id = g.article_id',
    orders: {
      PRINTED: {
        columns: [
          { sql: 'a.page', type: 'integer' },
          { sql: 'a.position', type: 'integer' },
          { sql: 'g.ordinal', type: 'integer' },
          { sql: 'g.id', type: 'uuid' },
        ],
        hasNulls: true,
        direction: 'ASC',
      },
    },
    defaultOrder: 'PRINTED',
  }),
  /** What a person signed. */
  agreementsOfPerson: listOf('x.person_id', {
    shape: record({ node: agreement('g') }),
    from: ways.signatory,
    orders,
    defaultOrder: 'SIGNED_ON',
  }),
  /** What an organisation is a party of. */
  agreementsOfOrganisation: listOf('x.organisation_id', {
    shape: record({ node: agreement('g') }),
    from: ways.party,
    orders,
    defaultOrder: 'SIGNED_ON',
  }),
};
