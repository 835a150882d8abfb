/**
 * What is worked out from the archive's tables, so that it can be read at once. Kept up by every import in its own
 * transaction, and made anew from nothing else by `banmian reindex`.
 */
import { sql } from 'drizzle-orm';
import { customType, date, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { stretchesOf } from './search-stretch.ts';
import { articles, organisations, people, publications } from './tables.ts';
import { searchType, titleModality } from './vocabulary.ts';

/**
 * One person holding one title at one organisation, as far as the articles prove: between two of its ends, one row
 * each.
 */
export const tenures = pgTable(
  'tenures',
  {
    id: uuid().primaryKey(),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    organisationId: uuid().references(() => organisations.id, { onDelete: 'cascade' }),
    /** The longest form that was printed. */
    title: text().notNull(),
    /** See `printed_titles`. */
    post: text().notNull(),
    office: text(),
    modality: titleModality().notNull(),
    /** What one can hold at a time: an office in one way, or somebody's part in one that many share. See `seatOf`. */
    seat: text().notNull(),
    /** Who holds it: the name that two newspapers may know as two people. */
    holder: text().notNull(),
    firstCitedOn: date({ mode: 'string' }).notNull(),
    lastCitedOn: date({ mode: 'string' }).notNull(),
    /** The day on which it was given, where an article says so. */
    startedOn: date({ mode: 'string' }),
    /** A day from which it was no longer held: it was taken then, or the person is called a former one. */
    endedBy: date({ mode: 'string' }),
  },
  (t) => [
    index('tenures_person_idx').on(t.personId, t.firstCitedOn, t.id),
    index('tenures_organisation_idx').on(t.organisationId, t.firstCitedOn, t.id),
    index('tenures_organisation_post_idx').on(t.organisationId, t.post),
    index('tenures_office_idx').on(t.office),
    index('tenures_seat_idx').on(t.seat),
  ],
);

/**
 * Who was present at the events of a person, on how many of them, and when. Two people are two rows, one from the side
 * of each.
 */
export const coAppearances = pgTable(
  'co_appearances',
  {
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    otherId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    count: integer().notNull(),
    /** By the articles that have the first of the two; null when none of these events has a day. */
    firstOn: date({ mode: 'string' }),
    lastOn: date({ mode: 'string' }),
  },
  (t) => [
    // The other first: the key finds the rows that go with the other person, the index those that go with the person.
    primaryKey({ columns: [t.otherId, t.personId] }),
    index('co_appearances_person_idx').on(
      t.personId,
      t.count,
      sql`coalesce(${t.lastOn}, date '0001-01-01')`,
      t.otherId,
    ),
  ],
);

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

/** What a search finds: one row for each article, person, organisation and agreement, whose id it has. */
export const searchDocuments = pgTable(
  'search_documents',
  {
    id: uuid().primaryKey(),
    type: searchType().notNull(),
    /** null for organisations, which belong to no one newspaper. */
    publicationId: uuid().references(() => publications.id),
    /** The day of publication of an article, of signing of an agreement; null for people and organisations. */
    day: date({ mode: 'string' }),
    /** The article itself, or the one that reports the agreement. */
    articleId: uuid().references(() => articles.id, { onDelete: 'cascade' }),
    personId: uuid().references(() => people.id, { onDelete: 'cascade' }),
    organisationId: uuid().references(() => organisations.id, { onDelete: 'cascade' }),
    /** The forms by which a person or an organisation is known, folded; its name first. Empty for all else. */
    names: text().array().notNull(),
    /** All its words, folded: what a phrase is looked for in. */
    text: text().notNull(),
    lexemes: tsvector().notNull(),
  },
  (t) => [
    index('search_documents_lexemes_idx').using('gin', t.lexemes, sql.raw(`(${stretchesOf('"day"')})`)),
    index('search_documents_names_idx').using('gin', t.names),
    index('search_documents_day_idx').on(t.day),
    index('search_documents_article_idx').on(t.articleId),
    index('search_documents_person_idx').on(t.personId),
    index('search_documents_organisation_idx').on(t.organisationId),
  ],
);
