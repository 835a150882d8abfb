import { createKey, type KeyRole } from '../../src/store/api-key.ts';
import type { Database } from '../../src/store/database.ts';

/** The header of a caller with a new key of this role; the name is the role's unless given. */
export async function keyFor(
  database: Database,
  role: KeyRole,
  name: string = role.toLowerCase(),
): Promise<{ readonly authorization: string }> {
  const { token } = await createKey(database, { name, role });
  return { authorization: `Bearer ${token}` };
}
