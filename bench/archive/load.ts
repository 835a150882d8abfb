import type { Database } from '../../src/store/database.ts';
import { reindex } from '../../src/store/reindex.ts';
import { insertAll } from '../../src/store/transaction.ts';
import { generateArchive } from './generate.ts';
import { tableNames, tables } from './row.ts';

/**
 * Fills a migrated database with an invented archive of so many articles, with all that is derived from it. `progress`
 * takes lines for the terminal. Throws, having written nothing, when the database holds articles.
 */
export async function loadArchive(
  database: Database,
  articles: number,
  seed = 1,
  progress: (line: string) => void = () => {},
): Promise<void> {
  const { sql, drizzle } = database;
  const [found] = await sql<{ holds: boolean }[]>`select exists (select from articles) as holds`;
  if (found!.holds) throw new Error('This database holds articles: an archive is generated into an empty one only.');

  const timed = async (what: string, work: () => Promise<unknown>) => {
    const start = performance.now();
    await work();
    progress(
      `${what} in ${((performance.now() - start) / 1000).toFixed(1)} s; ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`,
    );
  };
  let loaded = 0;
  const step = Math.max(1, Math.floor(articles / 10));
  await timed('generated and loaded', async () => {
    for (const rows of generateArchive(articles, seed)) {
      // With every constraint of the tables, all rows of a batch or none.
      await drizzle.transaction(async (tx) => {
        for (const name of tableNames) await insertAll(tx, tables[name], rows[name]);
      });
      const before = loaded;
      loaded += rows.articles.length;
      if (Math.floor(loaded / step) > Math.floor(before / step)) progress(`  ${loaded} articles`);
    }
  });
  await timed('worked out what is derived', () => reindex(database));
  await timed('vacuumed and analysed', () => sql.unsafe('vacuum analyze'));
}
