import { linkSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';
import { identityOf, isRunning } from './process-identity.ts';

const PATIENCE_MS = 120_000;
const POLL_MS = 50;
/** The guard is held for microseconds; an older one was left by a process that was killed meanwhile. */
const GUARD_AGE_MS = 5_000;

/**
 * Runs `work` while holding the lock file `path`, which names the process that holds it. Waits for a live holder, at
 * most two minutes; breaks the lock of a dead one.
 * @throws EmbeddedPostgresError when the holder does not release it in time
 */
export async function withStartLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  const identity = identityOf(process.pid);
  for (const deadline = Date.now() + PATIENCE_MS; !claim(path, identity); await pause(POLL_MS)) {
    const holder = holderOf(path);
    if (holder !== null && !isRunning(holder)) breakLock(path, holder);
    else if (Date.now() > deadline) {
      throw new EmbeddedPostgresError(
        `Process ${holder?.split(' ')[0] ?? '?'} has held ${path} for two minutes; end it and start again.`,
      );
    }
  }
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}

/** Creates the file together with its content, so that nobody reads a lock that names no process yet. */
function claim(path: string, content: string): boolean {
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    writeFileSync(draft, content); // On a full disk this fails and leaves an empty file.
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function holderOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

/**
 * Two waiters may find the same dead holder: without the guard the slower one would remove the new lock of the faster
 * one.
 */
function breakLock(path: string, deadHolder: string): void {
  const guard = `${path}.guard`;
  if (!claim(guard, identityOf(process.pid))) {
    const age = Date.now() - (statSync(guard, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > GUARD_AGE_MS) rmSync(guard, { force: true });
    return;
  }
  if (holderOf(path) === deadHolder) rmSync(path, { force: true });
  rmSync(guard, { force: true });
}
