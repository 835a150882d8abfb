import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openDatabase } from '../../src/store/database.ts';
import type { Database } from '../../src/store/database.ts';
import { migrate } from '../../src/store/migrate.ts';
import { loadArchive } from './load.ts';

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
  await loadArchive(database, articles, Number(values.seed), console.log);
  await tell(database);
} finally {
  await database.close();
}

/** Rows and size of each table. */
async function tell({ sql }: Database): Promise<void> {
  const found = await sql<{ name: string; rows: number; size: string }[]>`
    select relname as name, reltuples::int as rows, pg_size_pretty(pg_total_relation_size(oid)) as size
    from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by reltuples desc`;
  for (const { name, rows, size } of found) console.log(`${name.padEnd(24)}${String(rows).padStart(10)}${size.padStart(12)}`);
}
