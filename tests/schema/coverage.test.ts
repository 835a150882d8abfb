import { afterAll, beforeAll, expect, test } from 'vitest';
import type { IssueHead } from '../../src/parse/issue-head.ts';
import { savePage } from '../../src/store/page-writer.ts';
import { createTestDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';
import { answer, ask } from '../support/query.ts';
import { pageOf, told } from '../store/page-fixture.ts';

const paper = (slug: string, frequency: string | null) => ({
  slug,
  name: slug,
  frequency,
  district: null,
  city: null,
});
const NUMBERED = paper('numbered-bao', 'weekly');
const DAILY = paper('daily-bao', 'daily');
const WEEKLY = paper('weekly-bao', '周报');
const RARE = paper('rare-bao', 'now and then');

let database: TestDatabase;
let files = 0;
/** Saves a page with an article, or without. */
async function print(
  publication: IssueHead['publication'],
  day: string | null,
  { teasers = [], isEmpty = false, ...head }: Partial<IssueHead> & { teasers?: number[]; isEmpty?: boolean } = {},
) {
  files += 1;
  const page = pageOf(`${files}.txt`, isEmpty ? [] : [told(`${files}`, { named: '甲' })], {
    publication,
    publishedOn: day === null ? null : { date: day, basis: 'STATED' },
    ...head,
  });
  const index = teasers.map((at) => ({ printedPages: String(at), title: { text: '要闻', runs: [] }, pages: [at] }));
  await savePage(database, { ...page, issue: { ...page.issue, teasers: index } });
}

beforeAll(async () => {
  database = await createTestDatabase();
  await print(NUMBERED, '2024-01-01', { number: 11, page: 2 });
  await print(NUMBERED, '2024-01-01', { number: 11, page: 5, isEmpty: true });
  await print(NUMBERED, '2024-01-08', { number: 12, page: 1, teasers: [2, 4] });
  await print(NUMBERED, '2024-02-05', { number: 16 });
  // A pause: the numbers go on.
  await print(NUMBERED, '2024-03-11', { number: 17 });
  await print(NUMBERED, null, { number: 19, page: 1 });
  for (const day of ['2024-05-01', '2024-05-02', '2024-05-05']) await print(DAILY, day);
  for (const day of ['2024-05-01', '2024-05-10', '2024-05-29']) await print(WEEKLY, day);
  for (const day of ['2024-05-01', '2024-09-01']) await print(RARE, day);
});
afterAll(() => database.drop());

const FIELDS = 'kind issue { number } firstNumber lastNumber firstDay lastDay firstPage lastPage count file';

async function coverage(slug: string, rest = '') {
  const answered = await ask(database, `{ coverage(publication: "${slug}"${rest}) { nodes { ${FIELDS} } } }`);
  return (answered['coverage'] as { nodes: readonly Record<string, unknown>[] }).nodes;
}

test('numbers that no issue has are told, with the days between which they lie', async () => {
  expect(await coverage('numbered-bao', ', kinds: [MISSING_ISSUES, MISSING_DAYS]')).toMatchObject([
    {
      kind: 'MISSING_ISSUES',
      issue: { number: 16 },
      firstNumber: 13,
      lastNumber: 15,
      firstDay: '2024-01-09',
      lastDay: '2024-02-04',
      count: 3,
      firstPage: null,
    },
    { kind: 'MISSING_ISSUES', firstNumber: 18, lastNumber: 18, firstDay: null, lastDay: null, count: 1 },
  ]);
});

test('days without an issue are told by the stated frequency, where there are no numbers', async () => {
  expect(await coverage('daily-bao')).toMatchObject([
    { kind: 'MISSING_DAYS', firstDay: '2024-05-03', lastDay: '2024-05-04', count: 2, firstNumber: null },
  ]);
  expect(await coverage('weekly-bao')).toMatchObject([{ firstDay: '2024-05-11', lastDay: '2024-05-28', count: 2 }]);
  expect(await coverage('rare-bao')).toEqual([]);
});

test('pages are missing before one that is there, and up to one that the front page names', async () => {
  expect(await coverage('numbered-bao', ', kinds: [MISSING_PAGES]')).toMatchObject([
    { issue: { number: 11 }, firstPage: 1, lastPage: 1, count: 1 },
    { issue: { number: 11 }, firstPage: 3, lastPage: 4, count: 2 },
    { issue: { number: 12 }, firstPage: 2, lastPage: 4, count: 3 },
  ]);
});

test('pages without an article are told, and files that another has replaced', async () => {
  const kinds = ', kinds: [EMPTY_PAGE, SUPERSEDED_FILE]';
  expect(await coverage('numbered-bao', kinds)).toMatchObject([
    { kind: 'EMPTY_PAGE', issue: { number: 11 }, firstPage: 5, lastPage: 5, count: 1, file: '2.txt' },
  ]);
  await database.sql`insert into superseded_files (page_id, content_hash, file)
    select id, 'hash', 'old.txt' from pages where file = '1.txt'`;
  expect(await coverage('numbered-bao', kinds)).toMatchObject([
    { kind: 'EMPTY_PAGE' },
    { kind: 'SUPERSEDED_FILE', issue: { number: 11 }, firstPage: 2, count: 1, file: 'old.txt' },
  ]);
});

test('no kind selects nothing, and a newspaper that there is not is an error', async () => {
  expect(await coverage('numbered-bao', ', kinds: []')).toEqual([]);
  const { errors } = await answer(database, '{ coverage(publication: "x") { totalCount } }');
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_ARGUMENT' } }]);
});

test('the list is walked to its end both ways, and what has no day comes last', async () => {
  const page = async (rest: string) => {
    const answered = await ask(
      database,
      `{ coverage(publication: "numbered-bao", ${rest}) { totalCount edges { cursor node { firstNumber } }
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
    );
    return answered['coverage'] as {
      totalCount: number;
      edges: readonly { cursor: string; node: { firstNumber: number | null } }[];
      pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
    };
  };
  const [forth, back]: [string[], string[]] = [[], []];
  let last: number | null | undefined;
  for (let at = await page('first: 2'); ; at = await page(`first: 2, after: "${at.pageInfo.endCursor}"`)) {
    forth.push(...at.edges.map(({ cursor }) => cursor));
    last = at.edges.at(-1)?.node.firstNumber;
    if (!at.pageInfo.hasNextPage) break;
  }
  for (let at = await page('last: 2'); ; at = await page(`last: 2, before: "${at.pageInfo.startCursor}"`)) {
    back.unshift(...at.edges.map(({ cursor }) => cursor));
    if (!at.pageInfo.hasPreviousPage) break;
  }
  expect([back, (await page('first: 1')).totalCount]).toEqual([forth, forth.length]);
  expect([new Set(forth).size, last]).toEqual([forth.length, 18]);
  expect(forth.length).toBeGreaterThan(5);
});
