import { ofPublication, within } from './condition.ts';
import type { DateRange } from './condition.ts';
import { listing, listingOf } from './listing.ts';
import type { Order } from './listing.ts';
import { agreement, evidence, organisation, person } from './node.ts';
import { column, optional, record } from './record.ts';
import type { ValueOf } from './record.ts';
import { many, one } from './relation.ts';

export interface AgreementFilter {
  readonly publication?: string | null | undefined;
  readonly signedOn?: DateRange | null | undefined;
}

const orders = {
  SIGNED_ON: {
    columns: [{ sql: 'g.signed_on', type: 'date' }, { sql: 'g.id', type: 'uuid' }],
    hasNulls: true,
    direction: 'DESC',
  },
} as const satisfies Record<string, Order>;

const party = record({ agreementId: column<string>('x.agreement_id'), organisation: organisation('o'), evidence: evidence('x') });
export type PartyRecord = ValueOf<typeof party>;

const participant = record({
  capacity: column<'SIGNATORY' | 'HOST' | 'ATTENDEE' | 'WITNESS'>('x.capacity'),
  person: person('p'),
  onBehalfOf: optional(organisation('o')),
  evidence: evidence('x'),
});
export type ParticipantRecord = ValueOf<typeof participant>;

/** The rows of a table of the agreement's own, with the article that proves them. */
const proven = (table: string) => `(select q.*, g.article_id from ${table} q join agreements g on g.id = q.agreement_id) x`;

export const agreementRelations = {
  agreement: one({ key: 'g.id', record: agreement('g'), from: 'agreements g' }),
  agreementsOfArticle: many({ key: 'g.article_id', record: agreement('g'), from: 'agreements g', order: 'g.ordinal' }),
  partiesOfAgreement: many({
    key: 'x.agreement_id',
    record: party,
    from: `${proven('agreement_parties')} join organisations o on o.id = x.organisation_id`,
    order: 'x.ordinal',
  }),
  /** Everyone who signed, hosted, attended or witnessed: one statement, whichever of them are asked for. */
  participantsOfAgreement: many({
    key: 'x.agreement_id',
    record: participant,
    from: `${proven('agreement_people')} join people p on p.id = x.person_id left join organisations o on o.id = x.on_behalf_of_id`,
    order: 'x.capacity, x.ordinal',
  }),

  agreements: listing({
    record: record({ node: agreement('g') }),
    from: 'agreements g join articles a on a.id = g.article_id',
    orders,
    defaultOrder: 'SIGNED_ON',
    where: ({ filter }: { readonly filter?: AgreementFilter | null | undefined }, bind) => [
      ...ofPublication('a.issue_id', filter?.publication, bind),
      ...within('g.signed_on', filter?.signedOn, bind),
    ],
  }),
  agreementsOfIssue: listingOf('a.issue_id', {
    record: record({ node: agreement('g') }),
    from: 'agreements g join articles a on a.id = g.article_id',
    orders: {
      PRINTED: {
        columns: [
          { sql: 'a.page', type: 'integer' }, { sql: 'a.position', type: 'integer' },
          { sql: 'g.ordinal', type: 'integer' }, { sql: 'g.id', type: 'uuid' },
        ],
        hasNulls: true,
        direction: 'ASC',
      },
    },
    defaultOrder: 'PRINTED',
  }),
  /** What a person signed. */
  agreementsOfPerson: listingOf('x.person_id', {
    record: record({ node: agreement('g') }),
    from: "agreement_people x join agreements g on g.id = x.agreement_id and x.capacity = 'SIGNATORY'",
    orders,
    defaultOrder: 'SIGNED_ON',
  }),
  /** What an organisation is a party of. */
  agreementsOfOrganisation: listingOf('x.organisation_id', {
    record: record({ node: agreement('g') }),
    from: 'agreement_parties x join agreements g on g.id = x.agreement_id',
    orders,
    defaultOrder: 'SIGNED_ON',
  }),
};
