/**
 * Tables derived from the archive's other tables so that reads are fast. Every import keeps them up to date in its own
 * transaction, and `banmian reindex` derives them again from nothing else.
 */
import { sql } from 'drizzle-orm';
import { customType, date, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bucketsOf } from './date-bucket.ts';
import { confidence, confidenceCheck } from './evidence-columns.ts';
import { articles, organisations, people, publications } from './tables.ts';
import { searchType, titleModality } from './vocabulary.ts';

/**
 * One person holding one title at one organisation, as far as the articles prove: one row for each time without a
 * break.
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
    /**
     * What one person can hold at a time: an office with its modality, or one's share of an office that many hold. See
     * `seatOf`.
     */
    seat: text().notNull(),
    /** The key of the holder's name, by which the people of two newspapers may be one person. */
    holder: text().notNull(),
    firstCitedOn: date({ mode: 'string' }).notNull(),
    lastCitedOn: date({ mode: 'string' }).notNull(),
    /** The day on which the title was given, if an article says so. */
    startedOn: date({ mode: 'string' }),
    /** The day from which the title was no longer held: it was taken away, or the person is called a former holder. */
    endedBy: date({ mode: 'string' }),
    /** That of the surest printed title. */
    ...confidence(),
  },
  (t) => [
    index('tenures_person_idx').on(t.personId, t.firstCitedOn, t.id),
    index('tenures_organisation_idx').on(t.organisationId, t.firstCitedOn, t.id),
    index('tenures_organisation_post_idx').on(t.organisationId, t.post),
    index('tenures_office_idx').on(t.office),
    index('tenures_seat_idx').on(t.seat),
    confidenceCheck('tenures', t),
  ],
);

/** Who was present at the events of a person, at how many, and when. Two people make two rows, one from each side. */
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
    /** The days of the first and the last of these events; null when no article gives a day. */
    firstOn: date({ mode: 'string' }),
    lastOn: date({ mode: 'string' }),
  },
  (t) => [
    // The key serves reads by the other person, the index reads by the person.
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

/** What a search finds: one row for each article, person, organisation and agreement, with the same id. */
export const searchDocuments = pgTable(
  'search_documents',
  {
    id: uuid().primaryKey(),
    type: searchType().notNull(),
    /** null for people and organisations, which belong to no newspaper. */
    publicationId: uuid().references(() => publications.id),
    /** When an article was published or an agreement signed; null for people and organisations. */
    day: date({ mode: 'string' }),
    /** The article itself, or the article that reports the agreement. */
    articleId: uuid().references(() => articles.id, { onDelete: 'cascade' }),
    personId: uuid().references(() => people.id, { onDelete: 'cascade' }),
    organisationId: uuid().references(() => organisations.id, { onDelete: 'cascade' }),
    /** The folded forms of the names of a person or an organisation, the main name first. Empty for other types. */
    names: text().array().notNull(),
    /** The whole folded text, in which phrases are looked up. */
    text: text().notNull(),
    lexemes: tsvector().notNull(),
  },
  (t) => [
    index('search_documents_lexemes_idx').using('gin', t.lexemes, sql.raw(`(${bucketsOf('"day"')})`)),
    index('search_documents_names_idx').using('gin', t.names),
    index('search_documents_day_idx').on(t.day),
    index('search_documents_article_idx').on(t.articleId),
    index('search_documents_person_idx').on(t.personId),
    index('search_documents_organisation_idx').on(t.organisationId),
  ],
);
