import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ingestPage } from '../../../src/ingest.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { startGateway, type TestGateway } from '../../support/gateway.ts';
import { keyFor } from '../../support/key.ts';
import { rowVersions } from '../../support/rows.ts';
import { givenPage } from './given-page.ts';

let database: TestDatabase;
let gateway: TestGateway;
let importer: { readonly authorization: string };
beforeEach(async () => {
  database = await createTestDatabase();
  for (const day of [1, 2]) {
    const { text, file, metadata } = givenPage(day);
    await ingestPage(database, { raw: text, file, stated: metadata });
  }
  importer = await keyFor(database, 'IMPORTER');
  gateway = await startGateway(database);
});
afterEach(async () => {
  await gateway.close();
  await database.drop();
});

const REMOVE = `mutation Remove($input: RemovePagesInput!) {
  removePages(input: $input) {
    __typename
    ... on PagesRemoved {
      isDryRun
      pages { file publication publicationName publishedOn issueNumber number }
      counts { pages articles issues publications }
    }
    ... on Error { message code }
    ... on NotAllowedError { requiredRole }
    ... on InvalidInputError { field }
  }
}`;
const COUNT = '{ issues { totalCount } articles { totalCount } }';

async function remove(input: object, headers: Record<string, string> = importer): Promise<unknown> {
  const response = await gateway.post(REMOVE, { input }, headers);
  const { data, errors } = (await response.json()) as { data?: { removePages: unknown }; errors?: unknown };
  expect([response.status, errors]).toEqual([200, undefined]);
  return data?.removePages;
}

const counted = async () => ((await (await gateway.post(COUNT)).json()) as { data: unknown }).data;
const having = (issues: number, articles: number) => ({
  issues: { totalCount: issues },
  articles: { totalCount: articles },
});
const second = { publication: 'yunxiu-bao', issues: ['2025-03-02'] };

test('an issue is removed, and no answer after that is older', async () => {
  for (let sight = 1; sight <= 3; sight += 1) expect(await counted()).toEqual(having(2, 2));
  await expect.poll(() => gateway.cache?.epoch).toBeGreaterThan(0);
  const page = {
    file: 'yunxiu/2025-03-02/01.txt',
    publication: 'yunxiu-bao',
    publicationName: '云岫报',
    publishedOn: '2025-03-02',
    issueNumber: null,
    number: 1,
  };
  expect(await remove(second)).toEqual({
    __typename: 'PagesRemoved',
    isDryRun: false,
    pages: [page],
    counts: { pages: 1, articles: 1, issues: 1, publications: 0 },
  });
  expect(await counted()).toEqual(having(1, 1));
});

test('a dry run tells the same and writes nothing', async () => {
  const before = await rowVersions(database);
  const dry = await remove({ ...second, dryRun: true });
  const { api_keys: keys, ...rest } = await rowVersions(database);
  expect({ ...rest, api_keys: before['api_keys'] }).toEqual(before);
  expect(keys).toHaveLength(1);
  expect(dry).toMatchObject({ isDryRun: true, counts: { pages: 1 } });
  expect(await remove(second)).toEqual({ ...(dry as object), isDryRun: false });
});

test('files are removed by path, or the end of it', async () => {
  expect(await remove({ files: ['2025-03-01/01.txt', './yunxiu//2025-03-02/01.txt'] })).toMatchObject({
    counts: { pages: 2, publications: 1 },
  });
  expect(await counted()).toEqual(having(0, 0));
});

describe('what is not removed', () => {
  test.each([
    ['by nobody', null, 'Callers without a key may not do this; it takes a key of the role IMPORTER.'],
    ['by a reader', 'READER', 'Keys of the role READER may not do this; it takes a key of the role IMPORTER.'],
    ['by an editor', 'EDITOR', 'Keys of the role EDITOR may not do this; it takes a key of the role IMPORTER.'],
  ] as const)('nothing is removed %s, who is told so by name', async (_, role, message) => {
    const headers = role === null ? {} : await keyFor(database, role);
    for (const dryRun of [true, false])
      expect(await remove({ ...second, dryRun }, headers)).toEqual({
        __typename: 'NotAllowedError',
        code: 'NOT_ALLOWED',
        message,
        requiredRole: 'IMPORTER',
      });
    expect(await counted()).toEqual(having(2, 2));
  });

  test.each<[object, string]>([
    [{ files: ['none.txt'] }, 'none.txt: no such page is stored.'],
    [{ publication: 'no-bao' }, 'no-bao: no such page is stored.'],
    [{ ...second, issues: ['2025-03-02', '999'] }, 'issue 999 of yunxiu-bao: no such page is stored.'],
    [{ files: ['/etc/hostname'] }, 'etc/hostname: no such page is stored.'],
  ])('what is not stored is told by name, and nothing is removed: %j', async (input, message) => {
    expect(await remove(input)).toEqual({ __typename: 'NotFoundError', code: 'NOT_FOUND', message });
    expect(await counted()).toEqual(having(2, 2));
  });

  test.each<[object, string | null, string]>([
    [{}, null, 'Name `files`, or a `publication`.'],
    [{ publication: 'yunxiu-bao', issues: [] }, 'issues', '`issues` is empty; leave it out to mean all issues.'],
    [{ publication: 'yunxiu-bao', files: [] }, 'files', '`files` is empty; leave it out to mean all files.'],
    [{ issues: ['1'] }, 'publication', 'Name the `publication` that the issues are of.'],
    [{ publication: 'x'.repeat(201) }, null, '`input.publication` must be at most 200 characters; it is 201.'],
    [{ files: Array.from({ length: 101 }, () => 'x') }, null, '`input.files` must have at most 100 items; it has 101.'],
    [{ files: ['x'.repeat(1_001)] }, null, '`input.files` must be at most 1000 characters; it is 1001.'],
  ])('an input that can mean nothing is told by name: %j', async (input, field, message) => {
    expect(await remove(input)).toEqual({ __typename: 'InvalidInputError', code: 'BAD_ARGUMENT', message, field });
    expect(await counted()).toEqual(having(2, 2));
  });

  test('a path that several files end in is told by name', async () => {
    expect(await remove({ files: ['01.txt'] })).toMatchObject({
      __typename: 'InvalidInputError',
      message: expect.stringMatching(/^01\.txt is the name of 2 stored files: /) as string,
    });
  });
});
