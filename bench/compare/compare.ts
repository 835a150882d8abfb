import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureImport } from '../import/import.ts';
import { takeSample } from '../query/sample.ts';
import { createRandom } from '../random.ts';
import { lookInto, prepareArchive, withArchive } from './archive-server.ts';
import type { ArchiveServer } from './archive-server.ts';
import { checkOut } from './checkout.ts';
import {
  startBanmian,
  startBanmianOf,
  startCachingBanmian,
  startFloor,
  startPostgraphile,
  withContenders,
} from './contender.ts';
import type { Contender } from './contender.ts';
import { growthQuestions, growthTable } from './growth.ts';
import { compareAnswers, measure, prepareLane } from './measure.ts';
import type { Lane } from './measure.ts';
import { benchFolder, node } from './process.ts';
import { questionsAbout } from './question.ts';
import { figuresTable, ratiosTable } from './report.ts';
import { table } from './table.ts';
import { ownMemoryMb, peakMemoryMb } from './usage.ts';

/**
 * The gateway against PostGraphile and against hand-written SQL, over one archive:
 * `npm run bench:compare -- --articles 100000`. `--data FOLDER` is where the archive is, or is generated;
 * `--tables WORDS` which of answers, gets, growth and import to measure; `--growth SIZES` the archives for the third;
 * `--seconds N` how long to measure for each of the first three (300), `--rounds N` in how many rounds (5);
 * `--against COMMIT` has the gateway of that commit answer too, for the first; `--only WORDS` which questions; `--profile FOLDER` leaves there where the servers' processor time went, which costs
 * them some.
 */
const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '100000' },
    data: { type: 'string' },
    tables: { type: 'string', default: 'answers,gets,growth,import' },
    growth: { type: 'string', default: '10000,100000' },
    issues: { type: 'string', default: '100,1000' },
    seconds: { type: 'string', default: '300' },
    rounds: { type: 'string', default: '5' },
    only: { type: 'string', default: '' },
    against: { type: 'string' },
    profile: { type: 'string' },
  },
});
const CONNECTIONS = [1, 32];
const duration = { seconds: Number(values.seconds), rounds: Number(values.rounds) };
const articles = Number(values.articles);
if (!(duration.seconds > 0) || !(duration.rounds >= 1) || !(articles >= 1))
  throw new Error('--articles, --seconds and --rounds take numbers.');
const numbers = (list: string) => list.split(',').map(Number);
const folderOf = (size: number) =>
  size === articles && values.data !== undefined ? values.data : join(tmpdir(), `banmian-archive-${size}`);

const stopped = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => stopped.abort(new Error('Stopped before the end.')));

const measurements: Readonly<Record<string, (folder: string) => Promise<void>>> = {
  answers: (folder) =>
    withPreparedArchive(articles, true, async (archive) => {
      const at = { archive, folder, profiles: values.profile };
      const other = values.against === undefined ? undefined : checkOut(values.against, folder);
      const starters = [() => startBanmian(at), () => startPostgraphile(at), () => startFloor(at)];
      if (other !== undefined) starters.push(() => startBanmianOf(other, at));
      await withContenders(starters, async (contenders) => {
        const lanes = await compared(archive, contenders);
        const others = contenders.slice(1).map(({ name }) => ratiosTable(lanes, CONNECTIONS, 'Banmian', name));
        const tables = [figuresTable(lanes, CONNECTIONS), ...others, await memoryTable(archive, contenders)];
        console.log(tables.join('\n\n'));
      });
    }),
  gets: (folder) =>
    withPreparedArchive(articles, true, async (archive) => {
      const at = { archive, folder, profiles: values.profile };
      await withContenders([() => startCachingBanmian(at), () => startPostgraphile(at)], async (contenders) => {
        const lanes = await compared(archive, contenders);
        console.log(
          `${figuresTable(lanes, CONNECTIONS)}\n\n${ratiosTable(lanes, CONNECTIONS, 'Banmian GET', 'PostGraphile')}\n\n${ratiosTable(lanes, CONNECTIONS, 'Banmian 304', 'PostGraphile')}`,
        );
      });
    }),
  growth: (folder) => measureGrowth(numbers(values.growth), folder),
  import: (folder) => measureImport(numbers(values.issues), folder, console.log),
};

install();
console.log(
  `${availableParallelism()} × ${cpus()[0]!.model}, load ${loadavg()[0]!.toFixed(1)} before; Node ${execFileSync(node, ['--version'], { encoding: 'utf8' }).trim()}`,
);
console.log('client, servers and database share the processors');
const titles: Readonly<Record<string, string>> = {
  answers: 'Answers worked out anew',
  gets: 'GETs of what was asked before, against POSTs',
  growth: 'Growth with the archive',
  import: 'Import',
};
for (const name of values.tables.split(',')) {
  if (measurements[name] === undefined) throw new Error(`--tables takes ${Object.keys(measurements).join(', ')}.`);
  console.log(`\n## ${titles[name]!}\n`);
  const folder = mkdtempSync(join(tmpdir(), 'banmian-compare-'));
  try {
    await measurements[name](folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Installs what the gateway is measured against, unless the lock is no younger than what is installed. */
function install(): void {
  const [lock, installed] = ['package-lock.json', 'node_modules/.package-lock.json'].map(
    (file) => statSync(join(benchFolder, file), { throwIfNoEntry: false })?.mtimeMs ?? 0,
  );
  if (installed! >= lock!) return;
  console.log(`installing in ${benchFolder}`);
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: benchFolder, stdio: 'inherit' });
}

async function withPreparedArchive(
  size: number,
  forOthers: boolean,
  work: (archive: ArchiveServer) => Promise<void>,
): Promise<void> {
  await prepareArchive(folderOf(size), size);
  await withArchive(folderOf(size), forOthers, async (archive) => {
    if (archive.articles !== size)
      throw new Error(`The archive in ${archive.dataFolder} has ${archive.articles} articles, not ${size}.`);
    await work(archive);
  });
}

/** Has all contenders asked the five questions, and measures them when they answer alike. */
async function compared(archive: ArchiveServer, contenders: readonly Contender[]): Promise<Lane[]> {
  const random = createRandom(1);
  const all = await lookInto(archive, async (inside) =>
    questionsAbout(inside, await takeSample(inside, random), random),
  );
  const questions = all.filter(({ name }) => values.only === '' || values.only.split(',').includes(name));
  if (questions.length === 0) throw new Error(`--only takes ${all.map(({ name }) => name).join(', ')}.`);
  const lanes: Lane[] = [];
  for (const question of questions) {
    stopped.signal.throwIfAborted();
    lanes.push(...(await compareAnswers(question, contenders)));
  }
  const asked = questions.reduce((sum, question) => sum + question.asked.length, 0);
  const [{ version } = { version: '' }] = await archive.sql<
    { version: string }[]
  >`select current_setting('server_version') as version`;
  console.log(
    `${archive.articles.toLocaleString('en')} articles, Postgres ${version}; ${asked} different requests, answered alike by all; ${duration.seconds} s in ${duration.rounds} rounds and one to warm up\n`,
  );
  await measure(lanes, CONNECTIONS, duration, createRandom(2), stopped.signal);
  return lanes;
}

/** The gateway alone, on archives of these sizes in turn, one request at a time. */
async function measureGrowth(sizes: readonly number[], folder: string): Promise<void> {
  const lanes: Lane[] = [];
  const names = sizes.map((size) => `${size.toLocaleString('en')} articles`);
  const within = async (left: readonly number[], contenders: readonly Contender[]): Promise<void> => {
    const [size, ...others] = left;
    if (size === undefined) return measureAll(contenders);
    await withPreparedArchive(size, false, async (archive) => {
      const own = join(folder, String(size));
      mkdirSync(own);
      await withContenders([() => startBanmian({ archive, folder: own, profiles: undefined })], async (started) => {
        const contender = { ...started[0]!, name: names[sizes.indexOf(size)]! };
        for (const question of await lookInto(archive, growthQuestions))
          lanes.push((await prepareLane(question, contender)).lane);
        await within(others, [...contenders, contender]);
      });
    });
  };
  const measureAll = async (contenders: readonly Contender[]): Promise<void> => {
    await measure(lanes, [1], duration, createRandom(2), stopped.signal);
    console.log(
      growthTable(
        lanes,
        contenders.map(({ name }) => name),
      ),
    );
  };
  await within(sizes, []);
}

async function memoryTable({ sql }: ArchiveServer, contenders: readonly Contender[]): Promise<string> {
  return table(
    ['memory in MB', 'server, at its peak', 'its connections', 'of the database'],
    await Promise.all(
      contenders.map(async ({ name, server, applicationName }) => {
        // Of two gateways nobody tells the database which connection is whose.
        const isOneOfSeveral = contenders.filter((other) => other.applicationName === applicationName).length > 1;
        if (isOneOfSeveral) return [name, peakMemoryMb(server.pid).toFixed(0), '', ''];
        const backends = await sql<
          { pid: number }[]
        >`select pid from pg_stat_activity where application_name = ${applicationName}`;
        const own = backends.reduce((sum, backend) => sum + ownMemoryMb(backend.pid), 0);
        return [name, peakMemoryMb(server.pid).toFixed(0), own.toFixed(0), String(backends.length)];
      }),
    ),
  );
}
