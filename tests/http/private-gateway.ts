import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';
import { startBanmian, type Running } from '../commands/banmian.ts';

/**
 * `serve` with a private Postgres in a folder of its own, to be started and stopped repeatedly. Nothing here waits for
 * ever.
 */
export class PrivateGateway {
  readonly #folder = mkdtempSync(join(tmpdir(), 'banmian-fault-'));
  readonly #variables: Readonly<Record<string, string>>;
  #running: Running | null = null;
  #url = '';

  constructor(variables: Readonly<Record<string, string>>) {
    this.#variables = variables;
    chmodSync(this.#folder, 0o755); // As root the server runs as another user.
  }

  get url(): string {
    return this.#url;
  }

  /** Starts it and waits until it is ready. */
  async start(): Promise<void> {
    // Under npm it ends with the process that started it.
    const environment = {
      BANMIAN_DATA: this.#folder,
      PORT: '0',
      LOG_LEVEL: 'warn',
      npm_lifecycle_event: 'start',
      ...this.#variables,
    };
    this.#running = startBanmian(['serve'], environment);
    [, this.#url = ''] = await within(45, this.#running.until(/ready: (http\S+)/));
  }

  /** Tells it to stop; returns how many seconds it took. @throws Error when it takes too long or fails */
  async stop(): Promise<number> {
    if (this.#running === null) return 0;
    const began = performance.now();
    this.#running.process.kill('SIGTERM');
    const { code, stderr } = await within(25, this.#running.ended);
    if (code !== 0) throw new Error(`It ended with ${code}: ${stderr.slice(-1_000)}`);
    return (performance.now() - began) / 1_000;
  }

  /** Kills it; its Postgres keeps running. */
  kill(): void {
    this.#running?.process.kill('SIGKILL');
    this.signalServer('SIGCONT');
  }

  /** Ends Postgres too and removes the folder. */
  async remove(): Promise<void> {
    this.kill();
    for (let attempt = 0; attempt < 50 && this.#serverProcesses().length > 0; attempt += 1) {
      this.signalServer('SIGKILL');
      await pause(100);
    }
    rmSync(this.#folder, { recursive: true, force: true });
  }

  stdout(): string {
    return this.#running?.stdout() ?? '';
  }

  /** The status of `/ready`, and what it says. */
  async readiness(): Promise<readonly [number, unknown]> {
    const response = await fetch(new URL('/ready', this.#url), { signal: AbortSignal.timeout(5_000) });
    return [response.status, await response.json()];
  }

  postmaster(): number {
    return Number(this.#postmasterFile()[0]);
  }

  /** Every process of the server. */
  signalServer(name: NodeJS.Signals): void {
    for (const pid of this.#serverProcesses()) {
      try {
        process.kill(pid, name);
      } catch {
        /* It has ended meanwhile. */
      }
    }
  }

  async withSql<Result>(work: (sql: postgres.Sql) => Promise<Result>): Promise<Result> {
    const password = readFileSync(join(this.#folder, 'postgres.password'), 'utf8');
    const sql = postgres(`postgres://banmian:${password}@127.0.0.1:${this.#postmasterFile()[3]}/postgres`, { max: 1 });
    try {
      return await within(20, work(sql));
    } finally {
      await sql.end({ timeout: 1 });
    }
  }

  #postmasterFile(): readonly string[] {
    return readFileSync(join(this.#folder, 'postgres/postmaster.pid'), 'utf8').split('\n');
  }

  #serverProcesses(): readonly number[] {
    if (!existsSync(this.#folder)) return [];
    const home = join(realpathSync(this.#folder), 'postgres');
    const worksHere = (pid: string): boolean => {
      try {
        return readlinkSync(`/proc/${pid}/cwd`) === home && !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
      } catch {
        return false; // It has ended meanwhile, or is another user's.
      }
    };
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name) && worksHere(name))
      .map(Number);
  }
}

/** @throws Error when it takes longer than so many seconds */
async function within<Result>(seconds: number, work: Promise<Result>): Promise<Result> {
  const ended = new AbortController();
  const late = pause(seconds * 1_000, undefined, { signal: ended.signal }).then(() => {
    throw new Error(`It took longer than ${seconds} s.`);
  });
  late.catch(() => {
    /* The work was in time. */
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    ended.abort();
  }
}
