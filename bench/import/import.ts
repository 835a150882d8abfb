import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { openDatabase } from '../../src/store/database.ts';
import { migrate } from '../../src/store/migrate.ts';
import { banmian, node } from '../compare/process.ts';
import { table } from '../compare/table.ts';
import { cpuMs, peakMemoryMb } from '../compare/usage.ts';
import { writePages } from './page-folder.ts';

/**
 * How fast `banmian import` stores generated pages, as a program of its own and into an empty private database, for
 * each of these numbers of issues; beside it how long reading the same pages takes that stores nothing.
 */
export async function measureImport(
  sizes: readonly number[],
  folder: string,
  print: (line: string) => void,
): Promise<void> {
  const rows: string[][] = [];
  for (const issues of sizes) {
    const pagesFolder = join(folder, `pages-${issues}`);
    const pages = writePages(pagesFolder, issues);
    const reading = await run(['--import', 'tsx', join(import.meta.dirname, 'read-pages.ts'), pagesFolder], {});
    const database = await openDatabase({
      url: null,
      dataFolder: join(folder, `data-${issues}`),
      poolSize: 1,
      prepare: true,
    });
    try {
      await migrate(database);
      const importing = await run([banmian, 'import', pagesFolder], { DATABASE_URL: database.url });
      const [stored] = await database.sql<
        { articles: number; pages: number }[]
      >`select (select count(*)::int from articles) as articles, (select count(*)::int from pages) as pages`;
      if (stored!.pages !== pages) throw new Error(`Of ${pages} pages ${stored!.pages} are stored.`);
      rows.push([
        `${issues.toLocaleString('en')} issues`,
        ...[pages, stored!.articles].map((count) => count.toLocaleString('en')),
        importing.seconds.toFixed(0),
        (pages / importing.seconds).toFixed(0),
        (stored!.articles / importing.seconds).toFixed(0),
        importing.cpuSeconds.toFixed(0),
        importing.peakMb.toFixed(0),
        reading.seconds.toFixed(0),
        reading.peakMb.toFixed(0),
      ]);
    } finally {
      await database.close();
    }
  }
  print(
    table(
      [
        'import of',
        'pages',
        'articles',
        'seconds',
        'pages/s',
        'articles/s',
        'its CPU s',
        'its peak MB',
        'reading alone: seconds',
        'peak MB',
      ],
      rows,
    ),
  );
}

interface Ran {
  readonly seconds: number;
  /** Of the program alone, without the database. */
  readonly cpuSeconds: number;
  readonly peakMb: number;
}

const LOOK_MS = 100;

/** Runs a program of the comparison's Node to its end. Throws when it fails. */
async function run(words: readonly string[], environment: Readonly<Record<string, string>>): Promise<Ran> {
  const start = performance.now();
  const child = spawn(node, words, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production', ...environment },
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += String(chunk);
  });
  let [cpu, peakMb] = [0, 0];
  // The kernel forgets both when the program ends.
  const looking = setInterval(() => {
    if (child.exitCode !== null) return;
    const [cpuNow, peakNow] = [cpuMs(child.pid!), peakMemoryMb(child.pid!)];
    // It may have ended meanwhile.
    if (Number.isFinite(peakNow)) [cpu, peakMb] = [cpuNow, peakNow];
  }, LOOK_MS);
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('exit', resolve));
  clearInterval(looking);
  if (code !== 0) throw new Error(`It ended with ${String(code)}: ${said.slice(-2_000)}`);
  return { seconds: (performance.now() - start) / 1000, cpuSeconds: cpu / 1000, peakMb };
}
