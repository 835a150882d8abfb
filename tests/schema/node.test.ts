import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encodeGlobalId } from '../../src/schema/global-id.ts';
import { PUBLICATION, fillArchive, idOf } from '../support/archive.ts';
import { createTestDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';
import { answer, ask } from '../support/query.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillArchive(database);
});
afterAll(() => database.drop());

const NODE = 'query ($id: ID!) { node(id: $id) { __typename id } }';

test.each([
  ['Publication', PUBLICATION.id],
  ['Issue', idOf('issue', '2024-03-04')],
  ['Article', idOf('article', '2024-03-04', 'port')],
  ['Person', idOf('person', '林澄')],
  ['Organisation', idOf('organisation', '云溪区')],
  ['Agreement', idOf('agreement', '2024-03-04', 0)],
] as const)('the id of every %s finds it again', async (__typename, uuid) => {
  const id = encodeGlobalId({ __typename, id: uuid });
  expect(id).toMatch(/^[\w-]+$/);
  expect(await ask(database, NODE, { id })).toEqual({ node: { __typename, id } });
});

test('nodes keeps the order asked for, with null for what the archive does not hold', async () => {
  const person = encodeGlobalId({ __typename: 'Person', id: idOf('person', '林澄') });
  const nobody = encodeGlobalId({ __typename: 'Person', id: idOf('person', '无此人') });
  const issue = encodeGlobalId({ __typename: 'Issue', id: idOf('issue', 'undated') });
  expect(
    await ask(database, 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: [person, nobody, issue, person] }),
  ).toEqual({
    nodes: [{ id: person }, null, { id: issue }, { id: person }],
  });
});

describe('malformed ids', () => {
  test.each([
    ['no base64', '版面'],
    ['an unknown type', Buffer.from(`Robot:${idOf('x')}`).toString('base64url')],
    ['a bare uuid', idOf('person', '林澄')],
    ['no uuid', Buffer.from("Person:' or true").toString('base64url')],
  ])('%s is refused with BAD_ID', async (_, id) => {
    expect(await answer(database, NODE, { id })).toMatchObject({
      data: { node: null },
      errors: [{ extensions: { code: 'BAD_ID' } }],
    });
  });

  test('one malformed id among several leaves the others readable', async () => {
    const person = encodeGlobalId({ __typename: 'Person', id: idOf('person', '林澄') });
    expect(
      await answer(database, 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: ['x', person] }),
    ).toMatchObject({
      data: { nodes: [null, { id: person }] },
      errors: [{ path: ['nodes', 0], extensions: { code: 'BAD_ID' } }],
    });
  });
});

test('more than 100 ids are refused', async () => {
  const ids = Array.from({ length: 101 }, () => 'x');
  expect((await answer(database, 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids })).errors).toMatchObject([
    { extensions: { code: 'BAD_ARGUMENT' } },
  ]);
});
