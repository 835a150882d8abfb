import { createKey, listKeys, revokeKey, type ApiKey, type KeyRole } from '../store/api-key.ts';
import type { Database } from '../store/database.ts';
import { migrate } from '../store/migrate.ts';
import { keyRole } from '../store/vocabulary.ts';
import { printable } from '../text/printable.ts';
import { alignColumns } from './column.ts';
import { readArgs, UsageError, type Command, type Terminal } from './command.ts';
import { withDatabase } from './with-database.ts';

const ROLES = keyRole.enumValues.map((role) => role.toLowerCase());

export const keys: Command = {
  help: `Usage: banmian key create --name NAME --role ${ROLES.join('|')}
       banmian key list
       banmian key revoke NAME|ID

Makes, lists and revokes the keys by which the gateway knows who asks. A caller sends one in the header
Authorization: Bearer KEY. Whoever has a key may read; an editor may also judge facts, an importer may
also import and remove pages, and neither may do what the other may. docs/access.md tells more.

create prints the key on standard output, this once: the archive keeps only a hash of it. The name says
whose key it is, and is free again once that key is revoked. revoke holds within a second, in every
gateway of this archive; what was revoked stays in the list.

DATABASE_URL names the database. Without it the private one under BANMIAN_DATA is used, also while a
gateway runs on it.`,

  async run(args, terminal) {
    const { positionals, values } = readArgs(args, { name: { type: 'string' }, role: { type: 'string' } });
    const [action, ...words] = positionals;
    const { name, role } = values;
    const isPlain = name === undefined && role === undefined;
    if (action === 'create' && words.length === 0) return create(terminal, name, role);
    if (action === 'list' && words.length === 0 && isPlain)
      return withKeys(terminal, (database) => list(database, terminal));
    const [key] = words;
    if (action === 'revoke' && key !== undefined && words.length === 1 && isPlain)
      return withKeys(terminal, (database) => revoke(database, terminal, key));
    throw new UsageError('Say create --name NAME --role ROLE, list, or revoke NAME|ID.');
  },
};

function withKeys(terminal: Terminal, use: (database: Database) => Promise<number>): Promise<number> {
  return withDatabase(terminal, terminal.readConfig(), async (database) => {
    await migrate(database);
    return use(database);
  });
}

function create(terminal: Terminal, name: string | undefined, role: string | undefined): Promise<number> {
  if (name === undefined) throw new UsageError('Say whose key it is: --name NAME.');
  const known = keyRole.enumValues.find((one) => one.toLowerCase() === role);
  if (known === undefined) throw new UsageError(`Say what it allows: --role ${ROLES.join('|')}.`);
  return withKeys(terminal, async (database) => {
    const { key, token } = await createKey(database, { name, role: known });
    terminal.print(token);
    terminal.warn(`This is the key of ${printable(key.name)} (${wordFor(known)}). It is not shown again.`);
    return 0;
  });
}

async function list(database: Database, terminal: Terminal): Promise<number> {
  const found = await listKeys(database);
  if (found.length === 0) terminal.print('There are no keys.');
  else for (const line of alignColumns([HEAD, ...found.map(rowOf)])) terminal.print(line);
  return 0;
}

async function revoke(database: Database, terminal: Terminal, nameOrId: string): Promise<number> {
  const key = await revokeKey(database, nameOrId);
  if (key === null) {
    terminal.warn(`banmian key: no valid key has the name or id ${printable(nameOrId)}.`);
    return 1;
  }
  terminal.print(`The key of ${printable(key.name)} (${wordFor(key.role)}) is revoked.`);
  return 0;
}

const HEAD = ['ID', 'NAME', 'ROLE', 'CREATED', 'LAST USED', 'REVOKED'];

function rowOf({ id, name, role, createdAt, lastUsedAt, revokedAt }: ApiKey): string[] {
  return [id, printable(name), wordFor(role), minuteOf(createdAt), minuteOf(lastUsedAt), minuteOf(revokedAt)];
}

function wordFor(role: KeyRole): string {
  return role.toLowerCase();
}

/** In UTC, which every connection uses. */
function minuteOf(instant: string | null): string {
  return instant === null ? '-' : `${instant.slice(0, 16)}Z`;
}
