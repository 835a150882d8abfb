import { afterAll, beforeAll, expect, test } from 'vitest';
import { encodeGlobalId } from '../../src/schema/global-id.ts';
import { reindex } from '../../src/store/reindex.ts';
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

test.each(['林澄', '林 澄', '　林澄 ', 'lin cheng', 'lincheng', 'Lin Cheng'])(
  'a person is found as %j',
  async (name) => {
    expect(
      await ask(database, 'query ($name: String!) { people(filter: { name: $name }) { nodes { name pinyin } } }', {
        name,
      }),
    ).toEqual({
      people: { nodes: [{ name: '林澄', pinyin: 'lin cheng' }] },
    });
  },
);

test('a person is found only in the publication asked for', async () => {
  expect(
    await ask(
      database,
      `{ here: people(filter: { name: "顾远", publication: "yunxi-bao" }) { nodes { name } }
    there: people(filter: { name: "顾远", publication: "other" }) { nodes { name } } }`,
    ),
  ).toEqual({
    here: { nodes: [{ name: '顾远' }] },
    there: { nodes: [] },
  });
});

test('a person has articles with roles and titles, the agreements signed, and the days of the first and last citation', async () => {
  expect(
    await ask(
      database,
      `query ($id: ID!) { person(id: $id) { aliases { name } firstNamedOn lastNamedOn
    articles(first: 1) { totalCount edges { roles titles { title } evidence { quote } node { headline issue { number } } } }
    signed: articles(role: SIGNED, filter: { publishedOn: { to: "2024-03-04" } }) { totalCount nodes { headline } }
    agreements { totalCount nodes { instrumentTitle signedOn } } } }`,
      { id: MAYOR },
    ),
  ).toEqual({
    person: {
      aliases: [],
      firstNamedOn: '2024-03-01',
      lastNamedOn: '2024-03-11',
      articles: {
        totalCount: 6,
        edges: [expect.objectContaining({ node: expect.objectContaining({ issue: { number: 102 } }) })],
      },
      signed: { totalCount: 1, nodes: [{ headline: '云溪区与青禾集团签约' }] },
      agreements: { totalCount: 3, nodes: Array(3).fill({ instrumentTitle: '战略合作协议', signedOn: '2024-03-01' }) },
    },
  });
});

test('people printed with exactly the name come first, unless an order is asked for', async () => {
  for (const [index, name] of ['顧遠', '古原', '顾原'].entries()) {
    await database.sql`insert into people (id, name, pinyin) values (${idOf('person', name)}, ${name}, ${`gu yuan${index === 0 ? '' : ' a'}`})`;
  }
  await reindex(database);
  const found = async (args: string) =>
    (await ask(database, `{ people(${args}) { nodes { name } } }`)) as { people: { nodes: { name: string }[] } };
  for (const name of ['顧遠', '顾远', '古原', '顾原']) {
    const {
      people: { nodes },
    } = await found(`filter: { name: "${name}" }`);
    expect(nodes[0]).toEqual({ name });
  }
  const ordered = await found('filter: { name: "顧遠" }, orderBy: { field: NAME, direction: ASC }');
  expect(ordered.people.nodes.map(({ name }) => name)).toEqual(['顾远', '顧遠'].toSorted());
  await database.sql`delete from search_documents where person_id in (select id from people where name in ('顧遠', '古原', '顾原'))`;
  await database.sql`delete from people where name in ('顧遠', '古原', '顾原')`;
});

test('people come by pinyin, or by name on request', async () => {
  expect(
    await ask(
      database,
      '{ people { totalCount nodes { pinyin } } last: people(last: 1, orderBy: { field: PINYIN, direction: DESC }) { nodes { name } } }',
    ),
  ).toEqual({
    people: {
      totalCount: 4,
      nodes: [{ pinyin: 'bai lu' }, { pinyin: 'gu yuan' }, { pinyin: 'lin cheng' }, { pinyin: 'shen yi wei' }],
    },
    last: { nodes: [{ name: '白露' }] },
  });
  expect(await ask(database, '{ people(filter: { publication: "other" }) { totalCount } }')).toEqual({
    people: { totalCount: 0 },
  });
});
