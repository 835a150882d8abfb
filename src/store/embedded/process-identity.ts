import { readFileSync } from 'node:fs';

/**
 * A process as `pid start-time`. A pid alone is not enough: after a restart of the container a small pid belongs to
 * another program, often to ourselves. Without /proc it is the pid alone.
 */
export function identityOf(pid: number): string {
  const stat = processStat(pid);
  return stat === null ? String(pid) : `${pid} ${stat.startedAt}`;
}

/** Whether the process named by `identityOf` still runs. A zombie does not. */
export function isRunning(identity: string): boolean {
  const pid = Number(identity.split(' ')[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !hasPid(pid)) return false;
  if (processStat(pid)?.state === 'Z') return false;
  return !identity.includes(' ') || identity === identityOf(pid);
}

/** Whether the pid is taken, also by a zombie or by the process of another user. */
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

/** What Linux reports of a process; null on other systems, and if there is no such process. */
export function processStat(pid: number): ProcessStat | null {
  let text: string;
  try {
    text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return null;
  }
  // The name may contain blanks and brackets: the fields are counted from the last bracket.
  const close = text.lastIndexOf(')');
  const rest = text.slice(close + 2).split(' ');
  return { name: text.slice(text.indexOf('(') + 1, close), state: rest[0] ?? '', startedAt: rest[19] ?? '' };
}
