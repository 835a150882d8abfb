import { cpSync, existsSync, lstatSync, readFileSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { handOver, isOpenToAll } from './account.ts';
import type { Account } from './account.ts';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';

export type Program = 'initdb' | 'pg_ctl';

/** The full path of a server program. */
export type Binaries = (program: Program) => string;

/**
 * Finds the server programs that npm installed for this platform. If they cannot be used where they are (links missing
 * in a read-only folder, or a folder closed to `account`), they are copied into `home`.
 * @throws EmbeddedPostgresError when npm installed none
 */
export async function findBinaries(home: string, account: Account | null): Promise<Binaries> {
  const installed = await installedPackage();
  const usable =
    linkLibraries(installed) && (account === null || isOpenToAll(join(installed, 'native', 'bin', 'pg_ctl')));
  const folder = usable ? installed : copyInto(home, installed, account);
  const extension = process.platform === 'win32' ? '.exe' : '';
  return (program) => join(folder, 'native', 'bin', program + extension);
}

async function installedPackage(): Promise<string> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const { pg_ctl } = (await import(`@embedded-postgres/${platform}`)) as { pg_ctl: string };
    return resolve(dirname(pg_ctl), '..', '..');
  } catch (cause) {
    throw new EmbeddedPostgresError(
      `There is no private Postgres for ${platform}. Set DATABASE_URL to a Postgres server.`,
      { cause },
    );
  }
}

/**
 * npm without install scripts skips the package's postinstall, which only makes these links. Returns false if links are
 * missing and cannot be made.
 */
function linkLibraries(folder: string): boolean {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return true; // Windows has none.
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  try {
    for (const { source, target } of links) {
      const path = join(folder, target);
      if (lstatSync(path, { throwIfNoEntry: false }) === undefined) symlinkSync(basename(source), path);
    }
    return true;
  } catch {
    return false;
  }
}

function copyInto(home: string, installed: string, account: Account | null): string {
  const { version } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as { version: string };
  const copy = join(home, `postgres-binaries-${version}`);
  if (existsSync(copy)) return copy;
  const draft = `${copy}.draft`;
  rmSync(draft, { recursive: true, force: true });
  cpSync(installed, draft, { recursive: true, verbatimSymlinks: true });
  linkLibraries(draft);
  handOver(draft, account);
  renameSync(draft, copy);
  for (const name of readdirSync(home)) {
    if (name.startsWith('postgres-binaries-') && join(home, name) !== copy)
      rmSync(join(home, name), { recursive: true, force: true });
  }
  return copy;
}
