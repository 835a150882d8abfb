import { setTimeout as wait } from 'node:timers/promises';

/** Waits for the time, or until the signal is aborted; never rejects. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return wait(milliseconds, undefined, { signal }).catch(() => {});
}
