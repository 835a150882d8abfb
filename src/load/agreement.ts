import type { AgreementKind, AgreementStage } from '../extract/facts.ts';
import { isAtLeast, isGiven, isOneOf, isWithin, when } from '../query/condition.ts';
import type { DateRange } from '../query/condition.ts';
import { certainId, isRelatedTo } from '../query/id-filter.ts';
import type { IdFilter } from '../query/id-filter.ts';
import type { Order } from '../query/order.ts';
import { list, listOf, many, one } from '../query/relation.ts';
import { column, optional, record } from '../query/shape.ts';
import type { ValueOf } from '../query/shape.ts';
import type { Bind } from '../query/statement.ts';
import { agreementParties, agreementPeople, agreements } from '../store/agreement-tables.ts';
import { articles, organisations, people } from '../store/tables.ts';
import { parseSearchQuery } from '../text/search-query.ts';
import { followingRedirects, ofPublication } from './condition.ts';
import { agreement, evidence, organisation, person } from './node.ts';
import { documentsFound } from './search/condition.ts';
import { aliased, as, table } from './table-alias.ts';

const g = aliased(agreements, 'g');
const a = aliased(articles, 'a');
const o = aliased(organisations, 'o');
const p = aliased(people, 'p');
// Both are `x`, which leads to agreements: its day and id stand in one index with the organisation or person it names.
const party = aliased(agreementParties, 'x', { articleId: agreements.articleId });
const participant = aliased(agreementPeople, 'x', { articleId: agreements.articleId });
const otherParty = aliased(agreementParties, 'y');

export interface AgreementFilter {
  readonly publication?: string | null | undefined;
  readonly kinds?: readonly AgreementKind[] | null | undefined;
  readonly stages?: readonly AgreementStage[] | null | undefined;
  readonly parties?: IdFilter | null | undefined;
  readonly signatory?: string | null | undefined;
  readonly signedOn?: DateRange | null | undefined;
  readonly place?: string | null | undefined;
  readonly isRenewal?: boolean | null | undefined;
  readonly minConfidence?: number | null | undefined;
  readonly text?: string | null | undefined;
}
export interface Filtered {
  readonly filter?: AgreementFilter | null | undefined;
}

/** Agreements `g`, and `x` which leads to them. */
export const ways = {
  all: `${table(g)} cross join lateral (select ${as(g.id, party.agreementId)}, ${as(g.signedOn, party.signedOn)}) x`,
  party: `${table(party)} join ${table(g)} on ${g.id} = ${party.agreementId}`,
  signatory: `${table(participant)} join ${table(g)} on ${g.id} = ${participant.agreementId}
    and ${participant.capacity} = 'SIGNATORY'`,
};

const orders = {
  SIGNED_ON: {
    columns: [
      { sql: party.signedOn, type: 'date' },
      { sql: party.agreementId, type: 'uuid' },
    ],
    hasNulls: true,
    direction: 'DESC',
  },
} as const satisfies Record<string, Order>;

export function wayTo(filter: AgreementFilter | null | undefined): keyof typeof ways {
  if (isGiven(filter?.signatory)) return 'signatory';
  return isGiven(certainId(filter?.parties)) ? 'party' : 'all';
}

/** The conditions of the filter, for what {@link ways} reads. */
export function fitting({ filter }: Filtered, bind: Bind): string[] {
  return [
    ...ofPublication(g.publicationId, filter?.publication, bind),
    ...isOneOf(filter?.kinds, 'agreement_kind', g.kind, bind),
    ...isOneOf(filter?.stages, 'agreement_stage', g.stage, bind),
    ...when(filter?.signatory, 'uuid', `${participant.personId} = ?`, followingRedirects(bind)),
    ...boundBy(filter, bind),
    ...isWithin(party.signedOn, filter?.signedOn, bind),
    ...when(filter?.place, 'text', `${g.place} = ?`, bind),
    ...(isGiven(filter?.isRenewal) ? [filter.isRenewal ? g.isRenewal : `not ${g.isRenewal}`] : []),
    ...isAtLeast(g.confidence, filter?.minConfidence, bind),
    ...(isGiven(filter?.text)
      ? documentsFound('AGREEMENT', party.agreementId, parseSearchQuery(filter.text), bind)
      : []),
  ];
}

/**
 * The organisations that are asked for are parties. One that certainly is leads to the agreement, unless a signatory
 * does.
 */
function boundBy(filter: AgreementFilter | null | undefined, bind: Bind): string[] {
  const way = wayTo(filter) === 'party' ? (certainId(filter?.parties) ?? null) : null;
  const parties = `${table(otherParty)} where ${otherParty.agreementId} = ${g.id}`;
  return [
    ...when(way, 'uuid', `${party.organisationId} = ?`, bind),
    ...isRelatedTo(filter?.parties, way, parties, otherParty.organisationId, bind),
  ];
}

/** How agreements are listed, of the archive or of a newspaper. */
const declared = {
  shape: record({ node: agreement(g) }),
  from: ({ filter }: Filtered) => ways[wayTo(filter)],
  orders,
  defaultOrder: 'SIGNED_ON' as const,
  where: fitting,
};

const partyShape = record({
  agreementId: column(party.agreementId),
  organisation: organisation(o),
  confidence: column(party.confidence),
  evidence: evidence(party),
});
export type PartyRecord = ValueOf<typeof partyShape>;

const participantShape = record({
  capacity: column(participant.capacity),
  person: person(p),
  onBehalfOf: optional(organisation(o)),
  confidence: column(participant.confidence),
  evidence: evidence(participant),
});
export type ParticipantRecord = ValueOf<typeof participantShape>;

/**
 * The rows `q` of an agreement's own, as `x`, with the article that proves them: Postgres leaves the outer join out
 * where nothing of the article is selected.
 */
const proven = (rows: string, agreementId: string) =>
  `(select q.*, ${g.articleId} from ${rows} left join ${table(g)} on ${g.id} = ${agreementId}) x`;

const partyRow = aliased(agreementParties, 'q');
const participantRow = aliased(agreementPeople, 'q');

const participants = (capacity: string) => {
  const rows = `(select * from ${table(participantRow)} where ${participantRow.capacity} ${capacity}) q`;
  return many({
    key: participant.agreementId,
    shape: participantShape,
    from: `${proven(rows, participantRow.agreementId)} join ${table(p)} on ${p.id} = ${participant.personId}
    left join ${table(o)} on ${o.id} = ${participant.onBehalfOfId}`,
    order: `${participant.capacity}, ${participant.ordinal}`,
  });
};

export const agreementRelations = {
  agreement: one({ key: g.id, shape: agreement(g), from: table(g) }),
  partiesOfAgreement: many({
    key: party.agreementId,
    shape: partyShape,
    from: `${proven(table(partyRow), partyRow.agreementId)} join ${table(o)} on ${o.id} = ${party.organisationId}`,
    order: party.ordinal,
  }),
  signatoriesOfAgreement: participants("= 'SIGNATORY'"),
  /** Everyone else who hosted, attended or witnessed: one statement, whichever of them are asked for. */
  guestsOfAgreement: participants("<> 'SIGNATORY'"),

  agreements: list(declared),
  agreementsOfPublication: listOf(g.publicationId, declared),
  agreementsOfArticle: listOf(g.articleId, {
    shape: record({ node: agreement(g) }),
    from: table(g),
    orders: {
      PRINTED: {
        columns: [
          { sql: g.ordinal, type: 'integer' },
          { sql: g.id, type: 'uuid' },
        ],
        hasNulls: false,
        direction: 'ASC',
      },
    },
    defaultOrder: 'PRINTED',
  }),
  agreementsOfIssue: listOf(a.issueId, {
    shape: record({ node: agreement(g) }),
    from: `${table(g)} join ${table(a)} on ${a.id} = ${g.articleId}`,
    orders: {
      PRINTED: {
        columns: [
          { sql: a.page, type: 'integer' },
          { sql: a.position, type: 'integer' },
          { sql: g.ordinal, type: 'integer' },
          { sql: g.id, type: 'uuid' },
        ],
        hasNulls: true,
        direction: 'ASC',
      },
    },
    defaultOrder: 'PRINTED',
  }),
  /** What a person signed. */
  agreementsOfPerson: listOf(participant.personId, {
    shape: record({ node: agreement(g) }),
    from: ways.signatory,
    orders,
    defaultOrder: 'SIGNED_ON',
  }),
  /** What an organisation is a party of. */
  agreementsOfOrganisation: listOf(party.organisationId, {
    shape: record({ node: agreement(g) }),
    from: ways.party,
    orders,
    defaultOrder: 'SIGNED_ON',
  }),
};
