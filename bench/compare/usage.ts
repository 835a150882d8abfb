import { readdirSync, readFileSync } from 'node:fs';

/** The kernel counts processor time in these; the same on every Linux. */
const TICK_MS = 10;

/** Processor time in milliseconds of a process, its threads, its children and what those that ended have used. */
export function cpuMs(pid: number): number {
  const parents = new Map<number, number[]>();
  const ticks = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const fields = statOf(name);
    if (fields === null) continue;
    // From the third field on: state, parent …; user, system and those of reaped children are the 14th to the 17th.
    ticks.set(
      Number(name),
      fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0),
    );
    const parent = Number(fields[1]);
    parents.set(parent, [...(parents.get(parent) ?? []), Number(name)]);
  }
  const sum = (process: number): number =>
    (ticks.get(process) ?? 0) + (parents.get(process) ?? []).reduce((all, child) => all + sum(child), 0);
  return sum(pid) * TICK_MS;
}

function statOf(pid: string): string[] | null {
  const stat = textOf(`/proc/${pid}/stat`);
  return stat === '' ? null : stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

/** Empty when the process has just ended. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return '';
  }
}

/** The most memory that a process ever held, in MB; NaN when it has ended. */
export function peakMemoryMb(pid: number): number {
  return kilobytes(`/proc/${pid}/status`, 'VmHWM') / 1024;
}

/** The memory that no other process shares with this one, in MB. */
export function ownMemoryMb(pid: number): number {
  const file = `/proc/${pid}/smaps_rollup`;
  return (kilobytes(file, 'Private_Clean') + kilobytes(file, 'Private_Dirty')) / 1024;
}

function kilobytes(file: string, name: string): number {
  return Number(new RegExp(`^${name}:\\s*(\\d+) kB`, 'm').exec(textOf(file))?.[1]);
}
