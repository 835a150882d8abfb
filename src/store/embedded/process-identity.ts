import { readFileSync } from 'node:fs';

/**
 * A process as `pid start-time`. A pid alone is not enough: after a container's restart a small pid belongs to
 * another program, often to ourselves. Where /proc is missing it is the pid alone.
 */
export function identityOf(pid: number): string {
  const stat = processStat(pid);
  return stat === null ? String(pid) : `${pid} ${stat.startedAt}`;
}

/** Whether the process that `identityOf` named still runs. A zombie that nobody reaped does not. */
export function isRunning(identity: string): boolean {
  const pid = Number(identity.split(' ')[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !hasPid(pid)) return false;
  if (processStat(pid)?.state === 'Z') return false;
  return !identity.includes(' ') || identity === identityOf(pid);
}

/** Whether the pid is taken, be it by a zombie or by another user's process. */
export function hasPid(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

export interface ProcessStat {
  readonly name: string;
  /** One letter as in ps(1): `Z` is a zombie. */
  readonly state: string;
  /** Clock ticks after the machine's start. */
  readonly startedAt: string;
}

/** What Linux tells of a process; null elsewhere, and when there is none. */
export function processStat(pid: number): ProcessStat | null {
  let text: string;
  try {
    text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return null;
  }
  // The name may hold blanks and brackets: what follows is counted from the last one.
  const close = text.lastIndexOf(')');
  const rest = text.slice(close + 2).split(' ');
  return { name: text.slice(text.indexOf('(') + 1, close), state: rest[0] ?? '', startedAt: rest[19] ?? '' };
}
