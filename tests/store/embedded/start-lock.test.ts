import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { identityOf, isRunning } from '../../../src/store/embedded/process-identity.ts';
import { withStartLock } from '../../../src/store/embedded/start-lock.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'banmian-lock-'));
  path = join(folder, 'lock');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Runs several at once and returns how many were inside at the same time at most. */
async function crowd(size: number): Promise<number> {
  let inside = 0;
  let most = 0;
  await Promise.all(
    Array.from({ length: size }, () =>
      withStartLock(path, async () => {
        most = Math.max(most, ++inside);
        await pause(5);
        inside--;
      }),
    ),
  );
  return most;
}

test('one process at a time holds the lock, and nothing is left behind', async () => {
  expect(await crowd(5)).toBe(1);
  expect(readdirSync(folder)).toEqual([]);
});

test('the lock of a dead process is broken by one of many waiters', async () => {
  writeFileSync(path, '999999999 1');
  expect(await crowd(5)).toBe(1);
  expect(readdirSync(folder)).toEqual([]);
});

test('work that fails releases the lock', async () => {
  await expect(withStartLock(path, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await crowd(1)).toBe(1);
});

test('a process is told from a later one with the same pid', () => {
  expect(isRunning(identityOf(process.pid))).toBe(true);
  expect(isRunning(`${process.pid} 1`)).toBe(false);
  expect(isRunning('999999999')).toBe(false);
  expect(isRunning('')).toBe(false);
});

/** A file system of 64 kB with no room left, or null where none can be mounted. */
function mountFull(): string | null {
  const full = join(folder, 'full');
  mkdirSync(full);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', full], { stdio: 'ignore' });
  } catch {
    return null; // Only root of a Linux that allows it may.
  }
  try {
    writeFileSync(join(full, 'filler'), Buffer.alloc(1024 * 1024));
  } catch {
    /* It is full now. */
  }
  return full;
}

test('on a full disk no lock is taken, and nothing is left behind', async ({ skip }) => {
  const full = mountFull();
  if (full === null) return skip('no file system can be mounted here');
  try {
    const before = readdirSync(full);
    await expect(withStartLock(join(full, 'lock'), async () => 'work')).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(readdirSync(full)).toEqual(before);
  } finally {
    execFileSync('umount', [full]);
  }
});
