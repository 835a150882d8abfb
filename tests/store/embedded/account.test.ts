import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isOpenToAll, serverAccount } from '../../../src/store/embedded/account.ts';
import { prepareHome } from '../../../src/store/embedded/home.ts';

const isRoot = process.getuid?.() === 0;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'banmian-account-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('the server runs as the current user, or as another one for root', () => {
  const account = serverAccount(join(folder, 'postgres'));
  if (isRoot) expect(account!.uid).toBeGreaterThan(0);
  else expect(account).toBeNull();
});

test('for root the server runs as the owner of existing data', () => {
  const data = join(folder, 'postgres');
  mkdirSync(data);
  if (isRoot) chownSync(data, 1234, 1235);
  expect(serverAccount(data)).toEqual(isRoot ? { uid: 1234, gid: 1235 } : null);
  expect(prepareHome(folder).data).toBe(data);
});

test('a folder is open to all only if all folders above it are', () => {
  const inner = join(folder, 'inner');
  mkdirSync(inner, { mode: 0o755 });
  chmodSync(folder, 0o755);
  expect(isOpenToAll(join(inner, 'not-there-yet'))).toBe(true);
  chmodSync(folder, 0o700);
  expect(isOpenToAll(inner)).toBe(false);
});

test('the home is elsewhere if the folder is closed to the server’s user', () => {
  chmodSync(folder, 0o700);
  const home = prepareHome(join(folder, '.banmian'));
  if (isRoot) expect(home.folder).toMatch(/^\/var\/tmp\/banmian-[0-9a-f]{16}$/);
  else expect(home.folder).toBe(join(folder, '.banmian'));
  rmSync(home.folder, { recursive: true, force: true });
});
