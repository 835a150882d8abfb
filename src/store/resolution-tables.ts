/** The tables of who is who: what people are made of, what links it, and ids that others have taken the place of. */
import { sql } from 'drizzle-orm';
import {
  boolean,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Office } from '../resolve/person/profile.ts';
import type { ReasonName } from '../resolve/person/reason.ts';
import { people, publications } from './tables.ts';
import { linkStatus, supersededKind } from './vocabulary.ts';

/**
 * All occurrences of a printed name in one publication that say the same of its bearer: see `Profile`. `article_people.profile_id`
 * says which they are.
 */
export const personProfiles = pgTable(
  'person_profiles',
  {
    id: uuid().primaryKey(),
    /** What all forms of the name have in common: see `blockKey`. Only profiles of one key are compared. */
    nameKey: text().notNull(),
    publicationId: uuid()
      .notNull()
      .references(() => publications.id, { onDelete: 'cascade' }),
    /** Tells it from the other profiles of its name and publication: see `signatureOf`. */
    signature: text().notNull(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    name: text().notNull(),
    offices: jsonb().$type<readonly Office[]>().notNull(),
    isAuthor: boolean().notNull(),
    bodies: uuid().array().notNull(),
    /** Profiles that occur in one article with it: two people, whatever else is alike. */
    beside: uuid().array().notNull(),
    months: integer().array().notNull(),
    firstOn: date({ mode: 'string' }),
    count: integer().notNull(),
  },
  (t) => [index('person_profiles_name_idx').on(t.nameKey), index('person_profiles_person_idx').on(t.personId)],
);

/** Why two profiles are one person, or may be one. */
export const personLinks = pgTable(
  'person_links',
  {
    one: uuid()
      .notNull()
      .references(() => personProfiles.id, { onDelete: 'cascade' }),
    other: uuid()
      .notNull()
      .references(() => personProfiles.id, { onDelete: 'cascade' }),
    status: linkStatus().notNull(),
    /** In points: see `Reason`. */
    score: doublePrecision().notNull(),
    /** The names of the reasons. */
    reasons: text().array().$type<ReasonName[]>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.one, t.other] }), index('person_links_other_idx').on(t.other)],
);

/** Ids that are no more, each with the one that answers in its place. Never a chain: see `redirect`. */
export const redirects = pgTable(
  'redirects',
  {
    id: uuid().primaryKey(),
    kind: supersededKind().notNull(),
    supersededBy: uuid().notNull(),
    /** Of a person: the name, and the profile that the id was made from. If it is a person of its own again, the id comes back. */
    nameKey: text(),
    profileId: uuid(),
    at: timestamp({ precision: 3, withTimezone: true }).notNull().default(sql`now()`),
  },
  (t) => [index('redirects_superseded_by_idx').on(t.supersededBy), index('redirects_name_idx').on(t.nameKey)],
);
