import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ingestPaths } from '../../src/ingest.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { startClientGateway, type ClientGateway } from './gateway.ts';

let database: TestDatabase;
let gateway: ClientGateway;
let ask: ClientGateway['ask'];
beforeAll(async () => {
  database = await createTestDatabase();
  await ingestPaths(database, [join(import.meta.dirname, '../../seeds')]);
  gateway = await startClientGateway(database.sql);
  ask = gateway.ask;
});
afterAll(async () => {
  await gateway.close();
  await database.drop();
});

interface Named { readonly id: string; readonly name: string }
interface Listed<Edge> {
  readonly articles: {
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean; readonly startCursor: string; readonly endCursor: string };
    readonly edges: Edge[];
  };
}
interface Archived { readonly cursor: string; readonly node: { readonly id: string; readonly headline: string | null } }

/** The id of the article whose headline has these words. */
async function articleId(words: string): Promise<string> {
  const { articles } = await ask<Listed<Archived>>('archive');
  return articles.edges.find(({ node }) => node.headline?.includes(words))!.node.id;
}

async function personId(name: string): Promise<string> {
  const { person } = await ask<{ person: Named[] }>('person', { name });
  return person[0]!.id;
}

async function organisationId(name: string): Promise<string> {
  const { organisation } = await ask<{ organisation: Named[] }>('organisation', { name });
  return organisation[0]!.id;
}

test('the front page shows the issues newest first, with their index and their articles', async () => {
  const { publication } = await ask<{ publication: { issues: { nodes: unknown[] } } }>('front-page', { publication: 'xuhui-bao' });
  expect(publication).toMatchObject({
    name: '徐汇报',
    city: '上海市',
    district: { name: '上海市徐汇区人民政府' },
    issues: { totalCount: 2, nodes: [{ publishedOn: '2024-05-27' }, { publishedOn: '2024-01-22' }] },
  });
  expect(publication.issues.nodes[0]).toMatchObject({
    number: null,
    publishedOnBasis: 'INFERRED',
    teasers: [
      { title: '徐汇中学学生与市长共同启动上海科技节开幕式', pages: [12], article: null },
      { title: '2023 年徐汇区道德模范风采(上)', pages: [8, 9], article: null },
      { title: '徐汇区召开“礼赞劳动者·奋进新征程”2024 五一大会', pages: [2], article: null },
    ],
    articles: {
      totalCount: 3,
      nodes: [
        { headlineLines: ['23 个重大项目集中签约', '全市首推“重点企业服务包PLUS 计划”'], source: '区投促办', byline: [] },
        { byline: [{ role: 'REPORTER', person: { name: '刘坤' } }, { role: 'REPORTER', person: { name: '陈文卿' } }] },
        { headline: '曹立强走访调研本区机构改革新组建单位' },
      ],
    },
  });
});

test('a front page of a newspaper that the archive does not hold is null', async () => {
  expect(await ask('front-page', { publication: 'nowhere' })).toEqual({ publication: null });
});

describe('an article', () => {
  interface Span { readonly start: number; readonly end: number }
  interface Read {
    readonly body: string;
    readonly paragraphs: readonly (Span & { readonly text: string })[];
    readonly annotations: readonly (Span & { readonly text: string; readonly entity: Named & { readonly __typename: string } })[];
    readonly people: { readonly edges: readonly { readonly node: Named; readonly evidence: readonly (Span & { readonly field: string; readonly quote: string })[] }[] };
    readonly organisations: { readonly edges: readonly { readonly node: Named }[] };
  }
  let article: Read;
  beforeAll(async () => {
    const { node } = await ask<{ node: Read }>('article', { id: await articleId('战略合作协议') });
    article = node;
  });

  test('has its display lines, its days, its paper and its agreement', () => {
    expect(article).toMatchObject({
      headlineLines: ['功以才成 业由才广', '徐汇区、复旦大学和中智股份战略合作协议签约仪式举行'],
      eventOn: '2024-05-21',
      isIncomplete: false,
      issue: { publishedOn: '2024-05-27', publication: { name: '徐汇报' } },
      continuedFrom: null,
      continuedOn: null,
      agreements: [{
        kind: 'STRATEGIC',
        signedOn: '2024-05-21',
        parties: ['上海市徐汇区人民政府', '复旦大学', '中智股份'].map((name) => ({ organisation: { name } })),
      }],
    });
  });

  test('is covered by its paragraphs', () => {
    expect(article.paragraphs).toHaveLength(5);
    expect(article.paragraphs.map(({ text }) => text).join('\n\n')).toBe(article.body);
    for (const { text, start, end } of article.paragraphs) expect(article.body.slice(start, end)).toBe(text);
  });

  test('names people and organisations in spans that can be highlighted one after another', () => {
    const { annotations, body, people, organisations } = article;
    expect(annotations.slice(0, 8).map(({ text, entity }) => [text, entity.__typename, entity.name])).toEqual([
      ['徐汇区', 'Organisation', '上海市徐汇区人民政府'], ['复旦大学', 'Organisation', '复旦大学'], ['中智股份', 'Organisation', '中智股份'],
      ['复旦大学', 'Organisation', '复旦大学'], ['复旦大学', 'Organisation', '复旦大学'], ['裘新', 'Person', '裘新'],
      ['中国科学院', 'Organisation', '中国科学院'], ['金力', 'Person', '金力'],
    ]);
    let last = 0;
    for (const { start, end, text } of annotations) {
      expect(start).toBeGreaterThanOrEqual(last);
      expect(body.slice(start, end)).toBe(text);
      last = end;
    }
    const listed = new Set([...people.edges, ...organisations.edges].map(({ node }) => node.id));
    expect(annotations.filter(({ entity }) => !listed.has(entity.id))).toEqual([]);
  });

  test('says what each person did in it, under which titles, and where', () => {
    expect(article.people).toMatchObject({ totalCount: 14 });
    const edgeOf = (name: string) => article.people.edges.find(({ node }) => node.name === name);
    expect(edgeOf('王华')).toMatchObject({
      roles: ['ATTENDED', 'SPOKE'],
      titles: [
        { title: '区委副书记', modality: 'DEPUTY', organisation: { name: '徐汇区委' } },
        { title: '代理区长', modality: 'ACTING', isOrganisationInferred: true, organisation: { name: '上海市徐汇区人民政府' } },
      ],
    });
    expect(edgeOf('刘坤')).toMatchObject({ roles: ['BYLINE'], evidence: [{ field: 'BYLINE', quote: '刘坤' }] });
    for (const { field, start, end, quote } of article.people.edges.flatMap(({ evidence }) => evidence)) {
      if (field === 'BODY') expect(article.body.slice(start, end)).toBe(quote);
    }
  });

  test('of an id that the archive does not hold is null', async () => {
    const id = Buffer.from('Article:00000000-0000-4000-8000-000000000000').toString('base64url');
    expect(await ask('article', { id })).toEqual({ node: null });
  });
});

describe('agreements', () => {
  type Answer = { readonly agreements: { readonly totalCount: number; readonly pageInfo: { readonly endCursor: string }; readonly nodes: readonly { readonly id: string }[] } };

  test('come newest first, with their parties in print order, who signed, and the proof', async () => {
    const { agreements } = await ask<Answer>('agreements');
    expect(agreements).toMatchObject({ totalCount: 6, pageInfo: { hasNextPage: false } });
    expect(agreements.nodes[0]).toMatchObject({ kind: 'PROJECT', signedOn: '2024-05-23', declaredCount: 23, place: '模速空间' });
    expect(agreements.nodes[1]).toMatchObject({
      kind: 'STRATEGIC',
      stage: 'SIGNED',
      signedOn: '2024-05-21',
      parties: [
        { organisation: { name: '上海市徐汇区人民政府', kind: 'GOVERNMENT' }, signatories: [{ person: { name: '刘琪' } }] },
        { organisation: { name: '复旦大学', kind: 'UNIVERSITY' }, signatories: [{ person: { name: '许征' }, titles: [{ title: '常务副校长', modality: 'EXECUTIVE' }] }] },
        { organisation: { name: '中智股份', kind: 'COMPANY' }, signatories: [{ person: { name: '单为民' } }] },
      ],
      evidence: [{
        quote: expect.stringContaining('单为民分别代表三方签署战略合作协议') as string,
        source: { file: '000_fc0a40daac650225.txt' },
        article: { headline: expect.stringContaining('功以才成') as string },
      }],
    });
  });

  test.each<[string, () => Promise<object> | object, object[]]>([
    ['kind', () => ({ kind: ['FRAMEWORK', 'STRATEGIC'] }), [{ kind: 'STRATEGIC' }, { kind: 'FRAMEWORK' }]],
    ['stage', () => ({ stage: ['BACKGROUND'] }), [{ kind: 'MEMORANDUM', signedOn: null }, { kind: 'PROJECT', signedOn: null }]],
    ['day', () => ({ signedOn: { from: '2024-01-01', to: '2024-01-31' } }), [{ kind: 'FRAMEWORK' }, { kind: 'MEMORANDUM' }]],
    ['party', async () => ({ party: await organisationId('新微集团') }), [{ kind: 'FRAMEWORK' }, { kind: 'MEMORANDUM' }]],
    ['several parties', async () => ({ parties: [await organisationId('新微集团'), await organisationId('徐汇区')] }), [{ kind: 'MEMORANDUM' }]],
    ['signatory', async () => ({ signatory: await personId('许征') }), [{ kind: 'STRATEGIC' }]],
    ['several conditions', async () => ({ party: await organisationId('中智股份'), stage: ['SIGNED'] }), [{ kind: 'STRATEGIC' }]],
  ])('are narrowed down by %s', async (_, filter, nodes) => {
    const { agreements } = await ask<Answer>('agreements', { filter: await filter() });
    expect(agreements).toMatchObject({ totalCount: nodes.length, nodes });
  });

  test('are ordered and paged', async () => {
    const orderBy = { field: 'SIGNED_ON', direction: 'ASC' };
    const { agreements: all } = await ask<Answer>('agreements', { orderBy });
    const { agreements: begin } = await ask<Answer>('agreements', { orderBy, first: 4 });
    const { agreements: end } = await ask<Answer>('agreements', { orderBy, first: 4, after: begin.pageInfo.endCursor });
    expect([begin.totalCount, begin.nodes.length, end.nodes.length]).toEqual([6, 4, 2]);
    expect([...begin.nodes, ...end.nodes]).toEqual(all.nodes);
  });
});

test('the archive is read from any place in the list, on and back', async () => {
  const { articles: all } = await ask<Listed<Archived>>('archive');
  expect(all.totalCount).toBe(7);
  const fifth = all.edges[4]!.cursor;
  const { articles: on } = await ask<Listed<Archived>>('archive', { first: 2, after: fifth });
  expect(on.edges).toEqual(all.edges.slice(5));
  expect(on.pageInfo).toEqual({ hasNextPage: false, hasPreviousPage: true, startCursor: all.edges[5]!.cursor, endCursor: all.edges[6]!.cursor });
  const { articles: back } = await ask<Listed<Archived>>('archive', { last: 2, before: fifth });
  expect(back.edges).toEqual(all.edges.slice(2, 4));
  const { articles: narrow } = await ask<Listed<Archived>>('archive', { first: 1, filter: { person: await personId('王华') } });
  expect(narrow).toMatchObject({ totalCount: 2, edges: [{ node: { issue: { publishedOn: '2024-05-27' } } }] });
});
