import { isEnumType, isLeafType } from 'graphql';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { schema } from '../../../src/schema/schema.ts';
import { savePage } from '../../../src/store/page-writer.ts';
import { mutationArgumentPaths } from '../../support/argument-path.ts';
import { mutationSamples } from '../../support/argument-sample.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { startGateway, type TestGateway } from '../../support/gateway.ts';
import { keyFor } from '../../support/key.ts';
import { pageOf, SIGNING, titled } from '../../store/page-fixture.ts';
import { PATIENCE } from './given-page.ts';

const PAGES = [
  pageOf('school.txt', [titled('王华', '白河中学', '校长', '开学')], { page: 1 }),
  pageOf('county.txt', [titled('王华', '青石县委', '书记', '部署'), titled('王华', '青石县委', '书记', '开工')], {
    page: 2,
  }),
  pageOf('signing.txt', [SIGNING], { page: 3 }),
];

let database: TestDatabase;
let gateway: TestGateway;
/** Another process, as far as caches go. */
let other: TestGateway;
let editor: { readonly authorization: string };
beforeEach(async () => {
  database = await createTestDatabase();
  for (const page of PAGES) await savePage(database, page);
  editor = await keyFor(database, 'EDITOR', '编辑部');
  [gateway, other] = await Promise.all([startGateway(database, PATIENCE), startGateway(database, PATIENCE)]);
  await expect.poll(() => Math.min(gateway.cache?.epoch ?? 0, other.cache?.epoch ?? 0)).toBeGreaterThan(0);
});
afterEach(async () => {
  await Promise.all([gateway.close(), other.close()]);
  await database.drop();
});

interface Node {
  readonly id: string;
}
interface Answer {
  readonly data: Readonly<Record<string, never>>;
}

async function asked<Data>(query: string, variables: object = {}, of = gateway): Promise<Data> {
  const answer = (await (await of.post(query, variables, editor)).json()) as Answer & { readonly errors?: unknown };
  expect(answer.errors, query).toBeUndefined();
  return answer.data as Data;
}

const PEOPLE = `{ people(filter: { name: "王华" }) { nodes { id name articles { nodes { id headline } } } } }`;
interface Article extends Node {
  readonly headline: string;
}
interface Person extends Node {
  readonly name: string;
  readonly articles: { readonly nodes: readonly Article[] };
}

const people = async (of = gateway) =>
  (await asked<{ people: { nodes: readonly Person[] } }>(PEOPLE, {}, of)).people.nodes;

/** The headlines of each, in an order of their own. */
const shared = async (of = gateway) =>
  (await people(of))
    .map(({ articles }) =>
      articles.nodes
        .map(({ headline }) => headline)
        .sort()
        .join('、'),
    )
    .sort();

async function personIn(headline: string): Promise<Person> {
  const found = (await people()).find(({ articles }) =>
    articles.nodes.some((article) => article.headline === headline),
  );
  if (found === undefined) throw new Error(`Nobody is named in ${headline}.`);
  return found;
}

interface Judged {
  readonly __typename: string;
  readonly message?: string;
  readonly field?: string | null;
  readonly judgement: { readonly id: string; readonly conflict: string | null };
  readonly nodes: readonly Node[];
}

async function judge(name: string, input: object, of = gateway): Promise<Judged> {
  const type =
    name === 'undoJudgement' ? 'UndoJudgementInput' : `J${name.slice(1).replace(/Same|Different/, 'Two')}Input`;
  const { result } = await asked<{ result: Judged }>(
    `mutation ($input: ${type}!) { result: ${name}(input: $input) { __typename
      ... on Judged { judgement { id kind field author reason before after conflict undoneBy subject { id } other { id } articles { id } } nodes { id } }
      ... on Error { message code } ... on InvalidInputError { field } } }`,
    { input },
    of,
  );
  return result;
}

const reason = '原文如此';
const APART = ['开学', '开工、部署'];

describe('who is who', () => {
  test('two people are made one, at once in every gateway; the id that went away answers with the one that stays', async () => {
    const [teacher, secretary] = [await personIn('开学'), await personIn('部署')];
    expect(await shared(other)).toEqual(APART);
    const judged = await judge('judgeSame', { person: teacher.id, other: secretary.id, reason });
    const [stays, ...rest] = judged.nodes;
    expect(judged).toMatchObject({
      __typename: 'Judged',
      judgement: { kind: 'SAME', author: '编辑部', reason, after: null, conflict: null, subject: stays, other: stays },
    });
    expect(rest).toEqual([]);
    expect(await shared()).toEqual(['开学、开工、部署']);
    await expect.poll(() => shared(other)).toEqual(['开学、开工、部署']);
    const left = [teacher.id, secretary.id].find((id) => id !== stays?.id);
    const { node, supersededBy } = await asked<{ node: Node; supersededBy: string }>(
      'query ($id: ID!) { node(id: $id) { id } supersededBy(id: $id) }',
      { id: left },
      other,
    );
    expect([node, supersededBy]).toEqual([stays, stays?.id]);
    const { articles, both } = await asked<Record<'articles' | 'both', { totalCount: number }>>(
      `query ($id: ID!, $stays: ID!) { articles(filter: { people: { any: [$id] } }) { totalCount }
        both: articles(filter: { people: { all: [$id, $stays] } }) { totalCount } }`,
      { id: left, stays: stays?.id },
    );
    expect([articles.totalCount, both.totalCount]).toEqual([3, 3]);
  });

  test('a follower of the changes sees the redirect, and what it was taken back to', async () => {
    const follow = async () => {
      const { changes } = await asked<{
        changes: { nodes: readonly { nodeId: string; kind: string; supersededBy: string | null }[] };
      }>('{ changes(first: 100, types: [PERSON]) { nodes { nodeId kind supersededBy } } }');
      return Object.fromEntries(changes.nodes.map(({ nodeId, kind, supersededBy }) => [nodeId, [kind, supersededBy]]));
    };
    const [teacher, secretary] = [await personIn('开学'), await personIn('部署')];
    const { judgement, nodes } = await judge('judgeSame', { person: teacher.id, other: secretary.id, reason });
    const stays = nodes[0]?.id ?? '';
    const left = teacher.id === stays ? secretary.id : teacher.id;
    expect(await follow()).toMatchObject({ [stays]: ['CHANGED', null], [left]: ['REDIRECTED', stays] });
    await judge('undoJudgement', { judgement: judgement.id });
    expect(await follow()).toMatchObject({ [stays]: ['CHANGED', null], [left]: ['CHANGED', null] });
  });

  test('a person is split, the split is taken back, and both stand in the list of judgements', async () => {
    const person = await personIn('开工');
    const article = person.articles.nodes.find(({ headline }) => headline === '开工');
    const { judgement, nodes } = await judge('judgeSplit', { person: person.id, articles: [article?.id], reason });
    expect([nodes, await shared()]).toEqual([[{ id: person.id }], ['开学', '开工', '部署'].sort()]);
    const undone = await judge('undoJudgement', { judgement: judgement.id });
    expect(undone.judgement).toMatchObject({ kind: 'SPLIT', undoneBy: '编辑部', articles: [{ id: article?.id }] });
    expect(await shared()).toEqual(APART);
    expect(await judge('undoJudgement', { judgement: judgement.id })).toMatchObject({
      __typename: 'InvalidInputError',
      message: `The judgement ${judgement.id} is undone already.`,
    });
  });

  test('two people are kept apart', async () => {
    const [teacher, secretary] = [await personIn('开学'), await personIn('部署')];
    const judged = await judge('judgeDifferent', { person: teacher.id, other: secretary.id, reason });
    expect(judged.nodes.map(({ id }) => id).sort()).toEqual([teacher.id, secretary.id].sort());
    expect(await shared()).toEqual(APART);
  });
});

describe('what was misread', () => {
  const AGREEMENT = '{ agreements { nodes { id kind } } }';
  const agreement = async (of = gateway) =>
    (await asked<{ agreements: { nodes: readonly (Node & { kind: string })[] } }>(AGREEMENT, {}, of)).agreements.nodes;

  test('a kind is corrected, in every gateway, and stands when the page is read again', async () => {
    const [{ id } = { id: '' }] = await agreement(other);
    const judged = await judge('judgeCorrect', { node: id, field: 'AGREEMENT_KIND', value: 'FRAMEWORK', reason });
    expect(judged).toMatchObject({ judgement: { before: 'STRATEGIC', after: 'FRAMEWORK' }, nodes: [{ id }] });
    await expect.poll(() => agreement(other)).toEqual([{ id, kind: 'FRAMEWORK' }]);
    await savePage(database, pageOf('signing.txt', [SIGNING], { page: 3 }), { replace: true });
    expect(await agreement()).toEqual([{ id, kind: 'FRAMEWORK' }]);
  });

  test('a person is renamed, and hidden, and found by the printed name no more', async () => {
    const { id } = await personIn('开学');
    await judge('judgeRename', { node: id, name: '王华（白河）', reason });
    expect((await people()).map(({ name }) => name).sort()).toEqual(['王华', '王华（白河）']);
    expect(await judge('judgeHide', { node: id, reason })).toMatchObject({ __typename: 'Judged', nodes: [] });
    expect(await shared()).toEqual(['开工、部署']);
  });
});

describe('the list of judgements', () => {
  const LIST = `query ($first: Int, $after: String, $last: Int, $before: String, $filter: JudgementFilter) {
    judgements(first: $first, after: $after, last: $last, before: $before, filter: $filter) {
      totalCount nodes { id kind conflict after } pageInfo { endCursor startCursor hasNextPage hasPreviousPage } } }`;
  interface List {
    readonly totalCount: number;
    readonly nodes: readonly { readonly id: string; readonly kind: string; readonly conflict: string | null }[];
    readonly pageInfo: {
      readonly endCursor: string;
      readonly startCursor: string;
      readonly hasNextPage: boolean;
      readonly hasPreviousPage: boolean;
    };
  }
  const list = async (variables: object) => (await asked<{ judgements: List }>(LIST, variables)).judgements;

  test('is walked both ways, the latest first', async () => {
    const { id: node } = await personIn('开学');
    const made: string[] = [];
    for (const name of ['甲', '乙', '丙', '丁', '戊'])
      made.unshift((await judge('judgeRename', { node, name, reason })).judgement.id);
    const [forth, back]: [string[], string[]] = [[], []];
    for (let page = await list({ first: 2 }); ; page = await list({ first: 2, after: page.pageInfo.endCursor })) {
      forth.push(...page.nodes.map(({ id }) => id));
      if (!page.pageInfo.hasNextPage) break;
    }
    for (let page = await list({ last: 2 }); ; page = await list({ last: 2, before: page.pageInfo.startCursor })) {
      back.unshift(...page.nodes.map(({ id }) => id));
      if (!page.pageInfo.hasPreviousPage) break;
    }
    expect([forth, back, (await list({})).totalCount]).toEqual([made, made, 5]);
    expect((await list({ filter: { subject: node } })).totalCount).toBe(5);
    expect((await list({ filter: { subject: (await personIn('部署')).id } })).totalCount).toBe(0);
  });

  test('tells which are not applied, and why, as soon as their page is gone', async () => {
    const [teacher, secretary] = [await personIn('开学'), await personIn('部署')];
    await judge('judgeSame', { person: teacher.id, other: secretary.id, reason });
    await judge('judgeRename', { node: (await personIn('部署')).id, name: '王华（县）', reason });
    expect((await list({ filter: { isConflict: true } })).nodes).toEqual([]);
    const importer = await keyFor(database, 'IMPORTER');
    await gateway.post('mutation { removePages(input: { files: ["school.txt"] }) { __typename } }', {}, importer);
    expect((await list({ filter: { isConflict: true } })).nodes).toMatchObject([
      { kind: 'SAME', conflict: 'SUBJECT_GONE' },
    ]);
    expect((await list({ filter: { isConflict: false } })).nodes).toMatchObject([{ kind: 'RENAME', conflict: null }]);
  });
});

describe('what is refused', () => {
  test.each([
    ['judgeSame', { person: 'x', other: 'x' }, 'InvalidInputError', 'person'],
    ['judgeRename', { node: 'x', name: '甲' }, 'InvalidInputError', 'node'],
    [
      'judgeSplit',
      { person: 'UGVyc29uOjAwMDAwMDAwLTAwMDAtNDAwMC04MDAwLTAwMDAwMDAwMDAwMA', articles: [] },
      'NotFoundError',
      null,
    ],
    ['judgeHide', { node: 'UGVyc29uOjAwMDAwMDAwLTAwMDAtNDAwMC04MDAwLTAwMDAwMDAwMDAwMA' }, 'NotFoundError', null],
    ['undoJudgement', { judgement: 'x' }, 'NotFoundError', null],
  ])('%s of %o: %s', async (name, input, error, field) => {
    const given = name === 'undoJudgement' ? input : { ...input, reason };
    expect(await judge(name, given)).toMatchObject({ __typename: error, ...(field === null ? {} : { field }) });
  });

  test('a value that cannot be', async () => {
    const { id } = await personIn('开学');
    expect(await judge('judgeRename', { node: id, name: ' ', reason })).toMatchObject({
      __typename: 'InvalidInputError',
      message: 'The name must have 1 to 100 characters, and no control characters.',
    });
    expect(await judge('judgeHide', { node: id, reason: '' })).toMatchObject({ __typename: 'InvalidInputError' });
  });

  test('every mutation, of a key that may only read', async () => {
    const reader = await keyFor(database, 'READER');
    const documents = new Map(
      mutationArgumentPaths(schema, mutationSamples)
        .filter(({ type }) => isLeafType(type) && !isEnumType(type) && type.name !== 'Boolean' && type.name !== 'Int')
        .map(({ name, document }) => [/\.(\w+)/.exec(name)?.[1], document] as const),
    );
    expect([...documents.keys()]).toEqual(Object.keys(schema.getMutationType()?.getFields() ?? {}));
    const before = await database.sql`select count(*) from articles`;
    for (const [name = '', document] of documents)
      for (const headers of [reader, {}]) {
        const answer = (await (await gateway.post(document, { value: '2025-03-01' }, headers)).json()) as Answer;
        expect(answer.data, name).toEqual({ [name]: { __typename: 'NotAllowedError' } });
      }
    expect(await database.sql`select count(*) from articles`).toEqual(before);
  });
});
