import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillArchive } from '../support/archive.ts';
import { createTestDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';
import { ask } from '../support/query.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillArchive(database);
});
afterAll(() => database.drop());

test.each(['林澄', '林 澄', '　林澄 ', 'lin cheng', 'lincheng', 'Lin Cheng'])('a person is found as %j', async (name) => {
  expect(await ask(database, 'query ($name: String!) { person(name: $name) { name pinyin } }', { name })).toEqual({
    person: [{ name: '林澄', pinyin: 'lin cheng' }],
  });
});

test('a person is found in the named publication only', async () => {
  expect(await ask(database, '{ here: person(name: "顾远", publication: "yunxi-bao") { name } there: person(name: "顾远", publication: "other") { name } }')).toEqual({
    here: [{ name: '顾远' }], there: [],
  });
});

test('a person has articles with roles and titles, the agreements signed, and the days of the first and last citation', async () => {
  expect(await ask(database, `{ person(name: "林澄") { aliases firstCitedOn lastCitedOn
    articles(first: 1) { totalCount edges { roles titles { title } evidence { quote } node { headline issue { number } } } }
    signed: articles(role: SIGNED, filter: { publishedOn: { to: "2024-03-04" } }) { totalCount nodes { headline } }
    agreements { totalCount nodes { title signedOn } } } }`)).toEqual({
    person: [{
      aliases: [],
      firstCitedOn: '2024-03-01',
      lastCitedOn: '2024-03-11',
      articles: { totalCount: 6, edges: [expect.objectContaining({ node: expect.objectContaining({ issue: { number: 102 } }) })] },
      signed: { totalCount: 1, nodes: [{ headline: '云溪区与青禾集团签约' }] },
      agreements: { totalCount: 3, nodes: Array(3).fill({ title: '战略合作协议', signedOn: '2024-03-01' }) },
    }],
  });
});

test('people come by pinyin, or by name when asked so', async () => {
  expect(await ask(database, '{ people { totalCount nodes { pinyin } } last: people(last: 1, orderBy: { field: PINYIN, direction: DESC }) { nodes { name } } }')).toEqual({
    people: { totalCount: 4, nodes: [{ pinyin: 'bai lu' }, { pinyin: 'gu yuan' }, { pinyin: 'lin cheng' }, { pinyin: 'shen yi wei' }] },
    last: { nodes: [{ name: '白露' }] },
  });
  expect(await ask(database, '{ people(filter: { publication: "other" }) { totalCount } }')).toEqual({ people: { totalCount: 0 } });
});
