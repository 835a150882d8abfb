import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { handOver, isOpenToAll } from './account.ts';
import type { Account } from './account.ts';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';

/** Where the private Postgres of one data folder keeps its things. */
export interface Home {
  readonly folder: string;
  /** The database files. */
  readonly data: string;
  readonly passwordFile: string;
  readonly lock: string;
  readonly users: string;
}

/**
 * The home lies in the data folder. When the server's account cannot walk to that (a folder under /root), it lies
 * under /var/tmp, which outlives a restart of the machine.
 */
export function prepareHome(dataFolder: string, account: Account | null): Home {
  const wanted = resolve(dataFolder);
  const closed = account !== null && !isOpenToAll(wanted);
  const folder = closed ? join('/var/tmp', `banmian-${createHash('sha256').update(wanted).digest('hex').slice(0, 16)}`) : wanted;
  mkdirSync(folder, { recursive: true });
  if (closed) {
    if (statSync(folder).uid !== process.getuid?.()) throw new EmbeddedPostgresError(`${folder} belongs to another user; remove it.`);
    chmodSync(folder, 0o755);
  }
  return {
    folder,
    data: join(folder, 'postgres'),
    passwordFile: join(folder, 'postgres.password'),
    lock: join(folder, 'postgres.lock'),
    users: join(folder, 'postgres.users'),
  };
}

/** Reads the server's password, which the first call makes up. */
export function readPassword(home: Home, account: Account | null): string {
  if (!existsSync(home.passwordFile)) {
    writeFileSync(home.passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
    handOver(home.passwordFile, account); // initdb reads it.
  }
  return readFileSync(home.passwordFile, 'utf8');
}
