import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase, type Database } from '../../src/store/database.ts';
import { savePage } from '../../src/store/page-writer.ts';
import { analyze } from '../../src/store/analyze.ts';
import { lengthenArchive } from '../load/large-archive.ts';
import { fillArchive } from '../support/archive.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { organisation, pageOf, person } from './page-fixture.ts';

let owner: TestDatabase;
let database: Database;
beforeAll(async () => {
  owner = await createTestDatabase();
  await fillArchive(owner);
  await lengthenArchive(owner);
  await analyze(owner.drizzle);
  database = await openDatabase({ url: owner.url, dataFolder: '', poolSize: 1, prepare: true });
});
afterAll(async () => {
  await database.close();
  await owner.drop();
});

/** How many rows and index entries the database was asked for so far. */
async function rowsRead(): Promise<number> {
  await database.sql`select pg_stat_force_next_flush()`;
  const [row] = await database.sql<{ read: number }[]>`
    select ((select sum(seq_tup_read) from pg_stat_user_tables) + (select sum(idx_tup_read) from pg_stat_user_indexes))::int as read`;
  return row!.read;
}

test('an import reads no more in a large archive than in a small one, whatever it names', async () => {
  const before = await rowsRead();
  await savePage(
    database,
    pageOf('a.txt', [
      {
        headline: '云溪区来访',
        body: '青禾集团昨日接待云溪区一行，林澄、陆一鸣到场。',
        facts: (words) => ({
          organisations: [organisation('云溪区', words, { kind: 'GOVERNMENT' }), organisation('青禾集团', words)],
          people: ['林澄', '陆一鸣'].map((name) =>
            person(name, words, { roles: [{ role: 'ATTENDED', evidence: words('到场') }] }),
          ),
        }),
      },
    ]),
  );
  // Half of it counts, by index, the 5,000 articles that name the organisation; no table of facts is read whole
  // (420,000 rows).
  expect((await rowsRead()) - before).toBeLessThan(12_000);
});
