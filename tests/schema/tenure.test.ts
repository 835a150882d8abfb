import { graphql } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ingestPaths } from '../../src/ingest.ts';
import { createLoaders } from '../../src/load/loaders.ts';
import { schema } from '../../src/schema/schema.ts';
import { statementsOn } from '../support/statements.ts';
import { createTestDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';
import { answer, ask } from '../support/query.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await ingestPaths(database, ['seeds']);
});
afterAll(() => database.drop());

const HOLDERS = `query ($organisation: String!, $title: String!, $on: Date!) { officeHolders(organisation: $organisation, title: $title, on: $on) {
  certainty tenure { title modality firstCitedOn lastCitedOn startedOn endedBy person { name } organisation { name } evidence { quote article { id } } } } }`;

interface Held {
  readonly certainty: string;
  readonly tenure: {
    readonly modality: string;
    readonly person: { readonly name: string };
    readonly evidence: readonly { readonly quote: string }[];
  };
}

async function holders(title: string, on: string, organisation = '徐汇区'): Promise<readonly Held[]> {
  return (await ask(database, HOLDERS, { organisation, title, on }))['officeHolders'] as Held[];
}
const told = (held: readonly Held[]) =>
  held.map(({ certainty, tenure }) => `${tenure.person.name} ${tenure.modality} ${certainty}`);

describe('the 区长 of the seed pages', () => {
  test('the holder is confirmed on the day of the signing in January', async () => {
    expect(told(await holders('区长', '2024-01-15'))).toEqual(['钟晓咏 FULL CONFIRMED']);
  });

  test('the acting holder is confirmed on a day between two citations in May', async () => {
    expect(told(await holders('区长', '2024-05-22'))).toEqual(['王华 ACTING CONFIRMED']);
    expect(told(await holders('代区长', '2024-05-22'))).toEqual(['王华 ACTING CONFIRMED']);
  });

  test('the holder is unknown on a day between the two, who are shown with what proves them', async () => {
    const held = await holders('区长', '2024-03-01');
    expect(told(held)).toEqual(['钟晓咏 FULL UNKNOWN', '王华 ACTING UNKNOWN']);
    expect(held.map(({ tenure }) => tenure.evidence.map(({ quote }) => quote))).toEqual([
      ['区长'],
      ['代理区长', '代理区长'],
    ]);
  });

  test.each([
    ['上海市徐汇区人民政府', '区长'],
    ['徐匯區', '區長'],
    ['徐汇区', '徐汇区区长'],
    ['徐汇区政府', '徐汇区长'],
  ])('the holder is found at %s as %s', async (organisation, title) => {
    expect(told(await holders(title, '2024-01-15', organisation))).toEqual(['钟晓咏 FULL CONFIRMED']);
  });
});

test('other offices of the seed pages are found', async () => {
  expect(told(await holders('书记', '2024-03-01', '徐汇区委'))).toEqual(['曹立强 FULL CONFIRMED']);
  expect(told(await holders('组织部部长', '2024-05-21', '徐汇区委'))).toEqual(['刘琪 FULL CONFIRMED']);
  expect(told(await holders('常务副会长', '2024-01-17', '沪港社团总会'))).toEqual(['麦德铨 EXECUTIVE CONFIRMED']);
  expect(told(await holders('区长', '2030-01-01'))).toEqual(['王华 ACTING UNKNOWN']);
  expect(await holders('区长', '2024-01-15', '无此区')).toEqual([]);
});

test('a person has tenures, the latest first, and those of a day', async () => {
  const data = await ask(
    database,
    `{ people(filter: { name: "王华" }) { nodes { tenures { totalCount nodes { title modality organisation { name } firstCitedOn lastCitedOn startedOn endedBy } }
    before: tenures(on: "2024-05-20") { totalCount nodes { title } } on: tenures(on: "2024-05-22", first: 1) { totalCount pageInfo { hasNextPage } } } } }`,
  );
  const [person] = (data['people'] as { nodes: { tenures: { nodes: object[] } }[] }).nodes;
  expect(person).toMatchObject({
    tenures: { totalCount: 2 },
    before: { totalCount: 0, nodes: [] },
    on: { totalCount: 2, pageInfo: { hasNextPage: true } },
  });
  expect(person!.tenures.nodes).toContainEqual({
    title: '代理区长',
    modality: 'ACTING',
    organisation: { name: '上海市徐汇区人民政府' },
    firstCitedOn: '2024-05-21',
    lastCitedOn: '2024-05-23',
    startedOn: null,
    endedBy: null,
  });
});

test.each([
  ['徐汇区', '区长', ['王华', '钟晓咏']],
  ['徐汇区', '代区长', ['王华']],
  ['徐汇区', '徐汇区区长', ['王华', '钟晓咏']],
  ['徐汇区委', '书记', ['曹立强']],
  ['徐汇区委', '区委书记', ['曹立强']],
  ['徐汇区委', '区委副书记', ['沈权', '王华', '钟晓咏']],
  ['复旦大学', '校党委书记', ['裘新']],
  ['复旦大学', '校长', ['金力']],
  ['复旦大学', '长', []],
  ['徐汇区委', '', []],
])('the tenures of %s as %s are found', async (name, title, people) => {
  const data = await ask(
    database,
    'query ($name: String!, $title: String) { organisations(filter: { name: $name }) { nodes { tenures(title: $title) { totalCount nodes { person { name } } } } } }',
    { name, title },
  );
  const [organisation] = (
    data['organisations'] as { nodes: { tenures: { totalCount: number; nodes: { person: { name: string } }[] } }[] }
  ).nodes;
  expect(organisation!.tenures.nodes.map(({ person }) => person.name).toSorted()).toEqual(people.toSorted());
  expect(organisation!.tenures.totalCount).toBe(people.length);
});

test('a tenure is a node, with an id of its own', async () => {
  const [{ tenure }] = (
    await ask(database, '{ officeHolders(organisation: "徐汇区", title: "区长", on: "2024-01-15") { tenure { id } } }')
  )['officeHolders'] as [{ tenure: { id: string } }];
  expect(
    await ask(database, 'query ($id: ID!) { node(id: $id) { __typename ... on Tenure { title person { name } } } }', {
      id: tenure.id,
    }),
  ).toEqual({
    node: { __typename: 'Tenure', title: '区长', person: { name: '钟晓咏' } },
  });
});

test('a blank title or organisation is refused', async () => {
  for (const blank of [{ title: ' ' }, { organisation: '　' }]) {
    expect(
      (await answer(database, HOLDERS, { organisation: '徐汇区', title: '区长', on: '2024-01-15', ...blank })).errors,
    ).toMatchObject([{ extensions: { code: 'BAD_ARGUMENT' } }]);
  }
});

test('tenures with everything below them cost the same statements in a list of one and of all', async () => {
  const statements = statementsOn(database.queries);
  const cost = async (first: number) => {
    statements.length = 0;
    const source = `{ people(first: ${first}) { nodes { tenures(first: 5) { totalCount nodes { title organisation { name } person { name } evidence { quote article { headline } } } } } } }`;
    const { errors } = await graphql({ schema, source, contextValue: { load: createLoaders(database) } });
    expect(errors).toBeUndefined();
    return statements.length;
  };
  const one = await cost(1);
  expect(await cost(40)).toBe(one);
  expect(one).toBe(7);
});
