import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encodeGlobalId } from '../../src/schema/global-id.ts';
import { reindex } from '../../src/store/reindex.ts';
import { PUBLICATION, fillArchive, idOf } from '../support/archive.ts';
import { createTestDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';
import { answer, ask } from '../support/query.ts';

const MAYOR = encodeGlobalId({ __typename: 'Person', id: idOf('person', '林澄') });
const DISTRICT = encodeGlobalId({ __typename: 'Organisation', id: idOf('organisation', '云溪区') });

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillArchive(database); // Three issues tell of one signing, on 2024-03-01, with 林澄, 白露 and 顾远.
  for (const name of ['苏禾', '江晚', '纪行', '陆平', '叶舟', '程远']) {
    await database.sql`insert into people (id, name, pinyin) values (${idOf('person', name)}, ${name}, ${name})`;
  }
  // Two events on one day, with different people; the next issue reports the second again.
  await addArticle({ name: 'visit', issue: '2024-03-04', eventOn: '2024-03-02', present: ['林澄', '苏禾'] });
  await addArticle({
    name: 'opening',
    issue: '2024-03-04',
    eventOn: '2024-03-02',
    present: ['林澄', '苏禾', '江晚'],
    named: ['纪行'],
  });
  await addArticle({ name: 'again', issue: '2024-03-11', eventOn: '2024-03-02', present: ['江晚', '苏禾', '林澄'] });
  // An article that continues on another page, where others are named.
  await addArticle({
    name: 'head',
    issue: '2024-03-11',
    page: 5,
    eventOn: '2024-03-09',
    on: 6,
    present: ['林澄', '苏禾'],
  });
  await addArticle({ name: 'end', issue: '2024-03-11', page: 6, from: 5, present: ['林澄', '陆平', '苏禾'] });
  // Without a day, two articles with the same people are two events.
  await addArticle({ name: 'undated', issue: 'undated', present: ['林澄', '叶舟'] });
  await addArticle({ name: 'undated too', issue: 'undated', present: ['林澄', '叶舟'] });
  await addArticle({ name: 'told of', issue: '2024-03-11', eventOn: '2024-03-10', present: ['程远'], named: ['林澄'] });
  await reindex(database);
});
afterAll(() => database.drop());

interface ArticleOptions {
  readonly name: string;
  readonly issue: string;
  readonly page?: number;
  readonly eventOn?: string;
  /** The page that it comes from or continues on. */
  readonly from?: number;
  readonly on?: number;
  readonly present: readonly string[];
  readonly named?: readonly string[];
}

let position = 100;

async function addArticle({
  name,
  issue,
  page = 1,
  eventOn,
  from,
  on,
  present,
  named = [],
}: ArticleOptions): Promise<void> {
  const { sql } = database;
  const id = idOf('article', issue, name);
  const publishedOn = issue === 'undated' ? null : issue;
  position += 1;
  await sql`insert into articles (id, issue_id, page_id, position, page, genre, headline, headline_lines, body, paragraphs, captions, event_on, event_on_basis,
      is_incomplete, has_continued_from, continued_from_page, has_continued_on, continued_on_page, published_on, publication_id)
    values (${id}, ${idOf('issue', issue)}, ${idOf('page', issue, 1)}, ${position}, ${page}, 'NEWS', ${name}, '{}', '', '[]', '{}', ${eventOn ?? null}, ${eventOn === undefined ? null : 'STATED'},
      false, ${from !== undefined}, ${from ?? null}, ${on !== undefined}, ${on ?? null}, ${publishedOn}, ${PUBLICATION.id})`;
  for (const [ordinal, person] of [...present, ...named].entries()) {
    await sql`insert into article_people (article_id, person_id, ordinal, publication_id, is_present, published_on, cited_on)
      values (${id}, ${idOf('person', person)}, ${ordinal}, ${PUBLICATION.id}, ${present.includes(person)}, ${publishedOn}, ${eventOn ?? publishedOn})`;
    await sql`insert into mentions (article_id, ordinal, person_id, name, is_implied, field, start, "end", quote, rule, raw_start, raw_end, line)
      values (${id}, ${ordinal}, ${idOf('person', person)}, ${person}, false, 'BODY', 0, 1, ${person}, 'test', 0, 1, 1)`;
  }
}

const edges = 'edges { count firstOn lastOn node { name } }';

async function seenWith(name: string, args = ''): Promise<unknown> {
  const { people } = await ask(
    database,
    `query ($name: String!) { people(filter: { name: $name }) { nodes { coAppearances${args} { ${edges} } } } }`,
    { name },
  );
  return (people as { nodes: [{ coAppearances: { edges: unknown } }] }).nodes[0].coAppearances.edges;
}

const edge = (name: string, count: number, firstOn: string | null, lastOn: string | null) => ({
  count,
  firstOn,
  lastOn,
  node: { name },
});

describe('people whom a person was seen with', () => {
  test('co-appearances are counted by events: the parts of an article are one, and so are all that tell of one day and the same people', async () => {
    expect(await seenWith('林澄')).toEqual([
      edge('苏禾', 3, '2024-03-02', '2024-03-09'),
      edge('叶舟', 2, null, null),
      edge('陆平', 1, '2024-03-09', '2024-03-09'),
      edge('江晚', 1, '2024-03-02', '2024-03-02'),
      ...[
        ['白露', idOf('person', '白露')],
        ['顾远', idOf('person', '顾远')],
      ]
        .toSorted((a, b) => (a[1]! < b[1]! ? 1 : -1))
        .map(([name]) => edge(name!, 1, '2024-03-01', '2024-03-01')),
    ]);
  });

  test('authors and people who are only named do not count, on either side', async () => {
    expect(await seenWith('沈一苇')).toEqual([]);
    expect(await seenWith('纪行')).toEqual([]);
    expect(await seenWith('程远')).toEqual([]);
  });

  test('a co-appearance is seen from the other side as well', async () => {
    expect(await seenWith('陆平')).toEqual(
      expect.arrayContaining([expect.objectContaining({ count: 1, node: { name: '林澄' } })]),
    );
  });

  test.each([
    ['(during: { from: "2024-03-09" })', ['苏禾', '陆平']],
    ['(during: { to: "2024-03-01" })', ['白露', '顾远']],
    ['(during: { from: "2024-03-02", to: "2024-03-02" })', ['江晚', '苏禾']],
    ['(during: { from: "2024-03-03", to: "2024-03-02" })', []],
  ])('co-appearances can be asked for between two days: %s', async (args, names) => {
    const found = (await seenWith('林澄', args)) as { node: { name: string } }[];
    expect(found.map(({ node }) => node.name).toSorted()).toEqual(names.toSorted());
  });

  test('two days that include all give the same people and counts', async () => {
    const dated = ((await seenWith('林澄')) as { lastOn: string | null }[]).filter(({ lastOn }) => lastOn !== null);
    expect(dated).toHaveLength(5);
    expect(await seenWith('林澄', '(during: { from: "2000-01-01" })')).toEqual(dated);
    expect(await seenWith('林澄', '(during: { to: "2100-01-01" })')).toEqual(dated);
  });

  test('a co-appearance has its articles, newest first, and the words that name the other', async () => {
    const query = (
      args: string,
    ) => `query ($id: ID!) { person(id: $id) { coAppearances(first: 1${args}) { edges { node { name }
      articles { totalCount nodes { headline } edges { evidence { quote article { headline } } } } newest: articles(first: 1) { nodes { headline } pageInfo { hasNextPage } } } } } }`;
    const read = async (args: string) =>
      ((await ask(database, query(args), { id: MAYOR })) as { person: { coAppearances: { edges: unknown[] } } }).person
        .coAppearances.edges[0];
    const headlines = (names: string[]) => names.map((headline) => ({ headline }));
    const named = { evidence: [{ quote: '苏禾', article: expect.anything() }] };
    expect(await read(', during: { from: "2024-03-03" }')).toEqual({
      node: { name: '苏禾' },
      articles: { totalCount: 2, nodes: [expect.anything(), expect.anything()], edges: [named, named] },
      newest: { nodes: [expect.anything()], pageInfo: { hasNextPage: true } },
    });
    const {
      articles: { nodes },
    } = (await read('')) as { articles: { nodes: { headline: string }[] } };
    expect(nodes.slice(0, 3)).toEqual(expect.arrayContaining(headlines(['again', 'head', 'end'])));
    expect(nodes.slice(3)).toEqual(expect.arrayContaining(headlines(['visit', 'opening'])));
    expect(nodes).toHaveLength(5);
  });

  test('a co-appearance has at most 100 articles', async () => {
    for (const first of [-1, 101]) {
      expect(
        (
          await answer(
            database,
            `query ($id: ID!) { person(id: $id) { coAppearances { edges { articles(first: ${first}) { totalCount } } } } }`,
            { id: MAYOR },
          )
        ).errors[0],
      ).toMatchObject({ message: expect.stringContaining('`first`'), extensions: { code: 'BAD_ARGUMENT' } });
    }
  });
});

describe('organisations that an organisation signed with', () => {
  const partners = async (args = '') => {
    const { organisation } = await ask(
      database,
      `query ($id: ID!) { organisation(id: $id) { partners${args} { totalCount edges {
      count firstOn lastOn node { name } agreements(first: 2) { totalCount nodes { kind signedOn } } } } } }`,
      { id: DISTRICT },
    );
    return (organisation as { partners: unknown }).partners;
  };

  test('partners are counted by agreements, earlier ones too; the newest are read first', async () => {
    expect(await partners()).toEqual({
      totalCount: 1,
      edges: [
        {
          count: 6,
          firstOn: '2024-03-01',
          lastOn: '2024-03-01',
          node: { name: '青禾集团' },
          agreements: { totalCount: 6, nodes: Array(2).fill({ kind: 'STRATEGIC', signedOn: '2024-03-01' }) },
        },
      ],
    });
  });

  test('partners can be asked for between two days', async () => {
    expect(await partners('(during: { from: "2024-03-01", to: "2024-03-01" })')).toMatchObject({
      edges: [{ count: 3, agreements: { totalCount: 3 } }],
    });
    expect(await partners('(during: { from: "2024-03-02" })')).toEqual({ totalCount: 0, edges: [] });
  });

  test('an agreement that is only announced does not count', async () => {
    await database.sql`update agreements set stage = 'ANNOUNCED' where kind = 'STRATEGIC'`;
    expect(await partners()).toMatchObject({
      edges: [{ count: 3, firstOn: null, lastOn: null, agreements: { nodes: Array(2).fill({ kind: 'MEMORANDUM' }) } }],
    });
  });
});
