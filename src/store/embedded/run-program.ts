import { spawn } from 'node:child_process';
import { basename, dirname } from 'node:path';
import type { Account } from './account.ts';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';

/**
 * Runs a server program as the account until it ends.
 * @throws EmbeddedPostgresError with the last line of its output when it fails
 */
export function runProgram(path: string, args: readonly string[], account: Account | null): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn(path, args, {
      ...account,
      cwd: dirname(path), // The current folder may be closed to the account.
      env: { LC_ALL: 'C' }, // PGPORT, PGDATA and the like are meant for other servers.
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString();
      });
    }
    const name = basename(path);
    child.once('error', (cause) => {
      fail(new EmbeddedPostgresError(`${name} cannot be run: ${cause.message}.`, { cause }));
    });
    child.once('exit', (code, signal) => {
      if (code === 0) done();
      else
        fail(
          new EmbeddedPostgresError(`${name} failed (${signal ?? code}): ${output.trim().split('\n').at(-1) ?? ''}`),
        );
    });
  });
}
