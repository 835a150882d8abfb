/** The tables of agreements, each a fact of one article, with the words that prove them. */
import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { confidence, confidenceCheck, evidence, evidenceChecks } from './evidence-columns.ts';
import { latestFirst } from './latest-first.ts';
import { articles, organisations, people, publications } from './tables.ts';
import { agreementCapacity, agreementKind, agreementStage, dateBasis } from './vocabulary.ts';

/** One instrument of one event (协议). */
export const agreements = pgTable(
  'agreements',
  {
    id: uuid().primaryKey(),
    articleId: uuid()
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    ordinal: integer().notNull(),
    kind: agreementKind().notNull(),
    title: text(),
    stage: agreementStage().notNull(),
    signedOn: date({ mode: 'string' }),
    signedOnBasis: dateBasis(),
    /** What is known of the day when it is incomplete: `2023-04`, `XXXX-07-14`. */
    signedOnText: text(),
    place: text(),
    declaredCount: integer(),
    isRenewal: boolean().notNull(),
    /** The article's. */
    publicationId: uuid()
      .notNull()
      .references(() => publications.id),
    ...confidence(),
    ...evidence(),
  },
  (t) => [
    unique('agreements_natural_key').on(t.articleId, t.ordinal),
    index('agreements_signed_idx').on(...latestFirst(t.signedOn, t.id)),
    index('agreements_publication_signed_idx').on(t.publicationId, ...latestFirst(t.signedOn, t.id)),
    index('agreements_kind_idx').on(t.kind, ...latestFirst(t.signedOn, t.id)),
    index('agreements_place_idx').on(t.place, ...latestFirst(t.signedOn, t.id)),
    index('agreements_stage_idx').on(t.stage, ...latestFirst(t.signedOn, t.id)),
    // Few agreements are renewals; the others are most of what any other index yields.
    index('agreements_renewal_idx')
      .on(...latestFirst(t.signedOn, t.id))
      .where(sql`${t.isRenewal}`),
    check('agreements_day_has_basis', sql`(${t.signedOn} is null) = (${t.signedOnBasis} is null)`),
    index('agreements_confidence_idx').on(t.confidence),
    confidenceCheck('agreements', t),
    ...evidenceChecks('agreements', t),
  ],
);

/** An organisation bound by an agreement, in print order. */
export const agreementParties = pgTable(
  'agreement_parties',
  {
    agreementId: uuid()
      .notNull()
      .references(() => agreements.id, { onDelete: 'cascade' }),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    ordinal: integer().notNull(),
    /** The agreement's. */
    signedOn: date({ mode: 'string' }),
    ...confidence(),
    ...evidence(),
  },
  (t) => [
    primaryKey({ columns: [t.agreementId, t.organisationId] }),
    index('agreement_parties_organisation_idx').on(t.organisationId, ...latestFirst(t.signedOn, t.agreementId)),
    confidenceCheck('agreement_parties', t),
    ...evidenceChecks('agreement_parties', t),
  ],
);

/** Who signed, hosted, attended or witnessed. A signatory signs for one of the agreement's parties. */
export const agreementPeople = pgTable(
  'agreement_people',
  {
    agreementId: uuid()
      .notNull()
      .references(() => agreements.id, { onDelete: 'cascade' }),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    capacity: agreementCapacity().notNull(),
    ordinal: integer().notNull(),
    onBehalfOfId: uuid(),
    /** The agreement's. */
    signedOn: date({ mode: 'string' }),
    ...confidence(),
    ...evidence(),
  },
  (t) => [
    primaryKey({ columns: [t.agreementId, t.personId, t.capacity] }),
    // Cascades: otherwise the order in which Postgres empties the two tables decides whether an agreement can be
    // removed.
    foreignKey({
      columns: [t.agreementId, t.onBehalfOfId],
      foreignColumns: [agreementParties.agreementId, agreementParties.organisationId],
    }).onDelete('cascade'),
    index('agreement_people_person_idx').on(t.personId, t.capacity, ...latestFirst(t.signedOn, t.agreementId)),
    check('agreement_people_sign_for_party', sql`${t.onBehalfOfId} is null or ${t.capacity} = 'SIGNATORY'`),
    confidenceCheck('agreement_people', t),
    ...evidenceChecks('agreement_people', t),
  ],
);
