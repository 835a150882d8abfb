import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fillArchive } from '../support/archive.ts';
import { createTestDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';
import { answer, ask } from '../support/query.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillArchive(database);
});
afterAll(() => database.drop());

test('a publication has its name, its district and its issues', async () => {
  expect(
    await ask(
      database,
      `{ publication(slug: "yunxi-bao") { slug name frequency city district { name category }
    issues(first: 1) { totalCount nodes { publishedOn } } } nothing: publication(slug: "nobody") { id } publications { totalCount nodes { name } } }`,
    ),
  ).toEqual({
    publication: {
      slug: 'yunxi-bao',
      name: '云溪报',
      frequency: 'weekly',
      city: '临江市',
      district: { name: '云溪区', category: 'GOVERNMENT' },
      issues: { totalCount: 3, nodes: [{ publishedOn: '2024-03-11' }] },
    },
    nothing: null,
    publications: { totalCount: 1, nodes: [{ name: '云溪报' }] },
  });
});

test('issues come newest first, the one of unknown day last', async () => {
  expect(await ask(database, '{ issues { nodes { number publishedOn publishedOnBasis } } }')).toEqual({
    issues: {
      nodes: [
        { number: 102, publishedOn: '2024-03-11', publishedOnBasis: 'STATED' },
        { number: 101, publishedOn: '2024-03-04', publishedOnBasis: 'STATED' },
        { number: null, publishedOn: null, publishedOnBasis: null },
      ],
    },
  });
});

test('an issue has its neighbours, its teasers and the time when it was read', async () => {
  expect(
    await ask(
      database,
      `{ issue(publication: "yunxi-bao", by: { number: 101 }) { importedAt publication { slug } previous { number } next { number previous { number } }
    teasers { title pages article { headline } } } }`,
    ),
  ).toEqual({
    issue: {
      importedAt: '2024-04-01T00:00:00.123Z',
      publication: { slug: 'yunxi-bao' },
      previous: null,
      next: { number: 102, previous: { number: 101 } },
      teasers: [
        { title: '新港开工首船靠泊', pages: [3], article: { headline: '新港开工 首船靠泊' } },
        { title: '百工展', pages: [8, 9], article: null },
      ],
    },
  });
});

test('a newspaper lists what it printed and whom it names, filtered and ordered like the lists of all', async () => {
  const lists = `articles(first: 2) { totalCount nodes { headline } } agreements(filter: { kinds: MEMORANDUM }) { totalCount }
    people(filter: { name: "bai lu" }) { totalCount nodes { name publications { totalCount nodes { slug } } } }
    organisations(orderBy: { field: NAME, direction: DESC }, first: 1) { totalCount nodes { name publications { nodes { slug } } } }`;
  const all = `{ ${lists.replaceAll('publications { totalCount nodes { slug } }', '').replaceAll('publications { nodes { slug } }', '')} }`;
  const { publication } = await ask(database, `{ publication(slug: "yunxi-bao") { ${lists} } }`);
  expect(publication).toMatchObject(await ask(database, all));
  expect(publication).toMatchObject({
    agreements: { totalCount: 3 },
    people: {
      totalCount: 1,
      nodes: [{ name: '白露', publications: { totalCount: 1, nodes: [{ slug: 'yunxi-bao' }] } }],
    },
    organisations: { totalCount: 3, nodes: [{ publications: { nodes: [{ slug: 'yunxi-bao' }] } }] },
  });
});

test('the articles of an issue come in print order, or only those of one page', async () => {
  const query = `{ issue(publication: "yunxi-bao", by: { publishedOn: "2024-03-04" }) { articles { totalCount nodes { page position headline } }
    third: articles(page: 3, first: 1) { totalCount nodes { headline } pageInfo { hasNextPage } } } }`;
  expect(await ask(database, query)).toEqual({
    issue: {
      articles: {
        totalCount: 4,
        nodes: [
          { page: 1, position: 0, headline: '云溪区与青禾集团签约' },
          { page: 1, position: 1, headline: '停水公告' },
          { page: 3, position: 0, headline: null },
          { page: 3, position: 1, headline: '新港开工 首船靠泊' },
        ],
      },
      third: { totalCount: 2, nodes: [{ headline: null }], pageInfo: { hasNextPage: true } },
    },
  });
});

test.each([
  ['{ publishedOn: { from: "2024-03-05" } }', [102]],
  ['{ publishedOn: { from: "2024-03-04", to: "2024-03-04" } }', [101]],
  ['{ number: 102 }', [102]],
  ['{ publication: "yunxi-bao" }', [102, 101, null]],
])('issues, of all newspapers or of one, are chosen by %s', async (filter, numbers) => {
  const issues = { totalCount: numbers.length, nodes: numbers.map((number) => ({ number })) };
  const chosen = `issues(filter: ${filter}) { totalCount nodes { number } }`;
  expect(await ask(database, `{ ${chosen} publication(slug: "yunxi-bao") { ${chosen} } }`)).toEqual({
    issues,
    publication: { issues },
  });
});

describe('arguments that make no sense', () => {
  test.each([
    ['a page from both ends', '{ issues(first: 1, last: 1) { totalCount } }', 'BAD_ARGUMENT'],
    ['a cursor of another list', '{ issues(after: "MTA=") { totalCount } }', 'BAD_CURSOR'],
    ['an excerpt of nothing', '{ articles(first: 1) { nodes { excerpt(length: 0) } } }', 'BAD_ARGUMENT'],
  ])('%s is refused', async (_, query, code) => {
    expect((await answer(database, query)).errors).toMatchObject([{ extensions: { code } }]);
  });

  test.each(['2024-02-30', '2024-3-4', '20240304', 'today'])('%s is refused as a Date', async (day) => {
    const { data, errors } = await answer(
      database,
      'query ($day: Date) { issue(publication: "yunxi-bao", by: { publishedOn: $day }) { id } }',
      { day },
    );
    expect(data).toBeNull();
    expect(errors).toMatchObject([{ message: expect.stringContaining('YYYY-MM-DD') }]);
  });

  test('an issue that the archive does not have is null', async () => {
    expect(await ask(database, '{ issue(publication: "yunxi-bao", by: { number: 7 }) { id } }')).toEqual({
      issue: null,
    });
  });
});
