import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reindex } from '../../src/store/reindex.ts';
import { encodeGlobalId } from '../../src/schema/global-id.ts';
import { idOf } from '../support/archive.ts';
import { citation, storeCitations } from '../support/citation.ts';
import { createTestDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';
import { ask } from '../support/query.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await storeCitations(
    database,
    [
      '2024-01-15 柳青 云岫区 区长',
      '2024-02-01 林澄 云岫区 代区长',
      '2024-02-01 顾远 云岫区 副区长',
      '2024-02-01 沈一苇 云岫区 常务副区长',
      '2024-02-01 白露 云岫区 原区长',
      '2024-02-01 苏杭 云岫区 会长',
      '2024-02-01 许愿 云岫区 名誉会长',
      '2024-02-01 杜若 太原市 市长',
      '2024-02-01 高远 中原区 区长',
      '2024-02-01 顾远 - 记者',
    ].map(citation),
  );
  await reindex(database);
});
afterAll(() => database.drop());

/** A title in 云岫区, and the people it finds. */
const MEANINGS: readonly (readonly [title: string, ...people: string[]])[] = [
  ['区长', '林澄', '柳青'],
  ['區長', '林澄', '柳青'],
  ['云岫区区长', '林澄', '柳青'],
  ['云岫区长', '林澄', '柳青'],
  ['代区长', '林澄'],
  ['代理区长', '林澄'],
  ['代區長', '林澄'],
  ['云岫区代区长', '林澄'],
  ['副区长', '沈一苇', '顾远'],
  ['常务副区长', '沈一苇'],
  ['原区长', '白露'],
  ['前任区长', '白露'],
  ['会长', '苏杭'],
  ['名誉会长', '许愿'],
  ['荣誉会长', '许愿'],
  ['区委书记'],
  ['代会长'],
];

const named = (people: readonly { readonly name: string }[]) => people.map(({ name }) => name).toSorted();

async function peopleBy(filter: object): Promise<string[]> {
  const { people } = await ask(
    database,
    'query ($filter: PersonFilter) { people(filter: $filter) { nodes { name } } }',
    { filter },
  );
  return named((people as { nodes: { name: string }[] }).nodes);
}

describe('titles with one meaning', () => {
  const district = encodeGlobalId({ __typename: 'Organisation', id: idOf('organisation', '云岫区') });

  test.each(MEANINGS)('%s means the same wherever it is asked for', async (title, ...people) => {
    expect(await peopleBy({ title, organisation: district })).toEqual(people);
    const { node } = await ask(
      database,
      'query ($id: ID!, $title: String) { node(id: $id) { ... on Organisation { tenures(title: $title) { nodes { person { name } } } } } }',
      { id: district, title },
    );
    const held = (node as { tenures: { nodes: { person: { name: string } }[] } }).tenures.nodes;
    expect(named(held.map(({ person }) => person))).toEqual(people);
    const { officeHolders } = await ask(
      database,
      'query ($title: String!) { officeHolders(organisation: "云岫区", title: $title, on: "2024-01-20") { tenure { person { name } } } }',
      { title },
    );
    const holders = named(
      (officeHolders as { tenure: { person: { name: string } } }[]).map(({ tenure }) => tenure.person),
    );
    // Former holders can be asked for, but hold nothing.
    expect(holders).toEqual(people.includes('白露') ? [] : people);
  });
});

test('a name that sounds like a modality is not one', async () => {
  expect(await peopleBy({ title: '太原市市长' })).toEqual(['杜若']);
  expect(await peopleBy({ title: '太原市长' })).toEqual(['杜若']);
  expect(await peopleBy({ title: '中原区区长' })).toEqual(['高远']);
});

test('without an organisation, a title has whoever is printed with it anywhere', async () => {
  expect(await peopleBy({ title: '区长' })).toEqual(['林澄', '柳青', '高远'].toSorted());
  expect(await peopleBy({ title: '记者' })).toEqual(['顾远']);
});
