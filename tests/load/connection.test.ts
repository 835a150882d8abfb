import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createLoaders } from '../../src/load/loaders.ts';
import type { Load } from '../../src/load/loaders.ts';
import type { Connection, PageArguments } from '../../src/query/page.ts';
import { fillArchive, idOf, multiplyArchive } from '../support/archive.ts';
import { createTestDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillArchive(database);
  await multiplyArchive(database, 4);
});
afterAll(() => database.drop());

type List = (load: Load, args: PageArguments<never>) => Connection<{ readonly node: { readonly id: string } }>;

/** A list of counts as a list of whom they count. */
function named(list: Connection<{ readonly otherId: string }>): ReturnType<List> {
  const page = async () => {
    const read = await list.page();
    return { ...read, edges: read.edges.map((edge) => ({ ...edge, node: { id: edge.otherId } })) };
  };
  return { totalCount: () => list.totalCount(), page };
}

/** The ids seen on a walk through all pages, in the order of the list. */
async function walk(
  list: List,
  size: number,
  isBackward: boolean,
  orderBy?: PageArguments['orderBy'],
): Promise<string[]> {
  const seen: string[] = [];
  let cursor: string | undefined;
  for (;;) {
    const place = isBackward ? { last: size, before: cursor } : { first: size, after: cursor };
    const page = await list(createLoaders(database), { ...place, orderBy: orderBy as never }).page();
    expect(page.edges.length).toBeLessThanOrEqual(size);
    const ids = page.edges.map(({ node }) => node.id);
    if (isBackward) seen.unshift(...ids);
    else seen.push(...ids);
    if (!(isBackward ? page.hasPreviousPage : page.hasNextPage)) return seen;
    cursor = page.edges.at(isBackward ? 0 : -1)!.cursor;
  }
}

const issue = idOf('issue', '2024-03-04');
const signing = idOf('article', '2024-03-04', 'signing');
const mayor = idOf('person', '林澄');
const district = idOf('organisation', '云溪区');
const publication = idOf('publication', 'yunxi-bao');

describe.each<[string, List, string | undefined, number]>([
  ['issues by day', (load, args) => load.issues(args), 'PUBLISHED_ON', 7],
  ['issues by number', (load, args) => load.issues(args), 'NUMBER', 7],
  ['issues of a publication', (load, args) => load.issuesOfPublication(publication, args), 'PUBLISHED_ON', 7],
  ['articles by day', (load, args) => load.articles(args), 'PUBLISHED_ON', 28],
  ['articles by event', (load, args) => load.articles(args), 'EVENT_ON', 28],
  ['articles of an issue', (load, args) => load.articlesOfIssue(issue, args), undefined, 4],
  ['people by name', (load, args) => load.people(args), 'NAME', 8],
  ['people by pinyin', (load, args) => load.people(args), 'PINYIN', 8],
  ['people of an article', (load, args) => load.peopleOfArticle(signing, args), undefined, 4],
  ['articles of a person', (load, args) => load.articlesOfPerson(mayor, args), 'PUBLISHED_ON', 14],
  ['organisations', (load, args) => load.organisations(args), 'NAME', 7],
  ['articles of an organisation', (load, args) => load.articlesOfOrganisation(district, args), 'EVENT_ON', 7],
  ['agreements', (load, args) => load.agreements(args), 'SIGNED_ON', 14],
  ['agreements of an issue', (load, args) => load.agreementsOfIssue(issue, args), undefined, 2],
  ['agreements of a person', (load, args) => load.agreementsOfPerson(mayor, args), 'SIGNED_ON', 7],
  ['agreements of an organisation', (load, args) => load.agreementsOfOrganisation(district, args), 'SIGNED_ON', 14],
  [
    'articles that have a person, by day',
    (load, args) => load.articles({ ...args, filter: { people: { any: [mayor] } } }),
    'PUBLISHED_ON',
    14,
  ],
  [
    'articles that have a person, by event',
    (load, args) => load.articles({ ...args, filter: { people: { any: [mayor] } } }),
    'EVENT_ON',
    14,
  ],
  [
    'articles that have an organisation',
    (load, args) => load.articles({ ...args, filter: { organisations: { any: [district] } } }),
    'PUBLISHED_ON',
    7,
  ],
  ['people with a title', (load, args) => load.people({ ...args, filter: { title: '总裁' } }), 'PINYIN', 5],
  [
    'organisations of two kinds',
    (load, args) => load.organisations({ ...args, filter: { categories: ['COMPANY', 'PARTY'] } }),
    'NAME',
    6,
  ],
  [
    'agreements of a party',
    (load, args) => load.agreements({ ...args, filter: { parties: { any: [district] } } }),
    'SIGNED_ON',
    14,
  ],
  [
    'agreements of a signatory',
    (load, args) => load.agreements({ ...args, filter: { signatory: mayor } }),
    'SIGNED_ON',
    7,
  ],
  ['people seen with a person', (load, args) => named(load.coAppearances(mayor, args)), undefined, 6],
  [
    'people seen with a person since a day',
    (load, args) => named(load.coAppearances(mayor, { ...args, during: { from: '2000-01-01' } })),
    undefined,
    6,
  ],
  ['organisations that one signed with', (load, args) => named(load.partners(district, args)), undefined, 5],
])('%s', (_, list, field, count) => {
  const orders =
    field === undefined
      ? [undefined]
      : [
          { field, direction: 'ASC' as const },
          { field, direction: 'DESC' as const },
        ];

  test.each([1, 2, 7])(
    'each row is seen once on a walk in pages of %i, and backwards in the same order',
    async (size) => {
      for (const orderBy of orders) {
        const whole = (await list(createLoaders(database), { first: 100, orderBy: orderBy as never }).page()).edges.map(
          ({ node }) => node.id,
        );
        expect(new Set(whole).size).toBe(count);
        expect(await walk(list, size, false, orderBy)).toEqual(whole);
        expect(await walk(list, size, true, orderBy)).toEqual(whole);
      }
    },
  );

  test('the count is of the whole list, whatever the page', async () => {
    expect(await list(createLoaders(database), { first: 1 }).totalCount()).toBe(count);
  });
});

describe('rows added between two pages', () => {
  const added = ['00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff'];
  afterEach(async () => {
    await database.sql`delete from issues where key = any(${`{${added.join()}}`}::text[])`;
  });

  /** Rows with the same day as the edge, that sort before and after it. */
  async function addBeside({ publishedOn }: { publishedOn: string | null }): Promise<void> {
    for (const id of added) {
      await database.sql`insert into issues (id, publication_id, key, published_on, published_on_basis)
        values (${id}, ${publication}, ${id}, ${publishedOn}, ${publishedOn === null ? null : 'STATED'})`;
    }
  }

  test.each([
    ['a known day', 2],
    ['no known day', 6],
  ])('a new row is seen if it sorts behind the cursor, and not if it sorts before it: %s', async (_, at) => {
    const { edges } = await createLoaders(database).issues({ first: 100 }).page();
    const cut = edges[at]!;
    await addBeside(cut.node);
    const whole = (await createLoaders(database).issues({ first: 100 }).page()).edges.map(({ node }) => node.id);
    const place = whole.indexOf(cut.node.id);
    expect(place).toBe(at + 1);

    const behind = await createLoaders(database).issues({ first: 100, after: cut.cursor }).page();
    expect(behind.edges.map(({ node }) => node.id)).toEqual(whole.slice(place + 1));
    const inFront = await createLoaders(database).issues({ last: 100, before: cut.cursor }).page();
    expect(inFront.edges.map(({ node }) => node.id)).toEqual(whole.slice(0, place));
  });
});

describe('rows without a day', () => {
  test.each(['ASC', 'DESC'] as const)('rows without a day come last when the order is %s', async (direction) => {
    const { edges } = await createLoaders(database)
      .issues({ orderBy: { field: 'PUBLISHED_ON', direction } })
      .page();
    const days = edges.map(({ node }) => node.publishedOn);
    expect(days.at(-1)).toBeNull();
    const dated = days.slice(0, -1);
    expect(dated).toEqual(direction === 'ASC' ? dated.toSorted() : dated.toSorted().toReversed());
  });
});

describe('rows between two cursors', () => {
  test.each(['first', 'last'] as const)('the rows between two cursors are read with `%s`', async (side) => {
    const load = createLoaders(database);
    const { edges } = await load.agreements({}).page();
    const between = edges.slice(3, -2);
    const after = edges[2]!.cursor;
    const before = edges.at(-2)!.cursor;
    const page = await load.agreements({ [side]: 20, after, before }).page();
    expect(page.edges.map(({ node }) => node.id)).toEqual(between.map(({ node }) => node.id));
  });

  test('there are no rows when the cursors are the wrong way round', async () => {
    const load = createLoaders(database);
    const { edges } = await load.agreements({}).page();
    const page = await load.agreements({ after: edges.at(-1)!.cursor, before: edges[0]!.cursor }).page();
    expect(page.edges).toEqual([]);
  });
});

describe('arguments that cannot be read', () => {
  const cursorOf = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const id = idOf('issue', '2024-03-04');

  test.each<[string, PageArguments<never>]>([
    ['both ends', { first: 1, last: 1 }],
    ['fewer than none from the beginning', { first: -1 }],
    ['fewer than none from the end', { last: -1 }],
    ['more than 100', { first: 1000 }],
    ['one more than 100 from the end', { last: 101 }],
  ])('%s is refused with BAD_ARGUMENT', (_, args) => {
    expect(() => createLoaders(database).issues(args)).toThrow(
      expect.objectContaining({ extensions: { code: 'BAD_ARGUMENT' } }),
    );
  });

  test.each([
    ['no base64', '版面'],
    ['no JSON', Buffer.from('{').toString('base64url')],
    ['no list', cursorOf({ id })],
    ['of another order', cursorOf(['issues NUMBER', 101, id])],
    ['of another list in the order of the same name', cursorOf(['articles PUBLISHED_ON', '2024-02-28', id])],
    ['too few values', cursorOf(['issues PUBLISHED_ON', id])],
    ['a day that no calendar has', cursorOf(['issues PUBLISHED_ON', '2024-02-30', id])],
    ['no id', cursorOf(['issues PUBLISHED_ON', '2024-02-28', "' or true"])],
    ['null where there is none', cursorOf(['issues PUBLISHED_ON', '2024-02-28', null])],
  ])('a cursor that is %s is refused with BAD_CURSOR', (_, after) => {
    expect(() => createLoaders(database).issues({ after })).toThrow(
      expect.objectContaining({ extensions: { code: 'BAD_CURSOR' } }),
    );
  });

  test('a similar cursor of this list and order is accepted', async () => {
    const { edges } = await createLoaders(database)
      .issues({ after: cursorOf(['issues PUBLISHED_ON', '2024-03-05', id]) })
      .page();
    expect(edges[0]!.node.publishedOn).toBe('2024-03-04');
  });

  test('a page of size 0 is empty', async () => {
    expect(await createLoaders(database).issues({ first: 0 }).page()).toMatchObject({ edges: [], hasNextPage: true });
  });
});
