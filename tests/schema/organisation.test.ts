import { afterAll, beforeAll, expect, test } from 'vitest';
import { encodeGlobalId } from '../../src/schema/global-id.ts';
import { addNewspaper, fillArchive, idOf } from '../support/archive.ts';
import { createTestDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';
import { ask } from '../support/query.ts';

const COMPANY = encodeGlobalId({ __typename: 'Organisation', id: idOf('organisation', '青禾集团') });

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillArchive(database);
  await addNewspaper(database, 'other');
});
afterAll(() => database.drop());

test.each(['青禾集团', '青禾', '青 禾'])('an organisation is found as %j', async (name) => {
  expect(
    await ask(database, 'query ($name: String!) { organisations(filter: { name: $name }) { nodes { name } } }', {
      name,
    }),
  ).toEqual({ organisations: { nodes: [{ name: '青禾集团' }] } });
});

test('the words of a title that implies an organisation are not a name of it', async () => {
  expect(await ask(database, '{ organisations(filter: { name: "区委书记" }) { totalCount } }')).toEqual({
    organisations: { totalCount: 0 },
  });
});

test('an organisation has its other names with their proof, its articles and agreements', async () => {
  expect(
    await ask(
      database,
      `query ($id: ID!) { organisation(id: $id) { category parent { name } children { totalCount }
    aliases { name evidence { quote article { issue { number } } } }
    articles { totalCount edges { names evidence { quote } node { issue { number } } } } agreements(first: 1) { totalCount nodes { instrumentTitle } } } }`,
      { id: COMPANY },
    ),
  ).toEqual({
    organisation: {
      category: 'COMPANY',
      parent: null,
      children: { totalCount: 0 },
      aliases: [{ name: '青禾', evidence: { quote: '青禾', article: { issue: { number: 101 } } } }],
      articles: {
        totalCount: 3,
        edges: [102, 101, null].map((number) => ({
          names: ['青禾集团', '青禾'],
          evidence: [{ quote: '青禾集团' }, { quote: '青禾' }],
          node: { issue: { number } },
        })),
      },
      agreements: { totalCount: 6, nodes: [{ instrumentTitle: '战略合作协议' }] },
    },
  });
});

test('an organisation is part of the one that its name tells, which has it among its children', async () => {
  expect(
    await ask(
      database,
      `{ organisations { nodes { name parent { name } children(first: 5) { totalCount nodes { name parent { name } } } } } }`,
    ),
  ).toEqual({
    organisations: {
      nodes: [
        {
          name: '云溪区',
          parent: null,
          children: { totalCount: 1, nodes: [{ name: '云溪区委', parent: { name: '云溪区' } }] },
        },
        { name: '云溪区委', parent: { name: '云溪区' }, children: { totalCount: 0, nodes: [] } },
        { name: '青禾集团', parent: null, children: { totalCount: 0, nodes: [] } },
      ],
    },
  });
});

test('organisations come by name, and only those that a publication named', async () => {
  expect(
    await ask(
      database,
      `{ organisations(filter: { publication: "yunxi-bao" }) { totalCount } none: organisations(filter: { publication: "other" }) { totalCount }
    two: organisations(first: 2, orderBy: { field: NAME, direction: ASC }) { nodes { name } } }`,
    ),
  ).toEqual({
    organisations: { totalCount: 3 },
    none: { totalCount: 0 },
    two: { nodes: [{ name: '云溪区' }, { name: '云溪区委' }] },
  });
});
