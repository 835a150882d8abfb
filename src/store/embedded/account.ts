import { chownSync, existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The user that runs the server's programs. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/**
 * Postgres refuses to run as root. For root it runs as the owner of the data, and before there is any as `nobody`,
 * which every Linux has. null: as the current user.
 */
export function serverAccount(data: string): Account | null {
  if (process.getuid?.() !== 0) return null;
  const owner = statSync(data, { throwIfNoEntry: false });
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const line = /^nobody:.*$/m.exec(existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8') : '')?.[0];
  const [, , uid, gid] = line?.split(':') ?? [];
  return { uid: Number(uid ?? 65534), gid: Number(gid ?? 65534) };
}

/** Whether any user may reach the path: /root is closed to `nobody`. What does not exist yet counts as open. */
export function isOpenToAll(path: string): boolean {
  for (let at = path; ; at = dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

/** Gives the path, and all below it, to the account. */
export function handOver(path: string, account: Account | null): void {
  if (account === null) return;
  chownSync(path, account.uid, account.gid);
  if (!statSync(path).isDirectory()) return;
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    if (!entry.isSymbolicLink()) handOver(join(path, entry.name), account);
  }
}
