import { readFileSync, readdirSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { hasPid, processStat } from './process-identity.ts';

/** The server that a data folder's `postmaster.pid` names. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

/** Returns null when no server has opened the folder, or the last one closed it in order. */
export function readPostmaster(data: string): Postmaster | null {
  try {
    const [pid, , , port] = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(pid), port: Number(port) };
  } catch {
    return null;
  }
}

/** Whether it is a running server of this very folder: its pid may be a zombie, or another program's by now. */
export function isServing(data: string, { pid }: Postmaster): boolean {
  if (!hasPid(pid)) return false;
  const stat = processStat(pid);
  if (stat === null) return true; // Not Linux: a connection has to prove it.
  return stat.state !== 'Z' && stat.name === 'postgres' && worksIn(pid, data) !== false;
}

/**
 * Removes the file of a server that is gone although its pid is taken: Postgres would take it for a running server.
 * Not before the killed server's last children have ended, for they still write to the folder.
 */
export async function clearStalePostmaster(data: string): Promise<void> {
  const stale = readPostmaster(data);
  if (stale === null || isServing(data, stale) || !hasPid(stale.pid)) return; // Postgres itself sees a free pid.
  for (let tries = 0; tries < 50 && hasServerProcess(data); tries++) await pause(100);
  if (!hasServerProcess(data)) rmSync(join(data, 'postmaster.pid'), { force: true });
}

function hasServerProcess(data: string): boolean {
  return readdirSync('/proc').some((name) => /^\d+$/.test(name) && worksIn(Number(name), data) === true);
}

/** Every server process has the data folder as its working folder. null when that may not be seen. */
function worksIn(pid: number, data: string): boolean | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(data);
  } catch {
    return null;
  }
}
