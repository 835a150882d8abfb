import { fileURLToPath } from 'node:url';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import type postgres from 'postgres';
import { ARCHIVE, CHANNEL } from './change-notification.ts';
import type { Database } from './database.ts';
import { DatabaseError } from './database.ts';
import { reindex } from './reindex.ts';

const FOLDER = fileURLToPath(new URL('../../drizzle', import.meta.url));
/** An arbitrary number that nobody else locks: 版 in Unicode. */
const MIGRATION_LOCK = 0x7248;

/**
 * Marks a migration after which the derived tables have to be derived again: SQL alone cannot do that, and for a large
 * archive it takes minutes.
 */
const REINDEX = '-- then reindex';

/**
 * Applies the migrations that the database does not have, and returns how many there were. Writes nothing when there
 * are none. Any number of processes may call it at the same time. The journal is drizzle-kit's own table, so that its
 * commands see the same state.
 * @throws DatabaseError when the database was migrated by a newer version
 */
export async function migrate(database: Database): Promise<number> {
  const migrations = readMigrationFiles({ migrationsFolder: FOLDER });
  const newest = migrations.at(-1)?.folderMillis ?? 0;
  if ((await lastApplied(database.sql, newest)) === newest) return 0;
  const pending = await database.sql.begin(async (sql) => {
    await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`;
    const last = await lastApplied(sql, newest);
    const pending = migrations.filter((migration) => migration.folderMillis > last);
    if (pending.length > 0) await createJournal(sql);
    for (const { sql: statements, hash, folderMillis } of pending) {
      for (const statement of statements) await sql.unsafe(statement);
      await sql`insert into drizzle.__drizzle_migrations (hash, created_at) values (${hash}, ${folderMillis})`;
    }
    if (pending.length > 0) await sql`select pg_notify(${CHANNEL}, ${ARCHIVE})`;
    return pending;
  });
  if (pending.some((migration) => migration.sql.join('\n').includes(REINDEX))) await reindex(database);
  return pending.length;
}

async function createJournal(sql: postgres.ISql): Promise<void> {
  await sql`create schema if not exists drizzle`;
  await sql`create table if not exists drizzle.__drizzle_migrations
    (id serial primary key, hash text not null, created_at bigint)`;
}

async function lastApplied(sql: postgres.ISql, newest: number): Promise<number> {
  const [journal] = await sql<
    { exists: boolean }[]
  >`select to_regclass('drizzle.__drizzle_migrations') is not null as exists`;
  if (!journal?.exists) return 0;
  const [row] = await sql<{ last: string | null }[]>`select max(created_at) as last from drizzle.__drizzle_migrations`;
  const last = Number(row?.last ?? 0);
  if (last > newest) throw new DatabaseError('The database was migrated by a newer version of Banmian.');
  return last;
}
