import { afterAll, beforeAll, expect, test } from 'vitest';
import { addNewspaper, fillArchive } from '../support/archive.ts';
import { createTestDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';
import { ask } from '../support/query.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillArchive(database);
  await addNewspaper(database, 'other');
});
afterAll(() => database.drop());

const LEAD = '3月1日，云溪区与青禾集团签署《战略合作协议》。区长林澄、青禾总裁白露签字，区委书记顾远见证。';
const BODY = `${LEAD}\n\n山高水长\n\n双方2023年4月签过备忘录。`;

/** Asks for these fields of an article of 2024-03-04 by its place on its page. */
async function askArticle(page: number, place: number, fields: string): Promise<unknown> {
  const query = `{ issue(publication: "yunxi-bao", by: { number: 101 }) { articles(page: ${page}) { nodes { ${fields} } } } }`;
  const { issue } = (await ask(database, query)) as { issue: { articles: { nodes: unknown[] } } };
  return issue.articles.nodes[place];
}

test('an article has its lines, its text and its day', async () => {
  expect(
    await askArticle(
      1,
      0,
      `page genre headline headlineLines crossheads source captions eventOn eventOnBasis isIncomplete body
    paragraphs { text start end isCrosshead } excerpt short: excerpt(length: 30) issue { number } byline { role person { name } evidence { field quote } }`,
    ),
  ).toEqual({
    page: 1,
    genre: 'NEWS',
    headline: '云溪区与青禾集团签约',
    headlineLines: ['携手同行', '云溪区与青禾集团签约'],
    crossheads: ['山高水长'],
    source: null,
    captions: [],
    eventOn: '2024-03-01',
    eventOnBasis: 'INFERRED',
    isIncomplete: true,
    body: BODY,
    paragraphs: [
      { text: LEAD, start: 0, end: 47, isCrosshead: false },
      { text: '山高水长', start: 49, end: 53, isCrosshead: true },
      { text: '双方2023年4月签过备忘录。', start: 55, end: 70, isCrosshead: false },
    ],
    excerpt: LEAD,
    short: '3月1日，云溪区与青禾集团签署《战略合作协议》。…',
    issue: { number: 101 },
    byline: [{ role: 'REPORTER', person: { name: '沈一苇' }, evidence: { field: 'BYLINE', quote: '沈一苇' } }],
  });
});

test('every span of an article lies where it says', async () => {
  const article = (await askArticle(1, 0, 'body paragraphs { text start end } annotations { text start end }')) as {
    body: string;
    paragraphs: Span[];
    annotations: Span[];
  };
  for (const { text, start, end } of [...article.paragraphs, ...article.annotations])
    expect(article.body.slice(start, end)).toBe(text);
});
interface Span {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

test('the two parts of an article lead to each other', async () => {
  expect(await askArticle(1, 0, 'continuedFrom { page } continuedOn { page article { headline page body } }')).toEqual({
    continuedFrom: null,
    continuedOn: { page: 3, article: { headline: null, page: 3, body: '云溪区将再接再厉。' } },
  });
  expect(await askArticle(3, 0, 'continuedFrom { page article { headline } } continuedOn { page }')).toEqual({
    continuedFrom: { page: 1, article: { headline: '云溪区与青禾集团签约' } },
    continuedOn: null,
  });
});

test('the people of an article come with roles, printed titles and the words that prove them', async () => {
  expect(
    await askArticle(
      1,
      0,
      `people { totalCount edges { node { name } roles titles { title modality change isOrganisationInferred organisation { name } evidence { quote } }
    evidence { quote field start end rule source { file line start end } article { headline } } } }`,
    ),
  ).toEqual({
    people: {
      totalCount: 4,
      edges: [
        expect.objectContaining({ node: { name: '沈一苇' }, roles: ['BYLINE'], titles: [] }),
        {
          node: { name: '林澄' },
          roles: ['ATTENDED', 'SIGNED'],
          titles: [
            {
              title: '区长',
              modality: 'FULL',
              change: null,
              isOrganisationInferred: true,
              organisation: { name: '云溪区' },
              evidence: { quote: '区长' },
            },
          ],
          evidence: [
            {
              quote: '林澄',
              field: 'BODY',
              start: BODY.indexOf('林澄'),
              end: BODY.indexOf('林澄') + 2,
              rule: 'test.by-hand',
              source: { file: '2024-03-04-1.txt', line: 1, start: BODY.indexOf('林澄'), end: BODY.indexOf('林澄') + 2 },
              article: { headline: '云溪区与青禾集团签约' },
            },
          ],
        },
        expect.objectContaining({ node: { name: '白露' }, roles: ['SIGNED'] }),
        expect.objectContaining({ node: { name: '顾远' }, roles: ['WITNESSED'] }),
      ],
    },
  });
  expect(await askArticle(1, 0, 'people(role: WITNESSED) { totalCount nodes { name } }')).toEqual({
    people: { totalCount: 1, nodes: [{ name: '顾远' }] },
  });
});

test('the organisations of an article come with their printed names; an implied one has none', async () => {
  expect(await askArticle(1, 0, 'organisations { edges { node { name category } names evidence { quote } } }')).toEqual(
    {
      organisations: {
        edges: [
          { node: { name: '云溪区', category: 'GOVERNMENT' }, names: ['云溪区'], evidence: [{ quote: '云溪区' }] },
          {
            node: { name: '青禾集团', category: 'COMPANY' },
            names: ['青禾集团', '青禾'],
            evidence: [{ quote: '青禾集团' }, { quote: '青禾' }],
          },
          { node: { name: '云溪区委', category: 'PARTY' }, names: [], evidence: [{ quote: '区委书记' }] },
        ],
      },
    },
  );
});

test('annotations are the named spans of the body in order, without the byline and what is only implied', async () => {
  expect(
    await askArticle(
      1,
      0,
      'annotations { text entity { __typename ... on Person { name } ... on Organisation { name } } }',
    ),
  ).toEqual({
    annotations: [
      { text: '云溪区', entity: { __typename: 'Organisation', name: '云溪区' } },
      { text: '青禾集团', entity: { __typename: 'Organisation', name: '青禾集团' } },
      { text: '林澄', entity: { __typename: 'Person', name: '林澄' } },
      { text: '青禾', entity: { __typename: 'Organisation', name: '青禾集团' } },
      { text: '白露', entity: { __typename: 'Person', name: '白露' } },
      { text: '顾远', entity: { __typename: 'Person', name: '顾远' } },
    ],
  });
});

test('articles are chosen by the days of their issue and of their event', async () => {
  expect(
    await ask(
      database,
      `{ march: articles(filter: { publishedOn: { from: "2024-03-05", to: "2024-03-31" } }) { totalCount }
    dated: articles(filter: { eventOn: { from: "2024-03-01" } }, orderBy: { field: EVENT_ON, direction: ASC }) { totalCount nodes { eventOn } }
    elsewhere: articles(filter: { publication: "other" }) { totalCount nodes { id } } }`,
    ),
  ).toEqual({
    march: { totalCount: 4 },
    dated: { totalCount: 3, nodes: [{ eventOn: '2024-03-01' }, { eventOn: '2024-03-01' }, { eventOn: '2024-03-01' }] },
    elsewhere: { totalCount: 0, nodes: [] },
  });
});
