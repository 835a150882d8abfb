import { createHash } from 'node:crypto';
import { printSchema } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { schema } from '../../src/schema/schema.ts';
import { fillArchive } from '../support/archive.ts';
import { createTestDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';
import { startGateway } from '../support/gateway.ts';
import { ask } from '../support/query.ts';
import { statementsOn } from '../support/statements.ts';

let database: TestDatabase;
let empty: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  empty = await createTestDatabase();
  await fillArchive(database);
});
afterAll(async () => {
  await database.drop();
  await empty.drop();
});

const COUNTED = ['publications', 'issues', 'pages', 'articles', 'people', 'organisations', 'agreements', 'tenures'];
const ARCHIVE = `{ archive { counts { ${COUNTED.join(' ')} } firstDay lastDay importedAt schemaVersion readerVersion } }`;

test('the archive tells how much it has, of which days, and which versions serve it', async () => {
  const counts = await Promise.all(
    COUNTED.map(async (name) => {
      const [row] = await database.sql<{ count: number }[]>`select count(*)::int as count from ${database.sql(name)}`;
      return [name, row!.count] as const;
    }),
  );
  const [days] = await database.sql<{ first: string; last: string; at: string }[]>`
    select min(published_on)::text as first, max(published_on)::text as last,
      (select max(imported_at) from pages) as at from issues`;
  expect(await ask(database, ARCHIVE)).toEqual({
    archive: {
      counts: Object.fromEntries(counts),
      firstDay: days!.first,
      lastDay: days!.last,
      importedAt: new Date(days!.at).toISOString(),
      schemaVersion: createHash('sha256').update(printSchema(schema)).digest('hex'),
      readerVersion: expect.stringMatching(/^\d+$/) as string,
    },
  });
  expect(counts.every(([, count]) => count > 0)).toBe(true);
});

test('an empty archive has nothing and no days', async () => {
  expect(await ask(empty, '{ archive { counts { articles people } firstDay lastDay importedAt } }')).toEqual({
    archive: { counts: { articles: 0, people: 0 }, firstDay: null, lastDay: null, importedAt: null },
  });
});

test('all of it costs one statement', async () => {
  await ask(database, ARCHIVE);
  const statements = statementsOn(database.queries);
  await ask(database, ARCHIVE);
  expect(statements).toHaveLength(3); // `ask` asks three times.
});

test('a kept answer is made again when a page comes', async () => {
  const gateway = await startGateway(empty);
  const articles = async () =>
    JSON.parse(await gateway.send({ query: '{ archive { counts { articles } } }' })) as unknown;
  await articles();
  await articles();
  await fillArchive(empty);
  await expect.poll(articles, { timeout: 5_000 }).not.toEqual({ data: { archive: { counts: { articles: 0 } } } });
  await gateway.close();
});
