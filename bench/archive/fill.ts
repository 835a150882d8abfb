import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openDatabase } from '../../src/store/database.ts';
import type { Database } from '../../src/store/database.ts';
import { migrate } from '../../src/store/migrate.ts';
import { reindex } from '../../src/store/reindex.ts';
import { generateArchive } from './generate.ts';
import { loadRows } from './load.ts';

/**
 * Fills an empty database with an invented archive: `npm run bench:archive -- --articles 100000`. The database is that of
 * DATABASE_URL, else a private one in the folder that `--data` names.
 */
const { values } = parseArgs({ options: { articles: { type: 'string', default: '10000' }, seed: { type: 'string', default: '1' }, data: { type: 'string' } } });
const articles = Number(values.articles);
if (!Number.isInteger(articles) || articles < 1) throw new Error('--articles takes a number of articles.');
const dataFolder = values.data ?? join(tmpdir(), `banmian-archive-${articles}`);
const url = process.env['DATABASE_URL'] || null;
console.log(url === null ? `private Postgres in ${dataFolder}` : 'the database of DATABASE_URL');

const database = await openDatabase({ url, dataFolder, poolSize: 2, prepare: true, progress: console.log });
try {
  await migrate(database);
  const [found] = await database.sql<{ holds: boolean }[]>`select exists (select from articles) as holds`;
  if (found!.holds) throw new Error('This database holds articles already: an archive is generated into an empty one only.');
  await timed('generated and loaded', () => load(database));
  await timed('worked out what is derived', () => reindex(database));
  await timed('vacuumed and analysed', () => database.sql.unsafe('vacuum analyze'));
  await tell(database);
} finally {
  await database.close();
}

async function load(database: Database): Promise<void> {
  let loaded = 0;
  for (const rows of generateArchive(articles, Number(values.seed))) {
    await loadRows(database, rows);
    loaded += rows.articles.length;
    if (Math.floor(loaded / 10_000) > Math.floor((loaded - rows.articles.length) / 10_000)) console.log(`  ${loaded} articles, ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`);
  }
}

async function timed(what: string, work: () => Promise<unknown>): Promise<void> {
  const start = performance.now();
  await work();
  console.log(`${what} in ${((performance.now() - start) / 1000).toFixed(1)} s, ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB at the end`);
}

/** Rows and size of each table. */
async function tell({ sql }: Database): Promise<void> {
  const found = await sql<{ name: string; rows: number; size: string }[]>`
    select relname as name, reltuples::int as rows, pg_size_pretty(pg_total_relation_size(oid)) as size
    from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by reltuples desc`;
  for (const { name, rows, size } of found) console.log(`${name.padEnd(24)}${String(rows).padStart(10)}${size.padStart(12)}`);
}
