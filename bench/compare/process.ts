import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** The folder of the package that measuring needs. */
export const benchFolder = fileURLToPath(new URL('..', import.meta.url));
/** The folder of the repository. */
export const repositoryFolder = join(benchFolder, '..');
/** The gateway's program. */
export const banmian = join(repositoryFolder, 'bin/banmian.js');
/** The Node that everything measured runs on. */
export const node = join(benchFolder, 'node_modules/.bin/node');

export interface Program {
  /** For messages and files. */
  readonly name: string;
  /** What Node is called with. */
  readonly words: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** For what it writes. */
  readonly folder: string;
  /** Where it is to leave a profile of its processor time when it ends. */
  readonly profiles: string | undefined;
}

export interface Running {
  readonly pid: number;
  readonly url: string;
  /** The end of what it logged, if it has ended by itself. */
  lastWords(): string | null;
  stop(): Promise<void>;
}

/** Starts a server that prints `ready:` with its address. Throws with the end of its log when it does not start. */
export async function start({ name, words, environment, folder, profiles }: Program): Promise<Running> {
  const log = join(folder, `${name}.log`);
  const profiling = profiles === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${join(profiles, name)}`];
  const child = spawn(node, [...profiling, ...words], {
    stdio: ['ignore', 'pipe', openSync(log, 'w')],
    env: { ...process.env, NODE_ENV: 'production', GRAPHILE_ENV: 'production', ...environment },
  });
  const stop = () => end(child);
  try {
    const url = await readyUrl(child);
    return { pid: child.pid!, url, stop, lastWords: () => (isOver(child) ? endOf(log) : null) };
  } catch (cause) {
    await stop();
    throw new Error(`${name} does not start: ${endOf(log)}`, { cause });
  }
}

/** What stands behind `ready:` on its standard output. */
async function readyUrl(child: ChildProcess): Promise<string> {
  let told = '';
  return new Promise((resolve, reject) => {
    child.once('error', reject).once('exit', (code) => reject(new Error(`It ended with ${code}: ${told}`)));
    child.stdout!.on('data', (chunk: Buffer) => {
      told += String(chunk);
      const url = /ready: (http\S+)\n/.exec(told)?.[1];
      if (url !== undefined) resolve(url);
    });
    setTimeout(() => reject(new Error(`It is not ready after a minute: ${told}`)), 60_000).unref();
  });
}

function endOf(log: string): string {
  return readFileSync(log, 'utf8').slice(-2_000);
}

function isOver({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

async function end(child: ChildProcess): Promise<void> {
  if (isOver(child)) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await Promise.race([ended, pause(5_000, null, { ref: false })]);
  child.kill('SIGKILL');
  await ended;
}
