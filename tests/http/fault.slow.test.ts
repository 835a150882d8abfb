import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, readdirSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startBanmian, type Running } from '../commands/banmian.ts';

interface Answer {
  readonly at: number;
  readonly milliseconds: number;
  readonly status: number;
  readonly code: string;
}

let dataFolder: string;
let gateway: Running & { readonly url: string };
let load: ChildProcess;
let answers: Answer[];

beforeEach(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'banmian-fault-'));
  chmodSync(dataFolder, 0o755);
  const running = startBanmian(['serve'], { BANMIAN_DATA: dataFolder, PORT: '0', LOG_LEVEL: 'warn' });
  gateway = { ...running, url: (await running.until(/ready: (http\S+)/))[1]! };
  load = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'fault-load.ts'), gateway.url], { stdio: ['pipe', 'pipe', 'inherit'] });
  answers = [];
  createInterface({ input: load.stdout! }).on('line', (line) => answers.push(JSON.parse(line) as Answer));
  await expect.poll(() => answers.filter(({ status }) => status === 200).length, { timeout: 60_000 }).toBeGreaterThan(200);
});

afterEach(async () => {
  load.kill();
  signal(serverProcesses(), 'SIGCONT');
  gateway.process.kill('SIGTERM');
  const end = setTimeout(() => gateway.process.kill('SIGKILL'), 30_000);
  await gateway.ended;
  clearTimeout(end);
  signal(serverProcesses().slice(0, 1), 'SIGKILL');
  await expect.poll(serverProcesses, { timeout: 20_000 }).toEqual([]);
  rmSync(dataFolder, { recursive: true, force: true });
});

/** The postmaster, and every process that works for it. */
function serverProcesses(): number[] {
  const data = realpathSync(dataFolder);
  const worksHere = (pid: string): boolean => {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === join(data, 'postgres') && !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
    } catch {
      return false;
    }
  };
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name) && worksHere(name)).map(Number).sort((a, b) => a - b);
}

function postmaster(): number {
  return Number(readFileSync(join(dataFolder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
}

function signal(pids: readonly number[], name: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, name);
    } catch { /* It has ended meanwhile. */ }
  }
}

function databaseUrl(): string {
  const [, , , port] = readFileSync(join(dataFolder, 'postgres/postmaster.pid'), 'utf8').split('\n');
  return `postgres://banmian:${readFileSync(join(dataFolder, 'postgres.password'), 'utf8')}@127.0.0.1:${port}/postgres`;
}

interface Findings {
  readonly answers: number;
  readonly codes: Readonly<Record<string, number>>;
  readonly longestSeconds: number;
  /** From the end of the fault to the first good answer that was asked for after it. */
  readonly recoverySeconds: number;
}

/** What was answered of what was asked since the fault began, once all is well again. */
async function recovered(fault: string, began: number, ended: number): Promise<Findings> {
  await expect.poll(() => answers.some(({ at, status }) => at >= ended && status === 200), { timeout: 60_000 }).toBe(true);
  const first = answers.find(({ at, status }) => at >= ended && status === 200)!;
  await pause(3_000);
  const asked = answers.filter(({ at }) => at >= began - 100);
  const codes: Record<string, number> = {};
  for (const { status, code } of asked) codes[`${status} ${code}`] = (codes[`${status} ${code}`] ?? 0) + 1;
  const findings = {
    answers: asked.length, codes,
    longestSeconds: Math.max(...asked.map(({ milliseconds }) => milliseconds)) / 1_000,
    recoverySeconds: (first.at + first.milliseconds - ended) / 1_000,
  };
  console.log(fault, findings);
  // Since then all is well: the last second has good answers alone.
  expect(answers.filter(({ at }) => at > Date.now() - 1_000).every(({ status }) => status === 200)).toBe(true);
  return findings;
}

async function readiness(): Promise<readonly [number, unknown]> {
  const response = await fetch(new URL('/ready', gateway.url));
  return [response.status, await response.json()];
}

const expected = (codes: readonly string[]) => ({ ...Object.fromEntries(codes.map((code) => [code, expect.any(Number) as unknown])) });

test('Postgres stopped under load: 503 within seconds, then at once; it is found again by itself', async () => {
  const began = Date.now();
  signal(serverProcesses(), 'SIGSTOP');
  await pause(12_000);
  expect(await readiness()).toEqual([503, { status: 'no database', reason: 'The database does not answer.' }]);
  signal(serverProcesses(), 'SIGCONT');
  const { codes, longestSeconds, recoverySeconds } = await recovered('stopped for 12 s', began, Date.now());
  expect(codes).toEqual(expected(['200 well', '503 UNAVAILABLE']));
  expect(longestSeconds).toBeLessThan(8);
  expect(recoverySeconds).toBeLessThan(5);
  expect((await readiness())[0]).toBe(200);
});

test('Postgres killed under load: it is started again', async () => {
  const began = Date.now();
  process.kill(postmaster(), 'SIGKILL');
  await gateway.until(/The private Postgres runs again\./);
  const { codes, longestSeconds } = await recovered('killed', began, Date.now());
  expect(codes).toEqual(expected(['200 well', '503 UNAVAILABLE']));
  expect(longestSeconds).toBeLessThan(8);
  expect((Date.now() - began) / 1_000).toBeLessThan(40);
});

test('a table locked under load: what needs it is told that it took too long, and nothing is lost', async () => {
  const sql = postgres(databaseUrl(), { max: 1 });
  const began = Date.now();
  await sql.begin(async (tx) => {
    await tx`lock table articles in access exclusive mode`;
    await pause(14_000);
  });
  const ended = Date.now();
  await sql.end();
  const { codes, longestSeconds } = await recovered('locked for 14 s', began, ended);
  expect(Object.keys(codes).filter((code) => !['200 well', '200 TIMEOUT', '503 TIMEOUT', '503 UNAVAILABLE'].includes(code))).toEqual([]);
  expect(longestSeconds).toBeLessThan(17);
});

test('one backend stopped under load: the others answer', async () => {
  const sql = postgres(databaseUrl(), { max: 1 });
  const [{ pid } = { pid: 0 }] = await sql<{ pid: number }[]>`
    select pid from pg_stat_activity where application_name = 'banmian' and query like '%articles%' order by query_start desc limit 1`;
  await sql.end();
  const began = Date.now();
  process.kill(pid, 'SIGSTOP');
  await pause(15_000);
  const meanwhile = answers.filter(({ at }) => at > began + 2_000);
  expect(meanwhile.filter(({ status }) => status === 200).length).toBeGreaterThan(0.9 * meanwhile.length);
  process.kill(pid, 'SIGCONT');
  const { codes, longestSeconds } = await recovered('one backend stopped for 15 s', began, Date.now());
  expect(Object.keys(codes).filter((code) => !['200 well', '200 TIMEOUT', '503 TIMEOUT'].includes(code))).toEqual([]);
  expect(longestSeconds).toBeLessThan(17);
});

test('told to stop while Postgres is stopped under load, it has ended within seconds', async () => {
  signal(serverProcesses(), 'SIGSTOP');
  await pause(500);
  const began = Date.now();
  gateway.process.kill('SIGTERM');
  const { code } = await gateway.ended;
  console.log('stopped, then SIGTERM: ended after', (Date.now() - began) / 1_000, 's with', code);
  expect(code).toBe(0);
  expect(Date.now() - began).toBeLessThan(10_000);
  expect(gateway.stdout()).toContain('does not stop; it is left running.');
  expect(answers.every(({ milliseconds }) => milliseconds < 8_000)).toBe(true);
});
