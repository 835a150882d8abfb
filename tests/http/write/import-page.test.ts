import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { startGateway, type TestGateway } from '../../support/gateway.ts';
import { keyFor } from '../../support/key.ts';
import { allRows } from '../../support/rows.ts';
import { ingestPage } from '../../../src/ingest.ts';
import { givenPage, printedPage, PATIENCE } from './given-page.ts';

let database: TestDatabase;
let gateway: TestGateway;
let importer: { readonly authorization: string };
beforeEach(async () => {
  database = await createTestDatabase();
  importer = await keyFor(database, 'IMPORTER');
  gateway = await startGateway(database, PATIENCE);
});
afterEach(async () => {
  await gateway.close();
  await database.drop();
});

const FIELDS = `
  __typename
  ... on PageImported {
    outcome file
    found { articles people organisations agreements doubts }
    issues { publishedOn publication { slug } articles { totalCount nodes { headline } } }
    replaced { file publishedOn number } beside { file } resembling { file }
  }
  ... on Error { message code }
  ... on InvalidInputError { field }
  ... on PageRefusedError { keys }`;
const IMPORT = `mutation Import($input: ImportPageInput!) { importPage(input: $input) { ${FIELDS} } }`;

async function importPage(input: object, headers: Record<string, string> = importer): Promise<Record<string, unknown>> {
  const response = await gateway.post(IMPORT, { input }, headers);
  const { data, errors } = (await response.json()) as {
    data?: { importPage: Record<string, unknown> };
    errors?: unknown;
  };
  expect([response.status, errors]).toEqual([200, undefined]);
  return data!.importPage;
}

describe('a page that is imported', () => {
  test('a page is read, stored, and in every answer from then on', async () => {
    const count = '{ articles { totalCount } publication(slug: "yunxiu-bao") { name } }';
    const counted = async () => ((await (await gateway.post(count)).json()) as { data: unknown }).data;
    for (let sight = 1; sight <= 3; sight += 1)
      expect(await counted()).toEqual({ articles: { totalCount: 0 }, publication: null });
    expect(await importPage(givenPage(1))).toEqual({
      __typename: 'PageImported',
      outcome: 'NEW',
      file: 'yunxiu/2025-03-01/01.txt',
      found: { articles: 1, people: 2, organisations: expect.any(Number) as number, agreements: 0, doubts: 0 },
      issues: [
        {
          publishedOn: '2025-03-01',
          publication: { slug: 'yunxiu-bao' },
          articles: { totalCount: 1, nodes: [{ headline: '第1期工作会议召开' }] },
        },
      ],
      replaced: [],
      beside: [],
      resembling: [],
    });
    expect(await counted()).toEqual({ articles: { totalCount: 1 }, publication: { name: '云岫报' } });
  });

  test('it is stored as the import of a file stores it', async () => {
    const { text, file, metadata } = givenPage(1);
    await importPage({ text, file, metadata });
    const other = await createTestDatabase();
    await ingestPage(other, { raw: text, file, stated: metadata });
    const rows = async (of: TestDatabase) => ({ ...(await allRows(of)), api_keys: [] });
    expect(await rows(database)).toEqual(await rows(other));
    await other.drop();
  });

  test('it says whether the page was known: unchanged, under another name, or corrected', async () => {
    const page = givenPage(1);
    await importPage(page);
    expect(await importPage(page)).toMatchObject({ outcome: 'UNCHANGED', file: page.file, found: null });
    expect(await importPage({ ...page, file: 'copy.txt' })).toMatchObject({
      outcome: 'DUPLICATE',
      file: page.file,
      issues: [{ publishedOn: '2025-03-01' }],
    });
    const corrected = { ...page, text: page.text.replace('会议要求', '会议强调') };
    expect(await importPage(corrected)).toMatchObject({
      outcome: 'REPLACED',
      replaced: [{ file: page.file, publishedOn: '2025-03-01', number: 1 }],
      issues: [{ articles: { totalCount: 1 } }],
    });
  });

  test('what another page would be lost by is refused until it is told to replace', async () => {
    const page = givenPage(1);
    await importPage(page);
    const other = { ...page, text: printedPage(3, '2025-03-01').replace(/^.*期.*$/m, '') };
    expect(await importPage(other)).toMatchObject({ __typename: 'PageRefusedError', code: 'PAGE_CONFLICT', keys: [] });
    expect(await importPage({ ...other, replace: true })).toMatchObject({ outcome: 'REPLACED' });
  });

  test('without metadata, it goes to the newspaper that it prints', async () => {
    expect(await importPage({ text: printedPage(3, '2025-03-01'), file: 'a.txt' })).toMatchObject({
      outcome: 'NEW',
      issues: [{ publishedOn: '2025-03-01' }],
    });
  });

  test('several in one request are stored one after the other, and each tells what is there by then', async () => {
    const second = { ...givenPage(1), file: 'yunxiu/2025-03-01/02.txt' };
    const input = [givenPage(1), { ...second, text: givenPage(2).text, metadata: { ...second.metadata, page: 2 } }];
    const response = await gateway.post(
      `mutation Both($a: ImportPageInput!, $b: ImportPageInput!) {
        a: importPage(input: $a) { ${FIELDS} } b: importPage(input: $b) { ${FIELDS} }
      }`,
      { a: input[0], b: input[1] },
      importer,
    );
    const { data } = (await response.json()) as { data: unknown };
    expect(data).toMatchObject({
      a: { outcome: 'NEW', issues: [{ articles: { totalCount: 1 } }] },
      b: { outcome: 'NEW', issues: [{ articles: { totalCount: 2 } }] },
    });
  });

  test('many at the same time are all stored', async () => {
    const pages = Array.from({ length: 8 }, (_, i) => ({
      text: printedPage(20 + i, `2025-03-1${i}`),
      file: `${i}.txt`,
    }));
    const told = await Promise.all([...pages, ...pages].map((page) => importPage(page)));
    expect(told.map(({ outcome }) => outcome).toSorted()).toEqual([
      ...pages.map(() => 'NEW'),
      ...pages.map(() => 'UNCHANGED'),
    ]);
  });
});

describe('a page that is not imported', () => {
  test.each([null, 'READER', 'EDITOR'] as const)('a caller whose role is %s is told so by name', async (role) => {
    const headers = role === null ? {} : await keyFor(database, role);
    expect(await importPage(givenPage(1), headers)).toMatchObject({
      __typename: 'NotAllowedError',
      code: 'NOT_ALLOWED',
    });
    expect((await allRows(database))['pages']).toEqual([]);
  });

  test.each<[string, object, string, string]>([
    ['an absolute path', { file: '/a.txt' }, 'file', '`file` must be a path'],
    ['a path that leads up', { file: 'a/../b.txt' }, 'file', '`file` must be a path'],
    ['an empty path', { file: '' }, 'file', '`file` must be a path'],
    ['a path with a control character', { file: 'a\u001b.txt' }, 'file', '`file` must be a path'],
    ['a path of too many bytes', { file: `${'版'.repeat(400)}.txt` }, 'file', '`file` must be a path'],
    ['NUL in its text', { text: '版\0面' }, 'text', '`text` holds NUL'],
    ['half of a pair in its text', { text: '版\ud800面' }, 'text', '`text` holds NUL'],
  ])('%s is told by name', async (_, change, field, message) => {
    expect(await importPage({ ...givenPage(1), ...change })).toMatchObject({
      __typename: 'InvalidInputError',
      code: 'BAD_ARGUMENT',
      field,
      message: expect.stringContaining(message) as string,
    });
  });

  test.each<[string, (metadata: ReturnType<typeof givenPage>['metadata']) => object, string]>([
    ['a slug in upper case', (m) => ({ ...m, publication: { ...m.publication, slug: 'Bao' } }), 'publication.slug'],
    ['a blank name', (m) => ({ ...m, publication: { ...m.publication, name: ' ' } }), 'publication.name'],
    ['a day too early', (m) => ({ ...m, publishedOn: { date: '1799-01-01', basis: 'STATED' } }), 'publishedOn.date'],
    ['a number of 0', (m) => ({ ...m, number: 0 }), 'number'],
    ['a page of 10000', (m) => ({ ...m, page: 10_000 }), 'page'],
  ])('%s in the metadata is told by its key', async (_, change, key) => {
    const page = givenPage(1);
    const told = await importPage({ ...page, metadata: change(page.metadata) });
    expect(told).toMatchObject({ __typename: 'InvalidInputError', field: `metadata.${key}` });
    expect(told['message']).toMatch(new RegExp(`^${key}: must`));
  });

  test('a page that contradicts its metadata is refused, with the key', async () => {
    const text = printedPage(3, '2025-03-01');
    expect(await importPage({ ...givenPage(2), text })).toEqual({
      __typename: 'PageRefusedError',
      code: 'PAGE_REFUSED',
      message: 'yunxiu/2025-03-02/01.txt: publishedOn: the page prints 2025-03-01, the metadata states 2025-03-02.',
      keys: ['publishedOn'],
    });
  });

  test.each([
    ['nothing', ' \n', 'a.txt: it is empty.'],
    ['no Chinese', 'Pages of the weekly, one folder a day.', 'a.txt: it holds no Chinese running text.'],
    [
      'too many articles',
      Array.from(
        { length: 1_100 },
        (_, i) => `关于第${i}号公告\n\n　　本报讯（记者 冯知远）区政府昨日召开会议，研究部署城市更新有关工作。\n\n`,
      ).join(''),
      'a.txt: it holds',
    ],
  ])('a text that holds %s is refused', async (_, text, message) => {
    expect(await importPage({ text, file: 'a.txt' })).toMatchObject({
      __typename: 'PageRefusedError',
      code: 'PAGE_REFUSED',
      message: expect.stringContaining(message) as string,
      keys: [],
    });
  });

  test('a text that is longer than the body of a request may be is refused as a whole', async () => {
    const small = await startGateway(database, { BANMIAN_MAX_BODY_BYTES: '1000' });
    const response = await small.post(IMPORT, { input: givenPage(1) }, importer);
    expect(response.status).toBe(413);
    await small.close();
  });
});
