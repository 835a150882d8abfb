import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSeedGateway, type ClientGateway } from './gateway.ts';

let gateway: ClientGateway;
let ask: ClientGateway['ask'];
beforeAll(async () => {
  gateway = await startSeedGateway();
  ask = gateway.ask;
});
afterAll(() => gateway.close());

interface Named {
  readonly id: string;
  readonly name: string;
}
interface Listed<Edge> {
  readonly articles: {
    readonly totalCount: number;
    readonly pageInfo: {
      readonly hasNextPage: boolean;
      readonly hasPreviousPage: boolean;
      readonly startCursor: string;
      readonly endCursor: string;
    };
    readonly edges: Edge[];
  };
}
interface Archived {
  readonly cursor: string;
  readonly node: { readonly id: string; readonly headline: string | null };
}

async function personId(name: string): Promise<string> {
  const { people } = await ask<{ people: { nodes: Named[] } }>('person', { name }, 'PeopleNamed');
  return people.nodes[0]!.id;
}

async function organisationId(name: string): Promise<string> {
  const { organisations } = await ask<{ organisations: { nodes: Named[] } }>(
    'organisation',
    { name },
    'OrganisationsNamed',
  );
  return organisations.nodes[0]!.id;
}

describe('agreements', () => {
  type Answer = {
    readonly agreements: {
      readonly totalCount: number;
      readonly pageInfo: { readonly endCursor: string };
      readonly nodes: readonly { readonly id: string }[];
    };
  };

  test('agreements come newest first, with their parties in print order, who signed, and the proof', async () => {
    const { agreements } = await ask<Answer>('agreements');
    expect(agreements).toMatchObject({ totalCount: 6, pageInfo: { hasNextPage: false } });
    expect(agreements.nodes[0]).toMatchObject({
      kind: 'PROJECT',
      signedOn: '2024-05-23',
      declaredCount: 23,
      place: '模速空间',
    });
    expect(agreements.nodes[1]).toMatchObject({
      kind: 'STRATEGIC',
      stage: 'SIGNED',
      signedOn: '2024-05-21',
      parties: [
        {
          organisation: { name: '上海市徐汇区人民政府', category: 'GOVERNMENT' },
          signatories: [{ person: { name: '刘琪' } }],
        },
        {
          organisation: { name: '复旦大学', category: 'UNIVERSITY' },
          signatories: [{ person: { name: '许征' }, titles: [{ title: '常务副校长', modality: 'EXECUTIVE' }] }],
        },
        { organisation: { name: '中智股份', category: 'COMPANY' }, signatories: [{ person: { name: '单为民' } }] },
      ],
      evidence: [
        {
          quote: expect.stringContaining('单为民分别代表三方签署战略合作协议') as string,
          source: { file: '000_fc0a40daac650225.txt' },
          article: { headline: expect.stringContaining('功以才成') as string },
        },
      ],
    });
  });

  test.each<[string, () => Promise<object> | object, object[]]>([
    ['kind', () => ({ kinds: ['FRAMEWORK', 'STRATEGIC'] }), [{ kind: 'STRATEGIC' }, { kind: 'FRAMEWORK' }]],
    [
      'stage',
      () => ({ stages: ['BACKGROUND'] }),
      [
        { kind: 'MEMORANDUM', signedOn: null },
        { kind: 'PROJECT', signedOn: null },
      ],
    ],
    [
      'day',
      () => ({ signedOn: { from: '2024-01-01', to: '2024-01-31' } }),
      [{ kind: 'FRAMEWORK' }, { kind: 'MEMORANDUM' }],
    ],
    [
      'party',
      async () => ({ parties: { any: [await organisationId('新微集团')] } }),
      [{ kind: 'FRAMEWORK' }, { kind: 'MEMORANDUM' }],
    ],
    [
      'several parties',
      async () => ({ parties: { all: [await organisationId('新微集团'), await organisationId('徐汇区')] } }),
      [{ kind: 'MEMORANDUM' }],
    ],
    ['signatory', async () => ({ signatory: await personId('许征') }), [{ kind: 'STRATEGIC' }]],
    [
      'several conditions',
      async () => ({ parties: { any: [await organisationId('中智股份')] }, stages: ['SIGNED'] }),
      [{ kind: 'STRATEGIC' }],
    ],
  ])('agreements are filtered by %s', async (_, filter, nodes) => {
    const { agreements } = await ask<Answer>('agreements', { filter: await filter() });
    expect(agreements).toMatchObject({ totalCount: nodes.length, nodes });
  });

  test('agreements are ordered and paged', async () => {
    const orderBy = { field: 'SIGNED_ON', direction: 'ASC' };
    const { agreements: all } = await ask<Answer>('agreements', { orderBy });
    const { agreements: begin } = await ask<Answer>('agreements', { orderBy, first: 4 });
    const { agreements: end } = await ask<Answer>('agreements', { orderBy, first: 4, after: begin.pageInfo.endCursor });
    expect([begin.totalCount, begin.nodes.length, end.nodes.length]).toEqual([6, 4, 2]);
    expect([...begin.nodes, ...end.nodes]).toEqual(all.nodes);
  });
});

test('the archive is read from any place in the list, forwards and backwards', async () => {
  const { articles: all } = await ask<Listed<Archived>>('archive');
  expect(all.totalCount).toBe(7);
  const fifth = all.edges[4]!.cursor;
  const { articles: on } = await ask<Listed<Archived>>('archive', { first: 2, after: fifth });
  expect(on.edges).toEqual(all.edges.slice(5));
  expect(on.pageInfo).toEqual({
    hasNextPage: false,
    hasPreviousPage: true,
    startCursor: all.edges[5]!.cursor,
    endCursor: all.edges[6]!.cursor,
  });
  const { articles: back } = await ask<Listed<Archived>>('archive', { last: 2, before: fifth });
  expect(back.edges).toEqual(all.edges.slice(2, 4));
  const { articles: narrow } = await ask<Listed<Archived>>('archive', {
    first: 1,
    filter: { people: { any: [await personId('王华')] } },
  });
  expect(narrow).toMatchObject({ totalCount: 2, edges: [{ node: { issue: { publishedOn: '2024-05-27' } } }] });
});

describe('a search', () => {
  interface Match {
    readonly cursor: string;
    readonly score: number;
    readonly node: Named & { readonly __typename: string };
    readonly highlights: readonly {
      readonly field: string;
      readonly text: string;
      readonly start: number;
      readonly ranges: readonly { readonly start: number; readonly end: number }[];
    }[];
  }
  interface Answer {
    readonly search: {
      readonly totalCount: number;
      readonly pageInfo: { readonly endCursor: string };
      readonly edges: readonly Match[];
      readonly facets: {
        readonly types: unknown[];
        readonly people: { readonly count: number; readonly person: Named }[];
      };
    };
  }
  const find = (query: string, variables = {}) =>
    ask<Answer>('search', { query, ...variables }).then(({ search }) => search);

  test('a search shows the best match first, with the words marked', async () => {
    const { totalCount, edges } = await find('战略合作协议');
    expect([totalCount, edges.length]).toEqual([3, 3]);
    expect(edges.map(({ score }) => score)).toEqual(edges.map(({ score }) => score).toSorted((a, b) => b - a));
    expect(edges[0]).toMatchObject({
      node: { __typename: 'Article', headline: expect.stringContaining('战略合作协议签约仪式') as string },
      highlights: [{ field: 'HEADLINE', start: 0 }, { field: 'BODY' }],
    });
    for (const { text, ranges } of edges[0]!.highlights)
      expect(ranges.map(({ start, end }) => text.slice(start, end))).toEqual(['战略合作协议']);
  });

  test('a search shows a part of a body that stands where it says', async () => {
    const { edges } = await find('新微集团', { types: ['ARTICLE'] });
    const {
      article: { body },
    } = await ask<{ article: { body: string } }>('article', { id: edges[0]!.node.id });
    const { text, start, ranges } = edges[0]!.highlights.find(({ field }) => field === 'BODY')!;
    expect(start).toBeGreaterThan(0);
    expect(body.slice(start, start + text.length)).toBe(text);
    expect(ranges.map((range) => body.slice(start + range.start, start + range.end))).toEqual(['新微集团', '新微集团']);
  });

  test('a search counts what it can be filtered by', async () => {
    const { facets } = await find('战略合作协议');
    expect(facets).toMatchObject({
      types: [
        { type: 'ARTICLE', count: 2 },
        { type: 'AGREEMENT', count: 1 },
      ],
      years: [{ year: 2024, count: 3 }],
    });
    const { person, count } = facets.people.find((facet) => facet.person.name === '许征')!;
    expect(count).toBe(2);
    expect((await find('战略合作协议', { filter: { people: { any: [person.id] } } })).totalCount).toBe(count);
    const agreements = await find('战略合作协议', { types: ['AGREEMENT'] });
    expect(agreements.edges.map(({ node: { __typename } }) => __typename)).toEqual(['Agreement']);
    expect(agreements.facets.types).toEqual(facets.types);
  });

  test('a search finds people in pinyin and organisations by their short names', async () => {
    expect((await find('xu zheng')).edges).toMatchObject([
      { node: { __typename: 'Person', name: '许征' }, highlights: [{ field: 'NAME', text: '许征' }] },
    ]);
    expect((await find('新微集团', { types: ['ORGANISATION'] })).edges).toMatchObject([
      {
        node: { category: 'COMPANY', name: '上海新微科技集团有限公司' },
        highlights: [{ field: 'ALIAS', text: '新微集团', ranges: [{ start: 0, end: 4 }] }],
      },
    ]);
  });

  test('a search is paged', async () => {
    const all = await find('战略合作协议');
    const begin = await find('战略合作协议', { first: 1 });
    const rest = await find('战略合作协议', { first: 5, after: begin.pageInfo.endCursor });
    expect([...begin.edges, ...rest.edges]).toEqual(all.edges);
  });
});

describe('the history of an office', () => {
  const history = (on: string) =>
    ask<{ officeHolders: unknown[] }>('office-history', { organisation: '徐汇区', title: '区长', on });

  test.each([
    [
      '2024-01-15',
      [{ certainty: 'CONFIRMED', tenure: { person: { name: '钟晓咏' }, title: '区长', modality: 'FULL' } }],
    ],
    [
      '2024-05-22',
      [{ certainty: 'CONFIRMED', tenure: { person: { name: '王华' }, title: '代理区长', modality: 'ACTING' } }],
    ],
    ['2024-03-01', [{ certainty: 'UNKNOWN' }, { certainty: 'UNKNOWN' }]],
  ])('the history of an office says who held it on %s', async (on, holders) => {
    expect((await history(on)).officeHolders).toMatchObject(holders);
  });

  test('the history of an office shows everybody known to have held it, the latest first, with the proof', async () => {
    expect(await history('2024-01-15')).toMatchObject({
      organisations: {
        nodes: [
          {
            name: '上海市徐汇区人民政府',
            tenures: {
              totalCount: 2,
              nodes: [
                {
                  person: { name: '王华' },
                  firstCitedOn: '2024-05-21',
                  lastCitedOn: '2024-05-23',
                  evidence: [{ quote: '代理区长' }, { quote: '代理区长' }],
                },
                {
                  person: { name: '钟晓咏' },
                  firstCitedOn: '2024-01-15',
                  evidence: [{ quote: '区长', article: { headline: expect.stringContaining('开门红') as string } }],
                },
              ],
            },
          },
        ],
      },
    });
  });
});

describe('nodes that were answered before', () => {
  test('a node is found again by its id, whatever it is', async () => {
    const front = await ask<{
      publication: { id: string; issues: { nodes: { id: string; articles: { nodes: { id: string }[] } }[] } };
    }>('front-page', { publication: 'xuhui-bao' });
    const office = await ask<{ officeHolders: { tenure: { id: string; person: Named } }[] }>('office-history', {
      organisation: '徐汇区',
      title: '区长',
      on: '2024-01-15',
    });
    const { agreements } = await ask<{ agreements: { nodes: { id: string }[] } }>('agreements', {
      filter: { kinds: ['FRAMEWORK'] },
    });
    const [issue] = front.publication.issues.nodes;
    const { tenure } = office.officeHolders[0]!;
    const ids = [
      front.publication.id,
      issue!.id,
      issue!.articles.nodes[0]!.id,
      tenure.person.id,
      await organisationId('复旦大学'),
      agreements.nodes[0]!.id,
      tenure.id,
    ];
    const { nodes } = await ask<{ nodes: { id: string }[] }>('refetch', { ids }, 'RefetchMany');
    expect(nodes.map(({ id }) => id)).toEqual(ids);
    expect(nodes).toMatchObject([
      { __typename: 'Publication', slug: 'xuhui-bao' },
      { __typename: 'Issue', publishedOn: '2024-05-27' },
      { __typename: 'Article', headline: expect.stringContaining('23 个重大项目集中签约') as string },
      { __typename: 'Person', name: '钟晓咏' },
      { __typename: 'Organisation', category: 'UNIVERSITY' },
      {
        __typename: 'Agreement',
        kind: 'FRAMEWORK',
        instrumentTitle: '上海徐汇城市建设投资（集团）有限公司与上海新微科技集团有限公司合作框架协议',
      },
      { __typename: 'Tenure', title: '区长', firstCitedOn: '2024-01-15' },
    ]);
    for (const node of nodes) expect(await ask('refetch', { id: node.id }, 'Refetch')).toEqual({ node });
  });

  test('a node that no longer exists is null in its place', async () => {
    const id = await organisationId('复旦大学');
    const gone = Buffer.from('Article:00000000-0000-4000-8000-000000000000').toString('base64url');
    expect(await ask('refetch', { ids: [gone, id, gone] }, 'RefetchMany')).toMatchObject({
      nodes: [null, { id }, null],
    });
  });
});
