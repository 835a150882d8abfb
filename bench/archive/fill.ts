import { openDatabase } from '../../src/store/database.ts';
import type { Database } from '../../src/store/database.ts';
import { startEmbeddedPostgres } from '../../src/store/embedded.ts';
import { migrate } from '../../src/store/migrate.ts';
import { loadArchive } from './load.ts';
import { fillingSettings, multiplyArchive } from './multiply.ts';

/** A larger archive is made of one of this size. */
const WRITTEN = 100_000;

export interface Filling {
  /** null: a private server, kept in `dataFolder`. */
  readonly url: string | null;
  readonly dataFolder: string;
  readonly articles: number;
  readonly seed?: number;
}

/**
 * Fills a database with an invented archive of so many articles, and says how it gets on: as they are written up to
 * 100,000, above that by multiplying these. An archive of a part of the size that is there already is multiplied too.
 */
export async function fillArchive({ url, dataFolder, articles, seed = 1 }: Filling): Promise<void> {
  if (!Number.isInteger(articles) || articles < 1) throw new Error('--articles takes a number of articles.');
  if (articles > WRITTEN && articles % WRITTEN > 0)
    throw new Error(`Above ${WRITTEN} articles, --articles takes a multiple of that.`);
  console.log(url === null ? `private Postgres in ${dataFolder}` : 'the database of DATABASE_URL');
  const server =
    url === null ? await startEmbeddedPostgres({ dataFolder, settings: fillingSettings, progress: console.log }) : null;
  try {
    const database = await openDatabase({ url: url ?? server!.url, dataFolder, poolSize: 2, prepare: true });
    try {
      await migrate(database);
      const held = await articlesIn(database);
      if (held === 0) await loadArchive(database, Math.min(articles, WRITTEN), seed, console.log);
      const part = held === 0 ? Math.min(articles, WRITTEN) : held;
      if (articles % part > 0 || articles === held)
        throw new Error(`This database holds ${held} articles, which cannot become ${articles}.`);
      if (articles > part) await multiplyArchive(database, articles / part, console.log);
      await tell(database);
    } finally {
      await database.close();
    }
  } finally {
    await server?.stop();
  }
}

async function articlesIn({ sql }: Database): Promise<number> {
  return (await sql<{ count: number }[]>`select count(*)::int as count from articles`)[0]!.count;
}

/** Rows and size of each table. */
async function tell({ sql }: Database): Promise<void> {
  const found = await sql<{ name: string; rows: number; size: string }[]>`
    select relname as name, reltuples::int as rows, pg_size_pretty(pg_total_relation_size(oid)) as size
    from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by reltuples desc`;
  for (const { name, rows, size } of found)
    console.log(`${name.padEnd(24)}${String(rows).padStart(10)}${size.padStart(12)}`);
}
