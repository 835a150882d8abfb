import { afterAll, beforeAll, expect, test } from 'vitest';
import { encodeGlobalId } from '../../src/schema/global-id.ts';
import { addNewspaper, fillArchive, idOf } from '../support/archive.ts';
import { createTestDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';
import { ask } from '../support/query.ts';

const MAYOR = encodeGlobalId({ __typename: 'Person', id: idOf('person', '林澄') });

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillArchive(database);
  await addNewspaper(database, 'other');
});
afterAll(() => database.drop());

test.each(['林澄', '林 澄', '　林澄 ', 'lin cheng', 'lincheng', 'Lin Cheng'])('a person is found as %j', async (name) => {
  expect(await ask(database, 'query ($name: String!) { people(filter: { name: $name }) { nodes { name pinyin } } }', { name })).toEqual({
    people: { nodes: [{ name: '林澄', pinyin: 'lin cheng' }] },
  });
});

test('a person is found in the named publication only', async () => {
  expect(await ask(database, `{ here: people(filter: { name: "顾远", publication: "yunxi-bao" }) { nodes { name } }
    there: people(filter: { name: "顾远", publication: "other" }) { nodes { name } } }`)).toEqual({
    here: { nodes: [{ name: '顾远' }] }, there: { nodes: [] },
  });
});

test('a person has articles with roles and titles, the agreements signed, and the days of the first and last citation', async () => {
  expect(await ask(database, `query ($id: ID!) { person(id: $id) { aliases { name } firstCitedOn lastCitedOn
    articles(first: 1) { totalCount edges { roles titles { title } evidence { quote } node { headline issue { number } } } }
    signed: articles(role: SIGNED, filter: { publishedOn: { to: "2024-03-04" } }) { totalCount nodes { headline } }
    agreements { totalCount nodes { instrumentTitle signedOn } } } }`, { id: MAYOR })).toEqual({
    person: {
      aliases: [],
      firstCitedOn: '2024-03-01',
      lastCitedOn: '2024-03-11',
      articles: { totalCount: 6, edges: [expect.objectContaining({ node: expect.objectContaining({ issue: { number: 102 } }) })] },
      signed: { totalCount: 1, nodes: [{ headline: '云溪区与青禾集团签约' }] },
      agreements: { totalCount: 3, nodes: Array(3).fill({ instrumentTitle: '战略合作协议', signedOn: '2024-03-01' }) },
    },
  });
});

test('people come by pinyin, or by name when asked so', async () => {
  expect(await ask(database, '{ people { totalCount nodes { pinyin } } last: people(last: 1, orderBy: { field: PINYIN, direction: DESC }) { nodes { name } } }')).toEqual({
    people: { totalCount: 4, nodes: [{ pinyin: 'bai lu' }, { pinyin: 'gu yuan' }, { pinyin: 'lin cheng' }, { pinyin: 'shen yi wei' }] },
    last: { nodes: [{ name: '白露' }] },
  });
  expect(await ask(database, '{ people(filter: { publication: "other" }) { totalCount } }')).toEqual({ people: { totalCount: 0 } });
});
