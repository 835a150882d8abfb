/** The tables of what the articles say: each row a fact of one article, with the words that prove it. */
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
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { latestFirst } from './latest-first.ts';
import { articles, organisations, people, publications } from './tables.ts';
import {
  agreementCapacity,
  agreementKind,
  agreementStage,
  articleText,
  bylineRole,
  dateBasis,
  doubtKind,
  personRole,
  titleChange,
  titleModality,
} from './vocabulary.ts';

/**
 * The words that prove a fact. Written on every fact's own row and never null: a fact without evidence cannot be
 * stored. `start` and `end` count UTF-16 units of the named text; `rawStart` and `rawEnd` those of the page's raw text;
 * `line` counts from 1.
 */
const evidence = () => ({
  field: articleText().notNull(),
  start: integer().notNull(),
  end: integer().notNull(),
  quote: text().notNull(),
  rule: text().notNull(),
  rawStart: integer().notNull(),
  rawEnd: integer().notNull(),
  line: integer().notNull(),
});
type EvidenceColumns = Record<'start' | 'end' | 'quote' | 'rule' | 'rawStart' | 'rawEnd' | 'line', AnyPgColumn>;
const evidenceChecks = (table: string, t: EvidenceColumns) => [
  check(
    `${table}_evidence_span`,
    sql`${t.start} >= 0 and ${t.end} > ${t.start} and ${t.rawStart} >= 0 and ${t.rawEnd} > ${t.rawStart} and ${t.line} >= 1`,
  ),
  check(`${table}_evidence_words`, sql`${t.quote} <> '' and ${t.rule} <> ''`),
];

/** Who made an article (署名), in print order. */
export const credits = pgTable(
  'credits',
  {
    articleId: uuid()
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    ordinal: integer().notNull(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    role: bylineRole().notNull(),
    ...evidence(),
  },
  (t) => [
    primaryKey({ columns: [t.articleId, t.ordinal] }),
    index('credits_person_idx').on(t.personId),
    ...evidenceChecks('credits', t),
  ],
);

/** A person in an article, in the order of first mention. */
export const articlePeople = pgTable(
  'article_people',
  {
    articleId: uuid()
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    ordinal: integer().notNull(),
    /** Why this person of the name, and no other: see `identifyPeople`. */
    identityRule: text().notNull(),
    /** Takes part in what is reported: has another role than being named or having made the article. */
    isPresent: boolean().notNull(),
    /** The article's. */
    publishedOn: date({ mode: 'string' }),
    /** The day of the article's event, else that of its issue. */
    citedOn: date({ mode: 'string' }),
    /**
     * The event that the article tells of, be it alone or with others. Worked out by `deriveEvents`; null until then,
     * and of crowds.
     */
    eventId: uuid(),
  },
  (t) => [
    primaryKey({ columns: [t.articleId, t.personId] }),
    index('article_people_person_published_idx').on(t.personId, ...latestFirst(t.publishedOn, t.articleId)),
    index('article_people_person_cited_idx').on(t.personId, t.citedOn, t.articleId),
    index('article_people_cited_idx').on(t.citedOn, t.personId),
    // Who was present with whom is read from these two alone.
    index('article_people_present_idx').on(t.personId, t.citedOn, t.eventId).where(sql`${t.isPresent}`),
    index('article_people_event_idx').on(t.eventId, t.personId).where(sql`${t.isPresent}`),
  ],
);

export const articlePersonRoles = pgTable(
  'article_person_roles',
  {
    articleId: uuid().notNull(),
    personId: uuid().notNull(),
    role: personRole().notNull(),
    ...evidence(),
  },
  (t) => [
    primaryKey({ columns: [t.articleId, t.personId, t.role] }),
    foreignKey({
      columns: [t.articleId, t.personId],
      foreignColumns: [articlePeople.articleId, articlePeople.personId],
    }).onDelete('cascade'),
    ...evidenceChecks('article_person_roles', t),
  ],
);

/** A title a person was printed with. */
export const printedTitles = pgTable(
  'printed_titles',
  {
    articleId: uuid().notNull(),
    personId: uuid().notNull(),
    ordinal: integer().notNull(),
    title: text().notNull(),
    organisationId: uuid().references(() => organisations.id),
    isOwnerInferred: boolean().notNull(),
    modality: titleModality().notNull(),
    change: titleChange(),
    /**
     * What the title means by itself, and together with its organisation: see `text/title.ts`. No office without an
     * organisation.
     */
    post: text().notNull(),
    office: text(),
    /** The day of the article's event, else that of its issue. */
    citedOn: date({ mode: 'string' }),
    ...evidence(),
  },
  (t) => [
    primaryKey({ columns: [t.articleId, t.personId, t.ordinal] }),
    foreignKey({
      columns: [t.articleId, t.personId],
      foreignColumns: [articlePeople.articleId, articlePeople.personId],
    }).onDelete('cascade'),
    index('printed_titles_person_idx').on(t.personId, t.office, t.citedOn),
    index('printed_titles_organisation_idx').on(t.organisationId, t.post, t.personId),
    index('printed_titles_post_idx').on(t.post, t.personId),
    ...evidenceChecks('printed_titles', t),
  ],
);

/** An organisation in an article, in the order of first mention. */
export const articleOrganisations = pgTable(
  'article_organisations',
  {
    articleId: uuid()
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    ordinal: integer().notNull(),
    /** Only recoverable from an elided title: its mention is that title's span, and is no annotation. */
    isImplied: boolean().notNull(),
    /** The article's. */
    publicationId: uuid()
      .notNull()
      .references(() => publications.id),
    publishedOn: date({ mode: 'string' }),
  },
  (t) => [
    primaryKey({ columns: [t.articleId, t.organisationId] }),
    index('article_organisations_organisation_published_idx').on(
      t.organisationId,
      ...latestFirst(t.publishedOn, t.articleId),
    ),
    index('article_organisations_publication_idx').on(t.publicationId, t.organisationId),
  ],
);

/** Every span that names a person or an organisation, in order. `name` is the quote without blanks. */
export const mentions = pgTable(
  'mentions',
  {
    articleId: uuid()
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    ordinal: integer().notNull(),
    personId: uuid().references(() => people.id),
    organisationId: uuid().references(() => organisations.id),
    name: text().notNull(),
    /** The words of a title that implies an organisation, rather than its name. */
    isImplied: boolean().notNull(),
    /** The article's. */
    publishedOn: date({ mode: 'string' }),
    ...evidence(),
  },
  (t) => [
    primaryKey({ columns: [t.articleId, t.ordinal] }),
    index('mentions_name_idx').on(t.name, t.organisationId),
    index('mentions_person_idx').on(t.personId, t.name).where(sql`${t.personId} is not null`),
    index('mentions_organisation_idx')
      .on(t.organisationId, t.name, t.publishedOn, t.articleId)
      .where(sql`${t.organisationId} is not null`),
    check('mentions_one_subject', sql`(${t.personId} is null) <> (${t.organisationId} is null)`),
    ...evidenceChecks('mentions', t),
  ],
);

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
    /** What is known when the day is not: `2023-04`, `XXXX-07-14`. */
    signedOnText: text(),
    place: text(),
    declaredCount: integer(),
    isRenewal: boolean().notNull(),
    /** The article's. */
    publicationId: uuid()
      .notNull()
      .references(() => publications.id),
    ...evidence(),
  },
  (t) => [
    unique('agreements_natural_key').on(t.articleId, t.ordinal),
    index('agreements_signed_idx').on(...latestFirst(t.signedOn, t.id)),
    index('agreements_publication_signed_idx').on(t.publicationId, ...latestFirst(t.signedOn, t.id)),
    index('agreements_kind_idx').on(t.kind, ...latestFirst(t.signedOn, t.id)),
    index('agreements_place_idx').on(t.place, ...latestFirst(t.signedOn, t.id)),
    index('agreements_stage_idx').on(t.stage, ...latestFirst(t.signedOn, t.id)),
    check('agreements_day_has_basis', sql`(${t.signedOn} is null) = (${t.signedOnBasis} is null)`),
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
    ...evidence(),
  },
  (t) => [
    primaryKey({ columns: [t.agreementId, t.organisationId] }),
    index('agreement_parties_organisation_idx').on(t.organisationId, ...latestFirst(t.signedOn, t.agreementId)),
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
    ...evidence(),
  },
  (t) => [
    primaryKey({ columns: [t.agreementId, t.personId, t.capacity] }),
    // Cascades, for else removing an agreement fails or not by the order in which Postgres empties the two tables.
    foreignKey({
      columns: [t.agreementId, t.onBehalfOfId],
      foreignColumns: [agreementParties.agreementId, agreementParties.organisationId],
    }).onDelete('cascade'),
    index('agreement_people_person_idx').on(t.personId, t.capacity, ...latestFirst(t.signedOn, t.agreementId)),
    check('agreement_people_sign_for_party', sql`${t.onBehalfOfId} is null or ${t.capacity} = 'SIGNATORY'`),
    ...evidenceChecks('agreement_people', t),
  ],
);

/** What was seen in an article but not resolved. */
export const doubts = pgTable(
  'doubts',
  {
    articleId: uuid()
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    ordinal: integer().notNull(),
    kind: doubtKind().notNull(),
    /** How many are meant, where the text counts them. */
    count: integer(),
    ...evidence(),
  },
  (t) => [
    primaryKey({ columns: [t.articleId, t.ordinal] }),
    check('doubts_count_positive', sql`${t.count} > 0`),
    ...evidenceChecks('doubts', t),
  ],
);
