/** The table of who may use the gateway. It has nothing of the archive, and no answer that is kept depends on it. */
import { sql } from 'drizzle-orm';
import { check, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { keyRole } from './vocabulary.ts';

const instant = () => timestamp({ precision: 3, withTimezone: true, mode: 'string' });

/** A key by which a program or a person is known (密钥). The token itself is stored nowhere. */
export const apiKeys = pgTable(
  'api_keys',
  {
    /** Random: a key is made, not read from pages. */
    id: uuid().primaryKey().defaultRandom(),
    name: text().notNull(),
    role: keyRole().notNull(),
    /** See `hashOfToken`. */
    hash: text().notNull().unique(),
    createdAt: instant().notNull().defaultNow(),
    /** null: it is valid. */
    revokedAt: instant(),
    /** To the minute; null: never. */
    lastUsedAt: instant(),
  },
  (t) => [
    // A name is free again once its key is revoked.
    uniqueIndex('api_keys_valid_name').on(t.name).where(sql`${t.revokedAt} is null`),
    check('api_keys_hash_sha256', sql`${t.hash} ~ '^[0-9a-f]{64}$'`),
  ],
);
