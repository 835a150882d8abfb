import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLoaders } from '../../src/load/loaders.ts';
import { PUBLICATION, fillArchive, idOf } from '../support/archive.ts';
import { createTestDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';

const OTHER = idOf('publication', 'other');

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillArchive(database);
  const { sql } = database;
  await sql`insert into publications (id, slug, name) values (${OTHER}, 'other', '另报')`;
  // Two more on a day that has an issue already, one more of unknown day, and one of another newspaper in between.
  for (const [key, publication, day] of [
    ['x', PUBLICATION.id, '2024-03-11'],
    ['y', PUBLICATION.id, '2024-03-11'],
    ['z', PUBLICATION.id, null],
    ['o', OTHER, '2024-03-08'],
  ] as const) {
    await sql`insert into issues (id, publication_id, key, published_on, published_on_basis) values (${idOf(key)}, ${publication}, ${key}, ${day}, ${day && 'STATED'})`;
  }
});
afterAll(() => database.drop());

test('next leads through the issues of one newspaper in the order of the list and previous back again, even over equal days', async () => {
  const load = createLoaders(database);
  const { edges } = await load
    .issuesOfPublication(PUBLICATION.id, { orderBy: { field: 'PUBLISHED_ON', direction: 'ASC' } })
    .page();
  const dated = edges
    .map(({ node }) => node)
    .filter(({ publishedOn }) => publishedOn !== null)
    .map(({ id }) => id);
  expect(dated).toHaveLength(4);
  for (const [at, id] of dated.entries()) {
    expect((await load.issueBefore(id))?.id).toBe(dated[at - 1]);
    expect((await load.issueAfter(id))?.id).toBe(dated[at + 1]);
  }
});

test.each([idOf('issue', 'undated'), idOf('z'), idOf('o')])(
  'an issue of unknown day has no neighbours, nor has the only one of a newspaper',
  async (id) => {
    const load = createLoaders(database);
    expect(await Promise.all([load.issueBefore(id), load.issueAfter(id)])).toEqual([null, null]);
  },
);
