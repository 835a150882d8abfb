import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encodeGlobalId } from '../../src/schema/global-id.ts';
import { addNewspaper, fillArchive, idOf } from '../support/archive.ts';
import { createTestDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';
import { answer, ask } from '../support/query.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillArchive(database);
  await addNewspaper(database, 'other');
});
afterAll(() => database.drop());

const person = encodeGlobalId({ __typename: 'Person', id: idOf('person', '林澄') });
const witness = encodeGlobalId({ __typename: 'Person', id: idOf('person', '顾远') });
const nobody = encodeGlobalId({ __typename: 'Person', id: idOf('person', '无此人') });
const organisation = encodeGlobalId({ __typename: 'Organisation', id: idOf('organisation', '青禾集团') });

/** What a search finds: names, headlines and titles, with their scores rounded down. */
async function found(query: string, rest = ''): Promise<string[]> {
  const { search } = await ask(
    database,
    `query ($query: String!) { search(query: $query ${rest}) { edges { score node { __typename
    ... on Article { headline } ... on Person { name } ... on Organisation { name } ... on Agreement { instrumentTitle } } } } }`,
    { query },
  );
  return (search as { edges: { score: number; node: Record<string, string> }[] }).edges.map(
    ({ score, node }) =>
      `${Math.floor(score)} ${node['name'] ?? node['headline'] ?? node['instrumentTitle'] ?? node['__typename']}`,
  );
}

describe('the order of matches', () => {
  test('the name itself comes first, then names and headlines with the words, then other texts', async () => {
    const matches = await found('云溪区', ', first: 100');
    expect(matches.slice(0, 5)).toEqual(['5 云溪区', '2 云溪区委', ...Array(3).fill('2 云溪区与青禾集团签约')]);
    expect(matches.slice(5).map((match) => match[0])).toEqual(matches.slice(5).map(() => '1'));
  });

  test('a name spelled in full comes before a name with these initials', async () => {
    expect(await found('linCheng')).toEqual(['4 林澄']);
    expect(await found('lc')).toEqual(['3 林澄']);
  });

  test('the newest article comes first, those without a day last', async () => {
    const { search } = await ask(
      database,
      '{ search(query: "停水公告", types: ARTICLE) { nodes { ... on Article { issue { publishedOn } } } } }',
    );
    expect(search).toEqual({
      nodes: ['2024-03-11', '2024-03-04', null].map((publishedOn) => ({ issue: { publishedOn } })),
    });
  });
});

test('a word to leave out is in no match', async () => {
  expect(await found('云溪区 -青禾', ', first: 100')).not.toContain('2 云溪区与青禾集团签约');
  expect(await found('云溪区 -"与青禾"', ', first: 100')).not.toContain('2 云溪区与青禾集团签约');
  expect(await found('云溪区 -"青禾与"', ', first: 100')).toContain('2 云溪区与青禾集团签约');
});

test('a phrase is matched as it is, over spaces but not over marks', async () => {
  expect(await found('"林澄到场"')).toHaveLength(3);
  expect(await found('"到场林澄"')).toEqual([]);
  expect(await found('"开工林澄"')).toEqual([]);
  expect(await found('"开工，林澄"')).toHaveLength(3);
});

describe('filters of a search', () => {
  test.each<[string, string, number]>([
    ['a type', 'types: PERSON', 0],
    ['types', 'types: [ARTICLE, AGREEMENT]', 9],
    ['no type', 'types: []', 0],
    ['a publication', 'filter: { publication: "yunxi-bao" }', 10],
    ['another publication', 'filter: { publication: "other" }', 0],
    ['a day', 'filter: { datedOn: { from: "2024-03-05" } }', 1],
    ['a person', `filter: { people: { any: ["${person}"] } }`, 9],
    ['any of several people', `filter: { people: { any: ["${person}", "${nobody}"] } }`, 9],
    ['all of several people', `filter: { people: { all: ["${person}", "${witness}", "${person}"] } }`, 9],
    ['several people who are never together', `filter: { people: { all: ["${person}", "${nobody}"] } }`, 0],
    ['no person', 'filter: { people: { any: [] } }', 0],
    ['an organisation', `filter: { organisations: { any: ["${organisation}"] } }`, 9],
    [
      'all together',
      `types: ARTICLE, filter: { publication: "yunxi-bao", datedOn: { to: "2024-03-04" }, people: { any: ["${person}"] }, organisations: { all: ["${organisation}"] } }`,
      1,
    ],
  ])('matches are filtered by %s', async (_, rest, count) => {
    expect(await ask(database, `{ search(query: "青禾", ${rest}) { totalCount nodes { __typename } } }`)).toEqual({
      search: { totalCount: count, nodes: expect.objectContaining({ length: count }) },
    });
  });
});

test('a range of days leaves out people and organisations; a range without ends leaves out nothing', async () => {
  const typesIn = async (datedOn: string): Promise<unknown> => {
    const { search } = await ask(
      database,
      `{ search(query: "云溪", filter: { datedOn: ${datedOn} }) { facets { types { type } } } }`,
    );
    return (search as { facets: { types: { type: string }[] } }).facets.types.map(({ type }) => type);
  };
  expect(await typesIn('{}')).toContain('ORGANISATION');
  expect(await typesIn('{ from: "1900-01-01" }')).toEqual(['ARTICLE', 'AGREEMENT']);
});

test.each([
  'nodes { __typename }',
  'totalCount',
  ...['types { type', 'years { year', 'people { person { id }', 'organisations { organisation { id }'].map(
    (facet) => `facets { ${facet} count } }`,
  ),
])('%s may be asked for alone, whatever types and filter are given', async (part) => {
  for (const types of ['', ', types: []', ', types: [AGREEMENT]', ', types: [PERSON, ARTICLE]']) {
    for (const filter of [
      '',
      ', filter: { publication: "yunxi-bao" }',
      `, filter: { people: { any: ["${person}"] } }`,
    ]) {
      const { search } = await ask(database, `{ search(query: "青禾"${types}${filter}) { ${part} } }`);
      const { search: whole } = await ask(
        database,
        `{ search(query: "青禾"${types}${filter}) { __typename totalCount ${part} } }`,
      );
      expect(whole).toMatchObject(search as object);
    }
  }
});

test('facets count types whatever types are asked for, years, and who is in the matches', async () => {
  expect(
    await ask(
      database,
      `{ search(query: "青禾", types: ARTICLE, first: 0) { totalCount facets {
    types { type count } years { year count } people { person { name } count } organisations { organisation { name } count } } } }`,
    ),
  ).toEqual({
    search: {
      totalCount: 3,
      facets: {
        types: [
          { type: 'AGREEMENT', count: 6 },
          { type: 'ARTICLE', count: 3 },
          { type: 'ORGANISATION', count: 1 },
        ],
        years: [{ year: 2024, count: 2 }],
        people: expect.toSatisfy(
          (people: { person: { name: string }; count: number }[]) =>
            // Not 沈一苇, who wrote them.
            people
              .map(({ person: { name }, count }) => `${name} ${count}`)
              .toSorted()
              .join() === '林澄 3,白露 3,顾远 3',
        ),
        organisations: expect.arrayContaining(
          ['云溪区', '青禾集团', '云溪区委'].map((name) => ({ organisation: { name }, count: 3 })),
        ),
      },
    },
  });
});

test('a search for nothing finds nothing', async () => {
  expect(
    await ask(
      database,
      `{ search(query: "-青禾") { totalCount nodes { __typename } pageInfo { hasNextPage startCursor } facets { types { count } years { count } people { count } organisations { count } } } }`,
    ),
  ).toEqual({
    search: {
      totalCount: 0,
      nodes: [],
      pageInfo: { hasNextPage: false, startCursor: null },
      facets: { types: [], years: [], people: [], organisations: [] },
    },
  });
});

describe('highlights', () => {
  test('highlights are the stored texts with the places found, wherever a text begins', async () => {
    expect(
      await ask(
        database,
        '{ search(query: "新港 林澄", first: 1) { edges { highlights { field text start ranges { start end } } } } }',
      ),
    ).toEqual({
      search: {
        edges: [
          {
            highlights: [
              { field: 'HEADLINE', text: '新港开工 首船靠泊', start: 0, ranges: [{ start: 0, end: 2 }] },
              {
                field: 'BODY',
                text: '新港开工，林 澄到场。',
                start: 0,
                ranges: [
                  { start: 0, end: 2 },
                  { start: 5, end: 8 },
                ],
              },
            ],
          },
        ],
      },
    });
  });

  test('a highlight is the whole name for its pinyin, and the words of an agreement', async () => {
    expect(
      await ask(database, '{ search(query: "gu yuan") { edges { highlights { field text ranges { start end } } } } }'),
    ).toEqual({
      search: { edges: [{ highlights: [{ field: 'NAME', text: '顾远', ranges: [{ start: 0, end: 2 }] }] }] },
    });
    const { search } = await ask(
      database,
      '{ search(query: "战略合作", types: AGREEMENT, first: 1) { edges { highlights { field text ranges { start end } } } } }',
    );
    expect(search).toEqual({
      edges: [
        {
          highlights: [
            { field: 'INSTRUMENT_TITLE', text: '战略合作协议', ranges: [{ start: 0, end: 4 }] },
            { field: 'QUOTE', text: '签署《战略合作协议》', ranges: [{ start: 3, end: 7 }] },
          ],
        },
      ],
    });
  });
});

describe('articles by text', () => {
  const articles = async (text: string) =>
    ask(database, 'query ($text: String!) { articles(filter: { text: $text }) { totalCount nodes { headline } } }', {
      text,
    });

  test('articles by text are those that a search finds, in the order of articles', async () => {
    expect(await articles('青禾 -停水')).toEqual({
      articles: { totalCount: 3, nodes: Array(3).fill({ headline: '云溪区与青禾集团签约' }) },
    });
    expect(await articles('"林澄到场"')).toEqual({
      articles: { totalCount: 3, nodes: Array(3).fill({ headline: '新港开工 首船靠泊' }) },
    });
    expect(await articles('-停水')).toEqual({ articles: { totalCount: 0, nodes: [] } });
  });

  test('a text that is too long is refused', async () => {
    const { errors } = await answer(database, `{ articles(filter: { text: "${'云'.repeat(201)}" }) { totalCount } }`);
    expect(errors).toEqual([
      expect.objectContaining({
        message: '`filter.text` must be at most 200 characters; it is 201.',
        extensions: { code: 'BAD_ARGUMENT' },
      }),
    ]);
  });
});

describe('the bounds of a query', () => {
  const [words, characters] = [
    'must have at most 32 words; it has',
    'must have at most 10 Chinese characters that stand alone; it has',
  ];
  const searches: [string, string][] = [
    ['query', 'query ($query: String!) { search(query: $query) { totalCount } }'],
    ['filter.text', 'query ($query: String!) { articles(filter: { text: $query }) { totalCount } }'],
    ['filter.text', 'query ($query: String!) { agreements(filter: { text: $query }) { totalCount } }'],
    [
      'filter.text',
      'query ($query: String!) { publication(slug: "yunxi-bao") { articles(filter: { text: $query }) { totalCount } } }',
    ],
  ];

  test.each(searches)('%s of %s is bounded in its words', async (argument, document) => {
    const refusals = [
      [Array(11).fill('水').join('，'), characters, 11],
      [Array(11).fill('-水 a').join(' '), characters, 11],
      [`"${Array(11).fill('水').join('、')}"`, characters, 11],
      [Array(33).fill('云溪').join(' '), words, 33],
      [Array(33).fill('a').join(' '), words, 33],
      [Array(33).fill('1月3日').join(' '), words, 33],
    ] as const;
    for (const [query, bound, count] of refusals) {
      const { errors } = await answer(database, document, { query });
      expect(errors.map(({ message, extensions }) => [message, extensions?.['code']])).toEqual([
        [`\`${argument}\` ${bound} ${count}.`, 'BAD_ARGUMENT'],
      ]);
    }
    for (const query of [
      Array(10).fill('水').join('，'),
      Array(32).fill('云溪').join(' '),
      '云溪区与青禾集团签约'.repeat(20),
    ]) {
      expect((await answer(database, document, { query })).errors).toEqual([]);
    }
  });
});

test('an id of another type is refused', async () => {
  const { errors } = await answer(
    database,
    `{ search(query: "青禾", filter: { people: { any: ["${organisation}"] } }) { totalCount } }`,
  );
  expect(errors).toEqual([expect.objectContaining({ extensions: { code: 'BAD_ID' } })]);
});
