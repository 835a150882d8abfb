/**
 * The tables of what exists beyond one article: newspapers, issues, pages, articles, people, organisations. Only
 * `store` writes rows. Ids are derived from content (see `id.ts`), so that an archive filled again from the same files
 * has the same ids. What the articles say is in `fact-tables.ts` and `agreement-tables.ts`, what is derived from all
 * these rows in `derived-tables.ts`.
 *
 * Some rows repeat a column of what they belong to (`publication_id`, a day): a list that is filtered by one column and
 * ordered by another can be read from one index only if both are in one table.
 */
import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { GivenPageFacts } from '../extract/given/page-facts.ts';
import { confidence, confidenceCheck } from './evidence-columns.ts';
import { latestFirst } from './latest-first.ts';
import { textHash } from './text-hash.ts';
import { dateBasis, genre, organisationKind, textEncoding } from './vocabulary.ts';

/** One newspaper (报纸). */
export const publications = pgTable('publications', {
  id: uuid().primaryKey(),
  slug: text().notNull().unique(),
  name: text().notNull(),
  /** How often it appears (daily, weekly …), as stated by the importer's metadata. */
  frequency: text(),
  /** The body that a bare 区 or 县 in its articles means. */
  districtId: uuid().references(() => organisations.id),
  /** The 市 above the district. */
  city: text(),
});

/** One dated, numbered edition (期). */
export const issues = pgTable(
  'issues',
  {
    id: uuid().primaryKey(),
    publicationId: uuid()
      .notNull()
      .references(() => publications.id),
    /** Tells it from the publication's other issues: its day, else its number, else its first file. */
    key: text().notNull(),
    number: integer(),
    publishedOn: date({ mode: 'string' }),
    publishedOnBasis: dateBasis(),
  },
  (t) => [
    unique('issues_natural_key').on(t.publicationId, t.key),
    index('issues_published_idx').on(...latestFirst(t.publishedOn, t.id)),
    index('issues_publication_published_idx').on(t.publicationId, ...latestFirst(t.publishedOn, t.id)),
    index('issues_number_idx').on(...latestFirst(t.number, t.id)),
    index('issues_publication_number_idx').on(t.publicationId, ...latestFirst(t.number, t.id)),
    check('issues_day_has_basis', sql`(${t.publishedOn} is null) = (${t.publishedOnBasis} is null)`),
  ],
);

/** One raw file: a page of an issue as received (版). A file whose articles are of several issues is a page of each. */
export const pages = pgTable(
  'pages',
  {
    id: uuid().primaryKey(),
    issueId: uuid()
      .notNull()
      .references(() => issues.id, { onDelete: 'cascade' }),
    /** Tells it from the issue's other pages: its number, else its file. See `pageKey`. */
    key: text().notNull(),
    /** Its path from the folder that was imported, with `/` between folders. */
    file: text().notNull(),
    /**
     * The hash of the file's text, its metadata and the importer's version: if it is the same, nothing is to be done.
     */
    contentHash: text().notNull(),
    number: integer(),
    /** The decoded text of the file. */
    raw: text().notNull(),
    /** The encoding of the file when it was imported. */
    encoding: textEncoding().notNull().default('UTF_8'),
    /** Whether the file had metadata beside it, which says more than the page prints. */
    isStated: boolean().notNull().default(true),
    /** The facts that another reader gave of the page, by its name; both null where they are ours. */
    reader: text(),
    givenFacts: jsonb().$type<GivenPageFacts>(),
    /** The hash of the two: if it is the same, nothing is to be done. */
    givenHash: text(),
    importedAt: timestamp({ precision: 3, withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    unique('pages_natural_key').on(t.issueId, t.key),
    index('pages_content_hash_idx').on(t.contentHash),
    // By the end of the path: a known path may lack its first folders.
    index('pages_file_idx').on(sql`reverse(${t.file}) text_pattern_ops`, t.importedAt),
    index('pages_text_idx').on(sql.raw(textHash('"raw"'))),
    check(
      'pages_given_wholly',
      sql`(${t.reader} is null) = (${t.givenFacts} is null) and (${t.reader} is null) = (${t.givenHash} is null)`,
    ),
  ],
);

/** Files that another file has replaced, so that they are recognised when they come again. */
export const supersededFiles = pgTable(
  'superseded_files',
  {
    pageId: uuid()
      .notNull()
      .references(() => pages.id, { onDelete: 'cascade' }),
    /** See `pages`. */
    contentHash: text().notNull(),
    file: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.pageId, t.contentHash] }),
    index('superseded_files_content_hash_idx').on(t.contentHash),
  ],
);

/** A front-page index line (导读). */
export const teasers = pgTable(
  'teasers',
  {
    pageId: uuid()
      .notNull()
      .references(() => pages.id, { onDelete: 'cascade' }),
    ordinal: integer().notNull(),
    title: text().notNull(),
    pages: integer().array().notNull(),
  },
  (t) => [primaryKey({ columns: [t.pageId, t.ordinal] })],
);

export const articles = pgTable(
  'articles',
  {
    id: uuid().primaryKey(),
    issueId: uuid()
      .notNull()
      .references(() => issues.id, { onDelete: 'cascade' }),
    pageId: uuid()
      .notNull()
      .references(() => pages.id, { onDelete: 'cascade' }),
    /** 0-based place in the issue's file. */
    position: integer().notNull(),
    page: integer(),
    genre: genre().notNull(),
    headline: text(),
    headlineLines: text().array().notNull(),
    byline: text(),
    source: text(),
    body: text().notNull(),
    /** [{ start, end, isCrosshead }] into body. */
    paragraphs: jsonb().$type<readonly { start: number; end: number; isCrosshead: boolean }[]>().notNull(),
    captions: text().array().notNull(),
    eventOn: date({ mode: 'string' }),
    eventOnBasis: dateBasis(),
    isIncomplete: boolean().notNull(),
    /** 上接, 下转: whether the line is printed, and the page it names. */
    hasContinuedFrom: boolean().notNull(),
    continuedFromPage: integer(),
    hasContinuedOn: boolean().notNull(),
    continuedOnPage: integer(),
    /** The issue's. */
    publicationId: uuid()
      .notNull()
      .references(() => publications.id),
    publishedOn: date({ mode: 'string' }),
  },
  (t) => [
    unique('articles_natural_key').on(t.pageId, t.position),
    index('articles_issue_idx').on(t.issueId, t.page, t.position, t.id),
    index('articles_published_idx').on(...latestFirst(t.publishedOn, t.id)),
    index('articles_event_idx').on(...latestFirst(t.eventOn, t.id)),
    index('articles_publication_published_idx').on(t.publicationId, ...latestFirst(t.publishedOn, t.id)),
    index('articles_publication_event_idx').on(t.publicationId, ...latestFirst(t.eventOn, t.id)),
    index('articles_page_idx').on(t.page, ...latestFirst(t.publishedOn, t.id)),
    index('articles_genre_idx').on(t.genre, ...latestFirst(t.publishedOn, t.id)),
    index('articles_source_idx').on(t.source, ...latestFirst(t.publishedOn, t.id)),
    check('articles_event_has_basis', sql`(${t.eventOn} is null) = (${t.eventOnBasis} is null)`),
  ],
);

/** A person, as the profiles of a name were resolved: see `person_profiles`. */
export const people = pgTable(
  'people',
  {
    id: uuid().primaryKey(),
    /** The form that the id was made from. */
    name: text().notNull(),
    /** The profile that the id was made from, or took over when that was gone. */
    anchorId: uuid(),
    /** In lower case, syllables separated by blanks, the surname as surnames are read. */
    pinyin: text().notNull(),
    /**
     * In how many articles they are named, the day of the latest issue that names them, and the confidence of the surest
     * article. See `deriveNamings`.
     */
    namedCount: integer().notNull().default(0),
    lastNamedOn: date({ mode: 'string' }),
    /** Whether an editor said that this is none. Its facts stay, but nothing shows it. See `settleHidden`. */
    isHidden: boolean().notNull().default(false),
    ...confidence(),
  },
  (t) => [
    // Lists are in the order of characters on every server, which only an index in this collation serves.
    index('people_name_order_idx').on(sql`${t.name} collate "C"`, t.id),
    index('people_pinyin_order_idx').on(sql`${t.pinyin} collate "C"`, t.id),
    index('people_prefix_idx').on(sql`replace(${t.pinyin}, ' ', '') collate "C"`, t.id),
    index('people_named_count_idx').on(t.namedCount, t.id),
    index('people_last_named_idx').on(...latestFirst(t.lastNamedOn, t.id)),
    // Counts those of whom the archive is sure.
    index('people_confidence_idx').on(t.confidence),
    index('people_hidden_idx').on(t.id).where(sql`${t.isHidden}`),
    // Counts all others.
    index('people_shown_idx').on(t.id).where(sql`not ${t.isHidden}`),
    confidenceCheck('people', t),
  ],
);

export const organisations = pgTable(
  'organisations',
  {
    id: uuid().primaryKey(),
    /** See OrganisationFact.key. Its id is derived from the first one that was stored. */
    key: text().notNull(),
    /** By which it is told from all others, see `identityOf`. */
    canonical: text().notNull().unique(),
    /** The canonical names of what its name says that it is part of, the nearest first. See `ancestorsOf`. */
    ancestors: text().array().notNull().default([]),
    name: text().notNull(),
    kind: organisationKind().notNull(),
    /** The nearest of its ancestors that the archive has. See `deriveParents`. */
    parentId: uuid().references((): AnyPgColumn => organisations.id, { onDelete: 'set null' }),
    /** See `people`. */
    namedCount: integer().notNull().default(0),
    lastNamedOn: date({ mode: 'string' }),
    /** See `people`. */
    isHidden: boolean().notNull().default(false),
    ...confidence(),
  },
  (t) => [
    index('organisations_name_order_idx').on(sql`${t.name} collate "C"`, t.id),
    index('organisations_kind_idx').on(t.kind, sql`${t.name} collate "C"`, t.id),
    index('organisations_named_count_idx').on(t.namedCount, t.id),
    index('organisations_last_named_idx').on(...latestFirst(t.lastNamedOn, t.id)),
    index('organisations_parent_idx').on(t.parentId, sql`${t.name} collate "C"`, t.id),
    index('organisations_key_idx').on(t.key),
    index('organisations_ancestors_idx').using('gin', t.ancestors),
    index('organisations_confidence_idx').on(t.confidence),
    index('organisations_hidden_idx').on(t.id).where(sql`${t.isHidden}`),
    // Counts all others.
    index('organisations_shown_idx').on(t.id).where(sql`not ${t.isHidden}`),
    confidenceCheck('organisations', t),
  ],
);
