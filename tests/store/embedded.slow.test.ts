import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startEmbeddedPostgres } from '../../src/store/embedded.ts';
import { identityOf, isRunning } from '../../src/store/embedded/process-identity.ts';

let dataFolder: string;
let children: ChildProcessWithoutNullStreams[];
beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'banmian-embedded-'));
  chmodSync(dataFolder, 0o755);
  children = [];
});
afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  const server = serverPid();
  if (server !== null && isRunning(identityOf(server))) process.kill(server, 'SIGKILL');
  rmSync(dataFolder, { recursive: true, force: true });
});

const start = () => startEmbeddedPostgres({ dataFolder });
const serverPid = () => {
  const file = join(dataFolder, 'postgres', 'postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : null;
};

/** Another process that uses the server; yields it and the server's address once it has one. */
async function startProcess(): Promise<{ child: ChildProcessWithoutNullStreams; url: string }> {
  const child = spawn(process.execPath, [
    '--import',
    'tsx',
    join(import.meta.dirname, 'embedded-process.ts'),
    dataFolder,
  ]);
  children.push(child);
  child.stderr.pipe(process.stderr);
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, url: line.toString().trim() };
}

async function end(child: ChildProcessWithoutNullStreams, how: 'stop' | 'kill'): Promise<void> {
  const ended = once(child, 'exit');
  if (how === 'stop') child.stdin.end();
  else child.kill('SIGKILL');
  await ended;
}

async function ask(url: string, statement: string): Promise<unknown> {
  const sql = postgres(url, { max: 1 });
  try {
    return [...(await sql.unsafe(statement))];
  } finally {
    await sql.end();
  }
}

test('a first start creates a server, a stop leaves no process, and a second start finds the data', async () => {
  const lines: string[] = [];
  const first = await startEmbeddedPostgres({ dataFolder, progress: (line) => lines.push(line) });
  expect(lines).toEqual([
    `creating a private Postgres in ${join(dataFolder, 'postgres')}`,
    'starting the private Postgres',
  ]);
  await ask(first.url, `create table t as select '版面' as word`);
  const pid = identityOf(serverPid()!);
  await first.stop();
  expect(isRunning(pid)).toBe(false);
  const second = await start();
  expect(await ask(second.url, 'select * from t')).toEqual([{ word: '版面' }]);
  await second.stop();
});

test('two first starts at once share one server, and the last one to leave stops it', async () => {
  const [one, two] = await Promise.all([startProcess(), startProcess()]);
  expect(one.url).toBe(two.url);
  await end(one.child, 'stop');
  expect(await ask(two.url, 'select 1 as n')).toEqual([{ n: 1 }]);
  const pid = identityOf(serverPid()!);
  await end(two.child, 'stop');
  expect(isRunning(pid)).toBe(false);
});

test('the server that a killed process left is taken over and stopped at the end', async () => {
  const { child, url } = await startProcess();
  const pid = identityOf(serverPid()!);
  await end(child, 'kill');
  expect(isRunning(pid)).toBe(true);
  const next = await start();
  expect(next.url).toBe(url);
  await next.stop();
  expect(isRunning(pid)).toBe(false);
});

test('a start after process and server were killed recovers what was written', async () => {
  const { child, url } = await startProcess();
  await ask(url, 'create table t as select 1 as n');
  process.kill(serverPid()!, 'SIGKILL');
  await end(child, 'kill');
  const next = await start();
  expect(await ask(next.url, 'select * from t')).toEqual([{ n: 1 }]);
  await next.stop();
});

test('a killed server is started again at the same address by one of its users', async () => {
  const lines: string[] = [];
  const one = await startEmbeddedPostgres({ dataFolder, progress: (line) => lines.push(line) });
  await ask(one.url, 'create table t as select 1 as n');
  const kill = async (): Promise<void> => {
    const pid = serverPid()!;
    process.kill(pid, 'SIGKILL');
    await expect.poll(() => ask(one.url, 'select * from t').catch(() => null), { timeout: 20_000 }).toEqual([{ n: 1 }]);
    expect(serverPid()).not.toBe(pid);
  };
  await kill();
  await expect
    .poll(() => lines.slice(-2))
    .toEqual(['The private Postgres has ended; starting it again (1 of 5).', 'The private Postgres runs again.']);
  const other = await startProcess();
  await kill();
  const pid = identityOf(serverPid()!);
  await end(other.child, 'stop');
  expect(isRunning(pid)).toBe(true);
  await one.stop();
  expect(isRunning(pid)).toBe(false);
});

test('a server that hangs is left running when it does not stop in time', async () => {
  const lines: string[] = [];
  const server = await startEmbeddedPostgres({ dataFolder, progress: (line) => lines.push(line) });
  const pid = serverPid()!;
  process.kill(pid, 'SIGSTOP');
  await server.stop(1);
  expect(lines.at(-1)).toBe(
    `The private Postgres in ${join(dataFolder, 'postgres')} (process ${pid}) does not stop; it is left running.`,
  );
  process.kill(pid, 'SIGCONT');
  await expect.poll(() => isRunning(identityOf(pid)), { timeout: 20_000 }).toBe(false);
});

test('a start works after a first start was killed', async () => {
  const gone = spawn(process.execPath, ['--version']);
  await once(gone, 'exit');
  writeFileSync(join(dataFolder, 'postgres.lock'), String(gone.pid));
  mkdirSync(join(dataFolder, 'postgres.draft-0123'));
  const server = await start();
  await server.stop();
  expect(readdirSync(dataFolder).sort()).toEqual(['postgres', 'postgres.password', 'postgres.users']);
});

test('a server that cannot start says why in one sentence', async () => {
  await expect(startEmbeddedPostgres({ dataFolder, settings: ['no_such_setting=1'] })).rejects.toThrow(
    /^The private Postgres does not start: unrecognized configuration parameter "no_such_setting" \(.*server\.log\)$/,
  );
});
