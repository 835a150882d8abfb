import { readFileSync, readdirSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { hasPid, processStat } from './process-identity.ts';

/** The server named in the `postmaster.pid` of a data folder. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

/** Reads it; null when no server has opened the folder, or the last one closed it properly. */
export function readPostmaster(data: string): Postmaster | null {
  try {
    const [pid, , , port] = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(pid), port: Number(port) };
  } catch {
    return null;
  }
}

/** Whether it is a running server of this folder: its pid may be that of a zombie or of another program by now. */
export function isServing(data: string, { pid }: Postmaster): boolean {
  if (!hasPid(pid)) return false;
  const stat = processStat(pid);
  if (stat === null) return true; // Not Linux: only a connection can tell.
  return stat.state !== 'Z' && stat.name === 'postgres' && worksIn(pid, data) !== false;
}

/**
 * Removes the file of a dead server whose pid is taken again: Postgres would take that for a running server. Waits for
 * the last children of a killed server, which still write to the folder.
 */
export async function clearStalePostmaster(data: string): Promise<void> {
  const stale = readPostmaster(data);
  if (stale === null || isServing(data, stale) || !hasPid(stale.pid)) return; // Postgres itself notices a free pid.
  for (let tries = 0; tries < 50 && hasServerProcess(data); tries++) await pause(100);
  if (!hasServerProcess(data)) rmSync(join(data, 'postmaster.pid'), { force: true });
}

function hasServerProcess(data: string): boolean {
  return readdirSync('/proc').some((name) => /^\d+$/.test(name) && worksIn(Number(name), data) === true);
}

/** Whether the process works in the data folder, as all server processes do. null if that cannot be seen. */
function worksIn(pid: number, data: string): boolean | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(data);
  } catch {
    return null;
  }
}
