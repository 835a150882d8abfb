import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { handOver } from './account.ts';
import type { Binaries } from './binaries.ts';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';
import type { Home } from './home.ts';
import { clearStalePostmaster } from './postmaster.ts';
import { runProgram } from './run-program.ts';

export const SERVER_USER = 'banmian';
const START_ATTEMPTS = 3;

/** Creates the database files, all or nothing: what a killed initdb leaves is not usable. */
export async function createCluster(home: Home, binaries: Binaries): Promise<void> {
  for (const name of readdirSync(home.folder)) {
    if (name.startsWith('postgres.draft-')) rmSync(join(home.folder, name), { recursive: true, force: true });
  }
  const draft = join(home.folder, `postgres.draft-${randomBytes(6).toString('hex')}`);
  mkdirSync(draft, { mode: 0o700 });
  handOver(draft, home.account);
  await runProgram(
    binaries('initdb'),
    [
      '-D',
      draft,
      '-U',
      SERVER_USER,
      '-A',
      'scram-sha-256',
      `--pwfile=${home.passwordFile}`,
      '--no-instructions',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8', // The same on every machine, whatever its LANG is.
    ],
    home.account,
  );
  renameSync(draft, home.data);
}

export function hasCluster(home: Home): boolean {
  return existsSync(join(home.data, 'PG_VERSION'));
}

/**
 * Starts the server on this port or a free one, for local connections only. pg_ctl detaches it: Ctrl-C must not reach
 * the server before the gateway has drained. `settings` are server settings as `name=value`.
 * @throws EmbeddedPostgresError when it does not start
 */
export async function startServer(
  home: Home,
  binaries: Binaries,
  settings: readonly string[],
  port?: number,
): Promise<void> {
  await clearStalePostmaster(home.data);
  for (let attempt = 1; ; attempt++) {
    const options = [
      `-p ${port ?? (await freePort())}`,
      ...['listen_addresses=127.0.0.1', "unix_socket_directories=''", 'max_connections=100', ...settings].map(
        (s) => `-c ${s}`,
      ),
    ];
    try {
      await runProgram(
        binaries('pg_ctl'),
        ['start', '-w', '-s', '-t', '60', '-D', home.data, '-l', logOf(home), '-o', options.join(' ')],
        home.account,
      );
      return;
    } catch (cause) {
      // Another program may have taken the port, or children of a killed server may still be ending.
      if (attempt === START_ATTEMPTS)
        throw new EmbeddedPostgresError(
          `The private Postgres does not start: ${lastComplaint(home)} (${logOf(home)})`,
          { cause },
        );
      await pause(500);
    }
  }
}

/** Stops the server. @throws EmbeddedPostgresError when it has not stopped within so many seconds */
export function stopServer(home: Home, binaries: Binaries, seconds = 60): Promise<void> {
  return runProgram(
    binaries('pg_ctl'),
    ['stop', '-m', 'fast', '-w', '-s', '-t', String(seconds), '-D', home.data],
    home.account,
  );
}

function logOf(home: Home): string {
  return join(home.data, 'server.log');
}

function lastComplaint(home: Home): string {
  const lines = existsSync(logOf(home)) ? readFileSync(logOf(home), 'utf8').split('\n') : [];
  const line = lines.findLast((l) => /\b(FATAL|PANIC):/.test(l));
  return line?.replace(/^.*?\b(FATAL|PANIC):\s*/, '') ?? 'it says nothing';
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer()
      .once('error', fail)
      .listen(0, '127.0.0.1', () => {
        const { port } = probe.address() as AddressInfo;
        probe.close(() => {
          done(port);
        });
      });
  });
}
