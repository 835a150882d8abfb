import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { generatePage } from '../../bench/generate-page.ts';
import { runBanmian } from './banmian.ts';

let folder: string;
let disk: string;
let isMounted: boolean;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'banmian-disk-'));
  chmodSync(folder, 0o755);
  disk = join(folder, 'disk');
  mkdirSync(disk);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=120m,mode=755', 'tmpfs', disk], { stdio: 'ignore' });
    isMounted = true;
  } catch {
    isMounted = false;
  }
});
afterEach(() => {
  if (isMounted) execFileSync('umount', [disk]);
  rmSync(folder, { recursive: true, force: true });
});

test('a full disk stops the import with one line, and leaves no lock, user or server behind', async ({ skip }) => {
  if (!isMounted) return skip('no file system can be mounted here');
  const data = join(disk, 'data');
  const pages = join(folder, 'pages');
  mkdirSync(pages);
  for (let i = 0; i < 20; i += 1) writeFileSync(join(pages, `${i}.txt`), generatePage(i));
  expect(await runBanmian(['migrate'], { BANMIAN_DATA: data })).toMatchObject({ code: 0 });
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(join(disk, 'filler'), Buffer.alloc(bavail * bsize - 1_000_000));
  const { code, stderr } = await runBanmian(['import', pages], { BANMIAN_DATA: data });
  expect(code).toBe(1);
  expect(stderr).toMatch(
    /^(?:starting the private Postgres\n)banmian import: The disk of the database is full\. The import stopped: \d+ imported, \d+ of 20 files not tried\.\n$/,
  );
  expect(readdirSync(data).sort()).toEqual(['postgres', 'postgres.password', 'postgres.users']);
  expect(readdirSync(join(data, 'postgres.users'))).toEqual([]);
  const pidFile = join(data, 'postgres', 'postmaster.pid');
  expect(existsSync(pidFile) ? readFileSync(pidFile, 'utf8') : '').toBe('');
});
