import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import postgres from 'postgres';
import { startEmbeddedPostgres } from '../../src/store/embedded.ts';
import { isServing, readPostmaster } from '../../src/store/embedded/postmaster.ts';
import { openArchive } from '../query/archive.ts';
import { takeSample } from '../query/sample.ts';
import { createRandom } from '../random.ts';
import { add, removeAdditions } from './addition.ts';
import { startContenders } from './contender.ts';
import type { Contender } from './contender.ts';
import { compareAnswers, measureSlot } from './measure.ts';
import type { Lane } from './measure.ts';
import { questionsAbout } from './question.ts';
import type { Question } from './question.ts';
import { tell } from './report.ts';
import { ownMemoryMb, peakMemoryMb } from './usage.ts';

/**
 * The gateway against PostGraphile and against hand-written SQL, over one archive: `npm run bench:compare -- --data FOLDER`.
 * `--seconds N` is how long to measure (300), `--rounds N` in how many rounds (5), `--only WORD` which questions; `--profile FOLDER`
 * leaves there where each contender's processor time went, which costs them some.
 */
const { values } = parseArgs({
  options: {
    data: { type: 'string', default: join(tmpdir(), 'banmian-archive-100000') },
    seconds: { type: 'string', default: '300' }, rounds: { type: 'string', default: '5' }, only: { type: 'string', default: '' },
    profile: { type: 'string' },
  },
});
const CONNECTIONS = [1, 32];
const here = fileURLToPath(new URL('.', import.meta.url));
const dataFolder = values.data;
const [seconds, rounds] = [Number(values.seconds), Number(values.rounds)];
if (!(seconds > 0) || !(rounds >= 1)) throw new Error('--seconds and --rounds take numbers.');
if (!existsSync(join(dataFolder, 'postgres'))) throw new Error(`There is no archive in ${dataFolder}: npm run bench:archive -- --data ${dataFolder}`);
const running = readPostmaster(join(dataFolder, 'postgres'));
if (running !== null && isServing(join(dataFolder, 'postgres'), running)) throw new Error(`The archive in ${dataFolder} is in use. Measure a copy of it, or later.`);

const stopped = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => stopped.abort(new Error('Stopped before the end.')));

install();
const folder = mkdtempSync(join(tmpdir(), 'banmian-compare-'));
const server = await startEmbeddedPostgres({ dataFolder, settings: ['shared_preload_libraries=pg_stat_statements'] });
const sql = postgres(server.url, { max: 1, fetch_types: false, onnotice() { /* nothing to tell */ }, connection: { application_name: 'compare' } });
let contenders: readonly Contender[] = [];
try {
  const questions = await prepareQuestions();
  contenders = await startContenders({ databaseUrl: server.url, folder, profiles: values.profile });
  await tellCircumstances();
  const lanes: Lane[] = [];
  for (const question of questions) {
    stopped.signal.throwIfAborted();
    lanes.push(...await compareAnswers(question, contenders, statementCounter()));
  }
  console.log(`${questions.reduce((sum, { asked }) => sum + asked.length, 0)} different requests, answered alike by all\n`);
  await measure(lanes);
  tell(lanes, CONNECTIONS, console.log);
  await tellMemory();
} finally {
  await Promise.all(contenders.map((contender) => contender.stop()));
  await removeAdditions(sql);
  await sql.end({ timeout: 5 });
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** Installs what the gateway is measured against, unless the lock is no younger than what is installed. */
function install(): void {
  const [lock, installed] = ['package-lock.json', 'node_modules/.package-lock.json'].map((file) => statSync(join(here, file), { throwIfNoEntry: false })?.mtimeMs ?? 0);
  if (installed! >= lock!) return;
  console.log(`installing in ${here}`);
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: here, stdio: 'inherit' });
}

async function prepareQuestions(): Promise<Question[]> {
  const archive = await openArchive(dataFolder);
  try {
    await add(sql);
    const random = createRandom(1);
    const questions = await questionsAbout(archive, await takeSample(archive, random), random);
    return questions.filter(({ name }) => name.includes(values.only));
  } finally {
    await archive.database.close();
  }
}

/** Counts what the database was asked to execute. */
function statementCounter(): { reset(): Promise<void>; count(): Promise<number> } {
  return {
    reset: async () => void await sql`select compare.pg_stat_statements_reset()`,
    count: async () => (await sql<{ count: number }[]>`
      select coalesce(sum(calls), 0)::int as count from compare.pg_stat_statements where query not like '%pg_stat_statements%'`)[0]!.count,
  };
}

/** In every round every lane has its turn with each number of connections; the contenders of one question follow on each other. */
async function measure(lanes: readonly Lane[]): Promise<void> {
  const random = createRandom(2);
  const shuffled = <Item>(items: readonly Item[]): Item[] => items.map((item) => ({ item, at: random.int(0, 1e9) })).sort((a, b) => a.at - b.at).map(({ item }) => item);
  const questions = [...new Set(lanes.map(({ question }) => question))];
  const turns = CONNECTIONS.flatMap((connections) => questions.map((question) => ({ connections, question })));
  const share = seconds / (rounds + 1) / (lanes.length * CONNECTIONS.length);
  const { pid } = readPostmaster(join(dataFolder, 'postgres'))!;
  // The first round warms up: it compiles, fills caches, and prepares statements on every connection.
  for (let round = -1; round < rounds; round += 1) {
    for (const { connections, question } of shuffled(turns)) {
      for (const lane of shuffled(lanes.filter((lane) => lane.question === question))) {
        stopped.signal.throwIfAborted();
        const slot = await measureSlot(lane, connections, share, random, pid);
        if (round >= 0) lane.slots.set(connections, [...lane.slots.get(connections) ?? [], slot]);
      }
    }
  }
}

async function tellCircumstances(): Promise<void> {
  const [told] = await sql<{ version: string; articles: number }[]>`select current_setting('server_version') as version, (select count(*)::int from articles) as articles`;
  const node = execFileSync(join(here, 'node_modules/.bin/node'), ['--version'], { encoding: 'utf8' }).trim();
  console.log(`${availableParallelism()} × ${cpus()[0]!.model}, load ${loadavg()[0]!.toFixed(1)} before; Node ${node}, Postgres ${told!.version}, ${told!.articles.toLocaleString('en')} articles`);
  console.log(`${seconds} s in ${rounds} rounds and one to warm up; client, servers and database share the processors`);
}

async function tellMemory(): Promise<void> {
  console.log('\nmemory in MB        server, at its peak    its connections to the database');
  for (const { name, pid, applicationName } of contenders) {
    const backends = await sql<{ pid: number }[]>`select pid from pg_stat_activity where application_name = ${applicationName}`;
    const own = backends.reduce((sum, backend) => sum + ownMemoryMb(backend.pid), 0);
    console.log(`  ${name.padEnd(18)}${peakMemoryMb(pid).toFixed(0).padStart(18)}${own.toFixed(0).padStart(24)} in ${backends.length}`);
  }
}
