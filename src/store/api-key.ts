import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { apiKeys } from './access-tables.ts';
import type { Database } from './database.ts';
import { createToken, hashOfToken } from './key-token.ts';
import type { QueryClient } from './query-pool.ts';
import type { keyRole } from './vocabulary.ts';

/** What a key allows beside reading. */
export type KeyRole = (typeof keyRole.enumValues)[number];

/** A key as it is stored, without its hash. */
export type ApiKey = Omit<typeof apiKeys.$inferSelect, 'hash'>;

/** A key that cannot be made; the message is one sentence for the terminal. */
export class KeyError extends Error {
  override readonly name = 'KeyError';
}

const MAX_NAME_LENGTH = 100;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const UNIQUE_VIOLATION = '23505';

const COLUMNS: SQL = sql`id, name, role, created_at as "createdAt", revoked_at as "revokedAt",
  last_used_at as "lastUsedAt"`;

/**
 * Makes a key. Its token is returned this once.
 * @throws KeyError for a name that is not fit, or that another valid key has
 */
export async function createKey(
  { drizzle }: Database,
  { name, role }: { readonly name: string; readonly role: KeyRole },
): Promise<{ readonly key: ApiKey; readonly token: string }> {
  requireName(name);
  const token = createToken();
  try {
    const [key] = await drizzle.execute<ApiKey>(sql`
      insert into ${apiKeys} (name, role, hash) values (${name}, ${role}, ${hashOfToken(token)}) returning ${COLUMNS}`);
    if (key === undefined) throw new Error('The key was not stored.');
    return { key, token };
  } catch (error) {
    if (isTaken(error)) throw new KeyError(`There is a valid key with the name ${name} already.`);
    throw error;
  }
}

/** All keys, the newest first. */
export async function listKeys({ drizzle }: Database): Promise<readonly ApiKey[]> {
  return drizzle.execute<ApiKey>(sql`select ${COLUMNS} from ${apiKeys} order by created_at desc, id`);
}

/** Revokes the key with this id, or the valid one with this name; null if there is none. */
export async function revokeKey({ drizzle }: Database, nameOrId: string): Promise<ApiKey | null> {
  const condition = UUID.test(nameOrId) ? sql`id = ${nameOrId}` : sql`name = ${nameOrId} and revoked_at is null`;
  const [key] = await drizzle.execute<ApiKey>(sql`
    update ${apiKeys} set revoked_at = coalesce(revoked_at, now()) where ${condition} returning ${COLUMNS}`);
  return key ?? null;
}

/** Notes that a key is used now, unless that was noted within the last minute. */
export async function noteKeyUse(queries: QueryClient, id: string): Promise<void> {
  await queries
    .unsafe(
      `update api_keys set last_used_at = now()
       where id = $1::uuid and (last_used_at is null or last_used_at < now() - interval '1 minute')`,
      [id],
      { prepare: queries.options.prepare },
    )
    .values();
}

function requireName(name: string): void {
  if (name.trim() !== name || name === '' || name.length > MAX_NAME_LENGTH || /[\p{Cc}\p{Cs}]/u.test(name))
    throw new KeyError(
      `A name has 1 to ${MAX_NAME_LENGTH} characters, without blanks around it and without control characters.`,
    );
  if (UUID.test(name)) throw new KeyError('A name must not look like an id.');
}

function isTaken(error: unknown): boolean {
  return (
    error instanceof Error && ((error as { readonly code?: unknown }).code === UNIQUE_VIOLATION || isTaken(error.cause))
  );
}
