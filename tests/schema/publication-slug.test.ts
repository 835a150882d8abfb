import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { schema } from '../../src/schema/schema.ts';
import { fillArchive } from '../support/archive.ts';
import { argumentPaths } from '../support/argument-path.ts';
import { argumentSamples } from '../support/argument-sample.ts';
import { createTestDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';
import { answer, ask } from '../support/query.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillArchive(database);
});
afterAll(() => database.drop());

/** Every argument that takes the slug of a newspaper, with a document that reads what is left. */
const paths = argumentPaths(schema, argumentSamples)
  .filter(({ name }) => /\bpublication\)$/.test(name))
  .map(({ name, document }) => ({
    name,
    argument: /\((.*)\)$/.exec(name)![1]!,
    document: document.replace(
      '{ __typename }',
      name.includes('filter') ? '{ totalCount nodes { __typename } }' : '{ __typename }',
    ),
  }));

test('every list that can be narrowed to a newspaper is tested', () => {
  expect(paths.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      'Query.articles(filter.publication)',
      'Query.people(filter.publication)',
      'Query.search(filter.publication)',
      'Query.officeHolders(publication)',
    ]),
  );
});

describe('slugs that no newspaper has', () => {
  test.each(paths)('$name refuses and names the slug of no newspaper', async ({ document, argument }) => {
    const { errors } = await answer(database, document, { value: 'yunxi-bo' });
    expect(errors.length).toBeGreaterThan(0);
    for (const error of errors)
      expect(error).toMatchObject({
        message: expect.stringContaining(`\`${argument}\``),
        extensions: { code: 'BAD_ARGUMENT' },
      });
    expect(errors[0]!.message).toContain('"yunxi-bo"');
    expect((await answer(database, document, { value: 'yunxi-bao' })).errors).toEqual([]);
  });
});

test('an empty list stays empty for an existing newspaper, and is refused for a missing one', async () => {
  const query =
    'query ($publication: String) { agreements(filter: { publication: $publication, kinds: [] }) { totalCount } search(query: "无此事物", filter: { publication: $publication }) { totalCount facets { types { count } } } }';
  expect(await ask(database, query, { publication: 'yunxi-bao' })).toEqual({
    agreements: { totalCount: 0 },
    search: { totalCount: 0, facets: { types: [] } },
  });
  expect((await answer(database, query, { publication: 'other' })).errors).toMatchObject([
    { extensions: { code: 'BAD_ARGUMENT' } },
  ]);
});
