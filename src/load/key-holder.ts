import { runOn } from '../query/run.ts';
import { apiKeys } from '../store/access-tables.ts';
import type { ApiKey } from '../store/api-key.ts';
import type { QueryClient } from '../store/query-pool.ts';
import { aliased, table } from './table-alias.ts';

/** Whoever asks with a valid key. */
export type KeyHolder = Pick<ApiKey, 'id' | 'name' | 'role'>;

const k = aliased(apiKeys, 'k');
const BY_HASH = `select ${k.id}, ${k.name}, ${k.role} from ${table(k)} where ${k.hash} = $1::text and ${k.revokedAt} is null`;

/** The holder of the valid key with this hash; null if there is none. */
export async function findKeyHolder(queries: QueryClient, hash: string): Promise<KeyHolder | null> {
  const [row] = await runOn(queries)(BY_HASH, [hash]);
  if (row === undefined) return null;
  const [id, name, role] = row as readonly [string, string, KeyHolder['role']];
  return { id, name, role };
}
