/**
 * The tables of what the articles say: each row is a fact of one article, with the words that prove it. Agreements are
 * in `agreement-tables.ts`.
 */
import { sql } from 'drizzle-orm';
import { boolean, check, date, foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { confidence, confidenceCheck, evidence, evidenceChecks } from './evidence-columns.ts';
import { latestFirst } from './latest-first.ts';
import { articles, organisations, people, publications } from './tables.ts';
import { bylineRole, doubtKind, personRole, titleChange, titleModality } from './vocabulary.ts';

/** The credits of an article (署名), in print order. */
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
    ...confidence(),
    ...evidence(),
  },
  (t) => [
    primaryKey({ columns: [t.articleId, t.ordinal] }),
    index('credits_person_idx').on(t.personId),
    confidenceCheck('credits', t),
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
    /** The profile that it is an occurrence of: see `person_profiles`. Null until the next reindex in an older archive. */
    profileId: uuid(),
    /** The article's. */
    publicationId: uuid()
      .notNull()
      .references(() => publications.id),
    /** Whether the person takes part in what is reported, and is not only mentioned or credited. */
    isPresent: boolean().notNull(),
    /** The article's. */
    publishedOn: date({ mode: 'string' }),
    /** The day of the article's event, else that of its issue. */
    citedOn: date({ mode: 'string' }),
    /**
     * The event that the article reports, alone or with other articles. Derived by `deriveEvents`; null before that,
     * and for crowds.
     */
    eventId: uuid(),
    ...confidence(),
  },
  (t) => [
    primaryKey({ columns: [t.articleId, t.personId] }),
    index('article_people_person_published_idx').on(t.personId, ...latestFirst(t.publishedOn, t.articleId)),
    index('article_people_publication_idx').on(t.publicationId, t.personId),
    index('article_people_profile_idx').on(t.profileId, t.citedOn),
    index('article_people_person_cited_idx').on(t.personId, t.citedOn, t.articleId),
    index('article_people_cited_idx').on(t.citedOn, t.personId),
    // Co-appearances are read from these two indexes alone.
    index('article_people_present_idx').on(t.personId, t.citedOn, t.eventId).where(sql`${t.isPresent}`),
    index('article_people_event_idx').on(t.eventId, t.personId).where(sql`${t.isPresent}`),
    confidenceCheck('article_people', t),
  ],
);

export const articlePersonRoles = pgTable(
  'article_person_roles',
  {
    articleId: uuid().notNull(),
    personId: uuid().notNull(),
    role: personRole().notNull(),
    ...confidence(),
    ...evidence(),
  },
  (t) => [
    primaryKey({ columns: [t.articleId, t.personId, t.role] }),
    foreignKey({
      columns: [t.articleId, t.personId],
      foreignColumns: [articlePeople.articleId, articlePeople.personId],
    })
      .onDelete('cascade')
      .onUpdate('cascade'),
    confidenceCheck('article_person_roles', t),
    ...evidenceChecks('article_person_roles', t),
  ],
);

/** A title that a person is printed with. */
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
     * What the title means by itself, and together with its organisation: see `text/title.ts`. Without an organisation
     * there is no office.
     */
    post: text().notNull(),
    office: text(),
    /** The day of the article's event, else that of its issue. */
    citedOn: date({ mode: 'string' }),
    ...confidence(),
    ...evidence(),
  },
  (t) => [
    primaryKey({ columns: [t.articleId, t.personId, t.ordinal] }),
    foreignKey({
      columns: [t.articleId, t.personId],
      foreignColumns: [articlePeople.articleId, articlePeople.personId],
    })
      .onDelete('cascade')
      .onUpdate('cascade'),
    index('printed_titles_person_idx').on(t.personId, t.office, t.citedOn),
    index('printed_titles_organisation_idx').on(t.organisationId, t.post, t.personId),
    index('printed_titles_office_idx').on(t.office, t.citedOn, t.personId),
    index('printed_titles_post_idx').on(t.post, t.personId),
    confidenceCheck('printed_titles', t),
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
    /** Whether only an elided title implies the organisation. Its mention is then the span of that title. */
    isImplied: boolean().notNull(),
    /** The article's. */
    publicationId: uuid()
      .notNull()
      .references(() => publications.id),
    publishedOn: date({ mode: 'string' }),
    ...confidence(),
  },
  (t) => [
    primaryKey({ columns: [t.articleId, t.organisationId] }),
    index('article_organisations_organisation_published_idx').on(
      t.organisationId,
      ...latestFirst(t.publishedOn, t.articleId),
    ),
    index('article_organisations_publication_idx').on(t.publicationId, t.organisationId),
    index('article_organisations_published_idx').on(t.publishedOn, t.organisationId),
    confidenceCheck('article_organisations', t),
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
    /** Whether the words are a title that implies the organisation, and not its name. */
    isImplied: boolean().notNull(),
    /** The article's. */
    publishedOn: date({ mode: 'string' }),
    ...confidence(),
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
    confidenceCheck('mentions', t),
    ...evidenceChecks('mentions', t),
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
    /** How many are meant, if the text says so. */
    count: integer(),
    ...evidence(),
  },
  (t) => [
    primaryKey({ columns: [t.articleId, t.ordinal] }),
    index('doubts_kind_idx').on(t.kind, t.articleId, t.ordinal),
    check('doubts_count_positive', sql`${t.count} > 0`),
    ...evidenceChecks('doubts', t),
  ],
);
