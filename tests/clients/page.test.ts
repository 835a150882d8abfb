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

/** The id of the article of the newest issue whose headline has these words. */
async function newestArticle(words: string): Promise<string> {
  type Answer = {
    publication: { issues: { nodes: { articles: { nodes: { id: string; headline: string | null }[] } }[] } };
  };
  const { publication } = await ask<Answer>('front-page', { publication: 'xuhui-bao', first: 1 });
  return publication.issues.nodes[0]!.articles.nodes.find(({ headline }) => headline?.includes(words))!.id;
}

test('the front page shows the issues newest first, with their index and their articles', async () => {
  const { publication } = await ask<{ publication: { issues: { nodes: unknown[] } } }>('front-page', {
    publication: 'xuhui-bao',
  });
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
        {
          headlineLines: ['23 个重大项目集中签约', '全市首推“重点企业服务包PLUS 计划”'],
          source: '区投促办',
          byline: [],
        },
        {
          byline: [
            { role: 'REPORTER', person: { name: '刘坤' } },
            { role: 'REPORTER', person: { name: '陈文卿' } },
          ],
        },
        { headline: '曹立强走访调研本区机构改革新组建单位' },
      ],
    },
  });
});

test('the front page of a newspaper that the archive does not hold is null', async () => {
  expect(await ask('front-page', { publication: 'nowhere' })).toEqual({ publication: null });
});

describe('an article', () => {
  interface Span {
    readonly start: number;
    readonly end: number;
  }
  interface Read {
    readonly body: string;
    readonly paragraphs: readonly (Span & { readonly text: string })[];
    readonly annotations: readonly (Span & {
      readonly text: string;
      readonly entity: Named & { readonly __typename: string };
    })[];
    readonly people: {
      readonly edges: readonly {
        readonly node: Named;
        readonly evidence: readonly (Span & { readonly field: string; readonly quote: string })[];
      }[];
    };
    readonly organisations: { readonly edges: readonly { readonly node: Named }[] };
  }
  let article: Read;
  beforeAll(async () => {
    ({ article } = await ask<{ article: Read }>('article', { id: await newestArticle('战略合作协议') }));
  });

  test('an article has its display lines, its days, its paper and its agreement', () => {
    expect(article).toMatchObject({
      headlineLines: ['功以才成 业由才广', '徐汇区、复旦大学和中智股份战略合作协议签约仪式举行'],
      eventOn: '2024-05-21',
      isIncomplete: false,
      issue: { publishedOn: '2024-05-27', publication: { name: '徐汇报' } },
      continuedFrom: null,
      continuedOn: null,
      agreements: {
        totalCount: 1,
        nodes: [
          {
            kind: 'STRATEGIC',
            signedOn: '2024-05-21',
            parties: ['上海市徐汇区人民政府', '复旦大学', '中智股份'].map((name) => ({ organisation: { name } })),
          },
        ],
      },
    });
  });

  test('an article is covered by its paragraphs', () => {
    expect(article.paragraphs).toHaveLength(5);
    expect(article.paragraphs.map(({ text }) => text).join('\n\n')).toBe(article.body);
    for (const { text, start, end } of article.paragraphs) expect(article.body.slice(start, end)).toBe(text);
  });

  test('an article names people and organisations in spans that can be highlighted one after another', () => {
    const { annotations, body, people, organisations } = article;
    expect(annotations.slice(0, 8).map(({ text, entity }) => [text, entity.__typename, entity.name])).toEqual([
      ['徐汇区', 'Organisation', '上海市徐汇区人民政府'],
      ['复旦大学', 'Organisation', '复旦大学'],
      ['中智股份', 'Organisation', '中智股份'],
      ['复旦大学', 'Organisation', '复旦大学'],
      ['复旦大学', 'Organisation', '复旦大学'],
      ['裘新', 'Person', '裘新'],
      ['中国科学院', 'Organisation', '中国科学院'],
      ['金力', 'Person', '金力'],
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

  test('an article says what each person did in it, under which titles, and where', () => {
    expect(article.people).toMatchObject({ totalCount: 14 });
    const edgeOf = (name: string) => article.people.edges.find(({ node }) => node.name === name);
    expect(edgeOf('王华')).toMatchObject({
      roles: ['ATTENDED', 'SPOKE'],
      titles: [
        { title: '区委副书记', modality: 'DEPUTY', organisation: { name: '徐汇区委' } },
        {
          title: '代理区长',
          modality: 'ACTING',
          isOrganisationInferred: true,
          organisation: { name: '上海市徐汇区人民政府' },
        },
      ],
    });
    expect(edgeOf('刘坤')).toMatchObject({ roles: ['BYLINE'], evidence: [{ field: 'BYLINE', quote: '刘坤' }] });
    for (const { field, start, end, quote } of article.people.edges.flatMap(({ evidence }) => evidence)) {
      if (field === 'BODY') expect(article.body.slice(start, end)).toBe(quote);
    }
  });

  test('an article that the archive does not hold is null', async () => {
    const id = Buffer.from('Article:00000000-0000-4000-8000-000000000000').toString('base64url');
    expect(await ask('article', { id })).toEqual({ article: null });
  });
});

describe('a person', () => {
  const named = (name: string) =>
    ask<{ people: { nodes: Named[] } }>('person', { name, publication: 'xuhui-bao' }, 'PeopleNamed').then(
      ({ people }) => people.nodes,
    );
  const shown = async (name: string) => {
    const [only, ...others] = await named(name);
    expect(others).toEqual([]);
    return (await ask<{ person: object }>('person', { id: only!.id }, 'PersonPage')).person;
  };

  test('a person is shown with offices, articles, agreements and the people met at events', async () => {
    expect(await shown('王华')).toMatchObject({
      name: '王华',
      pinyin: 'wang hua',
      firstNamedOn: '2024-05-21',
      lastNamedOn: '2024-05-23',
      tenures: {
        totalCount: 2,
        nodes: expect.arrayContaining([
          expect.objectContaining({
            title: '代理区长',
            modality: 'ACTING',
            firstCitedOn: '2024-05-21',
            lastCitedOn: '2024-05-23',
          }),
        ]) as unknown[],
      },
      articles: {
        totalCount: 2,
        pageInfo: { hasNextPage: false },
        edges: [
          { node: { issue: { publishedOn: '2024-05-27' } } },
          { titles: expect.arrayContaining([expect.objectContaining({ title: '代理区长' })]) as unknown[] },
        ],
      },
      agreements: { totalCount: 0, nodes: [] },
      coAppearances: { totalCount: 15 },
    });
  });

  test('the people met most often come first', async () => {
    type Met = { coAppearances: { edges: { count: number; node: Named; articles: { nodes: Named[] } }[] } };
    const { edges } = ((await shown('王华')) as Met).coAppearances;
    expect(edges.slice(0, 2).map(({ node, count, articles }) => [node.name, count, articles.nodes.length])).toEqual([
      ['曹立强', 2, 2],
      [expect.any(String), 1, 1],
    ]);
  });

  test('a person is the same in characters and in pinyin', async () => {
    const [printed, romanised] = await Promise.all(['许征', 'xu zheng'].map(shown));
    expect(romanised).toEqual(printed);
    expect(printed).toMatchObject({
      agreements: {
        totalCount: 1,
        nodes: [
          { kind: 'STRATEGIC', signatories: [{}, { person: { name: '许征' }, onBehalfOf: { name: '复旦大学' } }, {}] },
        ],
      },
    });
  });

  test('a name that nobody has finds nobody', async () => {
    expect(await named('林澄')).toEqual([]);
  });
});

test('an organisation is shown with its names, the holders of its offices, its agreements and its partners', async () => {
  const { organisations } = await ask<{ organisations: { nodes: Named[] } }>(
    'organisation',
    { name: '新微集团' },
    'OrganisationsNamed',
  );
  expect(organisations.nodes).toMatchObject([{ name: '上海新微科技集团有限公司', category: 'COMPANY' }]);
  const { organisation } = await ask<{ organisation: object }>(
    'organisation',
    { id: organisations.nodes[0]!.id },
    'OrganisationPage',
  );
  expect(organisation).toMatchObject({
    name: '上海新微科技集团有限公司',
    category: 'COMPANY',
    aliases: expect.arrayContaining([{ name: '新微集团', evidence: { quote: '新微集团' } }]) as unknown[],
    tenures: {
      totalCount: 2,
      nodes: expect.arrayContaining([expect.objectContaining({ title: '总裁', modality: 'FULL' })]) as unknown[],
    },
    articles: {
      totalCount: 1,
      edges: [{ node: { headline: expect.stringContaining('徐汇区与新微集团签约') as string } }],
    },
    agreements: {
      totalCount: 2,
      nodes: [
        { kind: 'FRAMEWORK', signedOn: '2024-01-15' },
        { kind: 'MEMORANDUM', signedOn: '2024-01-15' },
      ],
    },
    partners: {
      totalCount: 2,
      edges: expect.arrayContaining([
        expect.objectContaining({
          count: 1,
          node: expect.objectContaining({ name: '上海市徐汇区人民政府' }) as unknown,
          agreements: { nodes: [expect.objectContaining({ kind: 'MEMORANDUM' })] },
        }),
        expect.objectContaining({ count: 1, agreements: { nodes: [expect.objectContaining({ kind: 'FRAMEWORK' })] } }),
      ]) as unknown[],
    },
  });
});
