import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Asked, Question } from './question.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
/** The Node that all contenders run on. */
const node = join(here, 'node_modules/.bin/node');

/** A server that answers the questions, and how they are put to it. */
export interface Contender {
  readonly name: string;
  /** By which its connections are known to the database. */
  readonly applicationName: string;
  readonly pid: number;
  readonly url: string;
  bodyOf(question: Question, asked: Asked): unknown;
  stop(): Promise<void>;
}

interface Declaration extends Pick<Contender, 'name' | 'applicationName' | 'bodyOf'> {
  readonly words: readonly string[];
}

const declarations: readonly Declaration[] = [
  {
    name: 'Banmian',
    applicationName: 'banmian',
    words: [join(here, '../../bin/banmian.js'), 'serve'],
    bodyOf: ({ banmian: query }, { banmian: variables }) => ({ query, variables }),
  },
  {
    name: 'PostGraphile',
    applicationName: 'postgraphile',
    words: [join(here, 'postgraphile.js')],
    bodyOf: ({ postgraphile: query }, { postgraphile: variables }) => ({ query, variables }),
  },
  { name: 'floor', applicationName: 'floor', words: [join(here, 'floor.ts')], bodyOf: (_, { floor }) => floor },
];

/** Where to start contenders. */
export interface Surroundings {
  readonly databaseUrl: string;
  /** For what they write. */
  readonly folder: string;
  /** Where each is to leave a profile of its processor time when it ends. */
  readonly profiles: string | undefined;
}

/** Starts one after the other. What was started is ended again when one does not start. */
export async function startContenders(surroundings: Surroundings): Promise<Contender[]> {
  const started: Contender[] = [];
  try {
    for (const declaration of declarations) started.push(await start(declaration, surroundings));
    return started;
  } catch (error) {
    await Promise.all(started.map((contender) => contender.stop()));
    throw error;
  }
}

async function start({ words, ...told }: Declaration, { databaseUrl, folder, profiles }: Surroundings): Promise<Contender> {
  const log = join(folder, `${told.applicationName}.log`);
  const url = new URL(databaseUrl);
  // The gateway names itself and takes no other settings from the address.
  if (told.applicationName !== 'banmian') url.searchParams.set('application_name', told.applicationName);
  const profiling = profiles === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${join(profiles, told.applicationName)}`];
  const child = spawn(node, [...profiling, ...words], {
    stdio: ['ignore', 'pipe', openSync(log, 'w')],
    env: {
      ...process.env, NODE_ENV: 'production', HOST: '127.0.0.1', PORT: '0', DATABASE_URL: url.href,
      BANMIAN_SEEDS: mkdtempSync(join(folder, 'no-seeds-')),
      // What it keeps of earlier answers would be all that is measured.
      BANMIAN_CACHE_BYTES: '0',
    },
  });
  const stop = () => end(child);
  try {
    return { ...told, pid: child.pid!, url: await readyUrl(child), stop };
  } catch (cause) {
    await stop();
    throw new Error(`${told.name} does not start: ${readFileSync(log, 'utf8').slice(-2_000)}`, { cause });
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

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await Promise.race([ended, pause(5_000, null, { ref: false })]);
  child.kill('SIGKILL');
  await ended;
}
