import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { handOver, isOpenToAll, serverAccount } from './account.ts';
import type { Account } from './account.ts';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';

/** Where the private Postgres of a data folder keeps its files, and which account runs it. */
export interface Home {
  readonly account: Account | null;
  readonly folder: string;
  /** The database files. */
  readonly data: string;
  readonly passwordFile: string;
  readonly lock: string;
  readonly users: string;
}

/**
 * The home is in the data folder. If the server's account cannot reach that (a folder under /root), it is under
 * /var/tmp, which survives a restart of the machine.
 * @throws EmbeddedPostgresError when another user owns that
 */
export function prepareHome(dataFolder: string): Home {
  const wanted = resolve(dataFolder);
  const data = join(wanted, 'postgres');
  const account = serverAccount(data);
  if (account === null || existsSync(data) || isOpenToAll(wanted)) {
    mkdirSync(wanted, { recursive: true });
    return homeAt(wanted, account);
  }
  const elsewhere = join('/var/tmp', `banmian-${createHash('sha256').update(wanted).digest('hex').slice(0, 16)}`);
  mkdirSync(elsewhere, { recursive: true });
  if (statSync(elsewhere).uid !== process.getuid?.())
    throw new EmbeddedPostgresError(`${elsewhere} belongs to another user; remove it.`);
  chmodSync(elsewhere, 0o755); // The umask may have closed it.
  return homeAt(elsewhere, account);
}

function homeAt(folder: string, account: Account | null): Home {
  return {
    account,
    folder,
    data: join(folder, 'postgres'),
    passwordFile: join(folder, 'postgres.password'),
    lock: join(folder, 'postgres.lock'),
    users: join(folder, 'postgres.users'),
  };
}

/** Reads the server's password, which the first call generates. */
export function readPassword(home: Home): string {
  if (!existsSync(home.passwordFile)) {
    writeFileSync(home.passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
    handOver(home.passwordFile, home.account); // initdb reads it.
  }
  return readFileSync(home.passwordFile, 'utf8');
}
