import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readRegularFile } from '../../src/files/regular-file.ts';
import { FileError } from '../../src/text/file-error.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'banmian-file-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string) => join(folder, name);
const read = (name: string, followLinks = false) => readRegularFile(at(name), { maxBytes: 1024, followLinks });
const text = async (name: string, followLinks = false) =>
  Buffer.from((await read(name, followLinks)) ?? 'none').toString();
const isWindows = process.platform === 'win32';

test('a file is read whole, up to the limit', async () => {
  writeFileSync(at('a'), 'a'.repeat(1024));
  expect(await text('a')).toBe('a'.repeat(1024));
  truncateSync(at('a'), 1025);
  await expect(read('a')).rejects.toThrow(new FileError(at('a'), 'it is larger than 1 kB.'));
});

test('a name that no file has, or can have, gives null', async () => {
  writeFileSync(at('a'), '');
  for (const name of ['none', 'a/b', 'x'.repeat(300)]) expect(await read(name)).toBeNull();
});

describe.skipIf(isWindows)('what is not a regular file is refused at once:', () => {
  test.each<[string, (path: string) => unknown, string]>([
    ['a folder', (path) => mkdirSync(path), 'it is a folder, not a regular file.'],
    ['a pipe that nobody writes to', (path) => execFileSync('mkfifo', [path]), 'it is a pipe, not a regular file.'],
  ])(
    '%s',
    async (_, make, reason) => {
      make(at('a'));
      for (const followLinks of [false, true])
        await expect(read('a', followLinks)).rejects.toThrow(new FileError(at('a'), reason));
    },
    5_000,
  );

  test('a socket', async () => {
    const server = createServer().listen(at('a'));
    try {
      await expect(read('a')).rejects.toThrow('it is a socket');
    } finally {
      server.close();
    }
  });

  test.each([
    ['/dev/zero', 'it is a device'],
    ['none', 'it is a symbolic link that leads nowhere'],
    ['a', 'it is a symbolic link that leads in a circle'],
  ])(
    'a link to %s, also where links are followed',
    async (target, reason) => {
      symlinkSync(target, at('a'));
      await expect(read('a')).rejects.toThrow('it is a symbolic link; --follow-links reads');
      await expect(read('a', true)).rejects.toThrow(reason);
    },
    5_000,
  );
});

test.skipIf(isWindows)('a link to a file is read only where links are followed', async () => {
  writeFileSync(at('a'), '文');
  symlinkSync('a', at('b'));
  await expect(read('b')).rejects.toThrow(FileError);
  expect(await text('b', true)).toBe('文');
});

test.skipIf(process.platform !== 'linux')('a system file that reports no size is limited too', async () => {
  await expect(readRegularFile('/proc/kallsyms', { maxBytes: 1024, followLinks: false })).rejects.toThrow(
    'larger than 1 kB',
  );
});
