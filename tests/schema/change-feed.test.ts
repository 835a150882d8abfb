import { afterAll, beforeAll, expect, test } from 'vitest';
import { encodeGlobalId } from '../../src/schema/global-id.ts';
import { fillArchive, idOf } from '../support/archive.ts';
import { createTestDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';
import { startGateway } from '../support/gateway.ts';
import { answer, ask } from '../support/query.ts';
import { statementsOn } from '../support/statements.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillArchive(database);
});
afterAll(() => database.drop());

interface Changes {
  readonly totalCount: number;
  readonly nodes: readonly {
    readonly nodeType: string;
    readonly nodeId: string;
    readonly kind: string;
    readonly supersededBy: string | null;
    readonly at: string;
    readonly node: { readonly __typename: string; readonly id: string } | null;
  }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const CHANGES = `
  query ($since: String, $types: [NodeType!], $first: Int, $after: String) {
    changes(since: $since, types: $types, first: $first, after: $after) {
      totalCount
      nodes { nodeType nodeId kind supersededBy at node { __typename id } }
      pageInfo { hasNextPage endCursor }
    }
  }`;
const changes = async (variables = {}) => (await ask(database, CHANGES, variables))['changes'] as Changes;

async function lastCursor(): Promise<string> {
  for (let since: string | null = null; ; ) {
    const { pageInfo } = await changes({ since, first: 100 });
    since = pageInfo.endCursor ?? since;
    if (!pageInfo.hasNextPage) return since!;
  }
}

test('the changes from the beginning name every node, each with itself', async () => {
  const { totalCount, nodes } = await changes({ first: 100 });
  expect(totalCount).toBe(nodes.length);
  expect(new Set(nodes.map(({ nodeType }) => nodeType))).toEqual(
    new Set(['PUBLICATION', 'ISSUE', 'ARTICLE', 'PERSON', 'ORGANISATION', 'AGREEMENT', 'TENURE']),
  );
  for (const { nodeType, nodeId, kind, supersededBy, at, node } of nodes) {
    expect({ kind, supersededBy, id: node?.id }).toEqual({ kind: 'CHANGED', supersededBy: null, id: nodeId });
    expect(node?.__typename.toUpperCase()).toBe(nodeType);
    expect(at).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/);
  }
});

test('pages from any cursor make the same list, by `since` and by `after`', async () => {
  const { nodes } = await changes({ first: 100 });
  for (const argument of ['since', 'after']) {
    const walked: unknown[] = [];
    for (let cursor: string | null = null, isMore = true; isMore; ) {
      const page: Changes = await changes({ first: 7, [argument]: cursor });
      walked.push(...page.nodes);
      cursor = page.pageInfo.endCursor;
      isMore = page.pageInfo.hasNextPage;
    }
    expect(walked).toEqual(nodes);
  }
});

test('types leave out the others', async () => {
  const { nodes, totalCount } = await changes({ types: ['PERSON', 'ISSUE'], first: 100 });
  expect(new Set(nodes.map(({ nodeType }) => nodeType))).toEqual(new Set(['PERSON', 'ISSUE']));
  expect(totalCount).toBe(nodes.length);
  expect((await changes({ types: [] })).nodes).toEqual([]);
});

test('what is removed or redirected is told with its id, and after everything else', async () => {
  const since = await lastCursor();
  expect(await changes({ since })).toMatchObject({ totalCount: 0, pageInfo: { endCursor: null } });
  const [person, other] = [idOf('person', '某甲'), idOf('person', '林澄')];
  const id = (uuid: string) => encodeGlobalId({ __typename: 'Person', id: uuid });
  await database.sql`
    insert into people (id, name, pinyin)
    select ${person}, '某甲', 'mou jia' from people where id = ${other}`;
  expect((await changes({ since })).nodes).toMatchObject([{ nodeId: id(person), kind: 'CHANGED', supersededBy: null }]);
  await database.sql`delete from people where id = ${person}`;
  const removed = { nodeType: 'PERSON', nodeId: id(person), node: null };
  expect((await changes({ since })).nodes).toMatchObject([{ ...removed, kind: 'REMOVED', supersededBy: null }]);
  await database.sql`update changes set superseded_by = ${other} where id = ${person}`;
  expect((await changes({ since })).nodes).toMatchObject([{ ...removed, kind: 'REDIRECTED', supersededBy: id(other) }]);
});

test.each([
  ['a text that is no cursor', 'x'],
  ['the cursor of another list', Buffer.from('["people PINYIN","lin",1]').toString('base64url')],
  ['a number as it is', Buffer.from('["changes SEQ",1]').toString('base64url')],
  ['a number that is too long', Buffer.from('["changes SEQ","9999999999999999999"]').toString('base64url')],
  ['words', Buffer.from('["changes SEQ","1 or true"]').toString('base64url')],
])('`since` is refused as BAD_CURSOR: %s', async (_, since) => {
  const { data, errors } = await answer(database, CHANGES, { since });
  expect(data).toBeNull();
  expect(errors).toMatchObject([
    { message: expect.stringContaining('`since` is not a cursor') as string, extensions: { code: 'BAD_CURSOR' } },
  ]);
});

test('a text of more than 2,000 characters is refused', async () => {
  expect((await answer(database, CHANGES, { since: 'x'.repeat(2_001) })).errors).toMatchObject([
    { extensions: { code: 'BAD_ARGUMENT' } },
  ]);
});

test('a page of a hundred costs as many statements as one of ten', async () => {
  const statements = statementsOn(database.queries);
  const asked = async (first: number) => {
    await changes({ first });
    const before = statements.length;
    await changes({ first });
    return statements.length - before;
  };
  expect(await asked(100)).toBeLessThanOrEqual((await asked(20)) + 3 * 7);
});

test('an answer from memory is dropped by any change', async () => {
  const gateway = await startGateway(database);
  try {
    const query = '{ changes(last: 1) { nodes { at nodeId } } }';
    const first = await gateway.send({ query });
    expect(await gateway.send({ query })).toBe(first);
    await database.sql`update mentions set confidence = 0.123 where name = '林澄'`;
    await expect.poll(() => gateway.send({ query })).not.toBe(first);
  } finally {
    await gateway.close();
  }
});
