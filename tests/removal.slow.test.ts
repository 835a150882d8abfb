import { afterEach, beforeEach, expect, test } from 'vitest';
import { generatePage } from '../bench/generate-page.ts';
import { createRandom } from '../bench/random.ts';
import { createFixturePlace } from '../bench/fixture-place.ts';
import { ingestPaths } from '../src/ingest.ts';
import { removeFrom } from '../src/removal.ts';
import { savePage } from '../src/store/page-writer.ts';
import { reindex } from '../src/store/reindex.ts';
import { HEAD, pageOf, SIGNING, told } from './store/page-fixture.ts';
import { createTestDatabase } from './support/database.ts';
import type { TestDatabase } from './support/database.ts';
import { createPageFolder } from './support/page-folder.ts';
import type { PageFolder } from './support/page-folder.ts';
import { allRows, rowVersions } from './support/rows.ts';

let database: TestDatabase;
let folder: PageFolder;
beforeEach(async () => {
  database = await createTestDatabase();
  folder = createPageFolder();
});
afterEach(async () => {
  folder.remove();
  await database.drop();
});

const place = createFixturePlace(createRandom(7));
const DAYS = ['2025-04-02', '2025-04-09', '2025-04-16'] as const;
const publication = { slug: 'yunxiu-bao', name: '云岫报', district: '云岫区', city: '上海市' };

/** Writes the three pages of an issue into the folder of its day. */
function writeIssue(day: string, slug = publication.slug): string {
  const number = 301 + DAYS.indexOf(day as (typeof DAYS)[number]);
  for (const page of [1, 2, 3]) {
    const edition = { place, name: publication.name, day: new Date(day), number };
    folder.write(`${slug}/${day}/0${page}.txt`, generatePage(10 * number + page + 1_000 * slug.length, edition), {
      publication: { ...publication, slug },
      page,
    });
  }
  return folder.at(`${slug}/${day}`);
}

const issueOf = (day: string) => ({ paths: [], publication: publication.slug, issues: [day] });
const everything = { paths: [], publication: publication.slug, issues: [] };

/** Every row of every table that holds one of the ids anywhere. */
function rowsWith(ids: ReadonlySet<string>, rows: Record<string, unknown[]>): unknown[] {
  return Object.values(rows)
    .flat()
    .filter((row) => [...JSON.stringify(row).matchAll(/[0-9a-f-]{36}/g)].some(([id]) => ids.has(id)));
}

const idsIn = (rows: Record<string, unknown[]>) =>
  new Set(
    Object.values(rows)
      .flat()
      .flatMap((row) => (row as { id?: string }).id ?? []),
  );

/**
 * The rows of tables in which no person is named, and the numbers of rows of the others. A person whom an import joined with
 * another may go on under the other's id when the issue is gone again; the former id leads there.
 */
function exceptPeople(rows: Record<string, unknown[]>): Record<string, unknown> {
  const ofPeople =
    /^(?:people|person_|article_pe|printed_titles|credits|mentions|agreement_people|tenures|co_app|search_)/;
  return Object.fromEntries(
    Object.entries(rows)
      .filter(([table]) => table !== 'redirects' && table !== 'person_links')
      .map(([table, all]) => [table, ofPeople.test(table) ? all.length : all]),
  );
}

test('removing an issue leaves every table as it was before the issue came', async () => {
  await ingestPaths(database, [writeIssue(DAYS[0]), writeIssue(DAYS[1])]);
  const before = await allRows(database);
  await ingestPaths(database, [writeIssue(DAYS[2])]);
  const full = await allRows(database);
  expect(idsIn(full).size).toBeGreaterThan(idsIn(before).size);
  const { counts } = await removeFrom(database, issueOf(DAYS[2]));
  const after = await allRows(database);
  expect(exceptPeople(after)).toEqual(exceptPeople(before));
  const gone = (table: string) => full[table]!.length - after[table]!.length;
  expect(counts).toEqual({
    pages: 3,
    articles: gone('articles'),
    agreements: gone('agreements'),
    people: gone('people'),
    organisations: gone('organisations'),
    issues: 1,
    publications: 0,
  });
  await ingestPaths(database, [writeIssue(DAYS[2])]);
  expect(exceptPeople(await allRows(database))).toEqual(exceptPeople(full));
});

test('no table names what was removed from between other pages, and their offices, events and search are as if derived again', async () => {
  const folders = DAYS.map((day) => writeIssue(day));
  await ingestPaths(database, folders);
  const before = await allRows(database);
  const [issue] = await database.sql<{ id: string }[]>`select id from issues where published_on = ${DAYS[1]}`;
  await removeFrom(database, issueOf(DAYS[1]));
  const after = await allRows(database);
  const left = idsIn(after);
  const gone = new Set([...idsIn(before)].filter((id) => !left.has(id)));
  expect(gone).toContain(issue!.id);
  expect(rowsWith(gone, after)).toEqual([]);
  expect(rowsWith(gone, before).length).toBeGreaterThan(500);
  await reindex(database);
  expect(await allRows(database)).toEqual(after);
});

test('removing a publication leaves only rows that other publications have', async () => {
  const own = [writeIssue(DAYS[0]), writeIssue(DAYS[1])];
  await ingestPaths(database, [writeIssue(DAYS[0], 'other-bao')]);
  const before = await allRows(database);
  await ingestPaths(database, own);
  await removeFrom(database, everything);
  expect(exceptPeople(await allRows(database))).toEqual(exceptPeople(before));
  await removeFrom(database, { ...everything, publication: 'other-bao' });
  expect(Object.entries(await allRows(database)).filter(([, rows]) => rows.length > 0)).toEqual([]);
});

test('a dry run reports the same and writes nothing', async () => {
  await ingestPaths(database, [writeIssue(DAYS[0]), writeIssue(DAYS[1])]);
  const before = await rowVersions(database);
  const told = await removeFrom(database, issueOf(DAYS[0]), { dryRun: true });
  expect(await rowVersions(database)).toEqual(before);
  expect(await removeFrom(database, issueOf(DAYS[0]))).toEqual(told);
});

test.each(['2025-04-02/01.txt', 'yunxiu-bao/2025-04-02/01.txt', './yunxiu-bao//2025-04-02/01.txt'])(
  'a file is found by its path, or by more of it: %s',
  async (path) => {
    await ingestPaths(database, [writeIssue(DAYS[0])]);
    await database.sql`update pages set file = '2025-04-02/' || file`;
    const { files } = await removeFrom(database, { paths: [path], issues: [] });
    expect(files.map(({ file }) => file)).toEqual(['2025-04-02/01.txt']);
    expect(await database.sql`select 1 from pages`).toHaveLength(2);
  },
);

test('among pages of one name, the text of the file or the issue decides', async () => {
  const folders = [writeIssue(DAYS[0]), writeIssue(DAYS[1])];
  await ingestPaths(database, folders);
  await expect(removeFrom(database, { paths: ['01.txt'], issues: [] })).rejects.toThrow(
    '01.txt is the name of 2 stored files: 01.txt (云岫报, 2025-04-02, No. 301, page 1), 01.txt (云岫报, 2025-04-09, No. 302, page 1). Name more of the path, or the publication and issue.',
  );
  const { files } = await removeFrom(database, { paths: [folder.at(`yunxiu-bao/${DAYS[1]}/01.txt`)], issues: [] });
  expect(files).toMatchObject([{ pages: [{ issueKey: DAYS[1], number: 1 }] }]);
  await removeFrom(database, { paths: ['02.txt'], publication: publication.slug, issues: ['301'] });
  expect(
    await database.sql`select published_on::text as day, p.number from pages p join issues i on i.id = issue_id order by 1, 2`,
  ).toEqual([
    { day: DAYS[0], number: 1 },
    { day: DAYS[0], number: 3 },
    { day: DAYS[1], number: 2 },
    { day: DAYS[1], number: 3 },
  ]);
});

test.each([
  [{ paths: ['01.txt', 'none.txt'], issues: [] }, 'none.txt: no such page is stored.'],
  [{ paths: [], publication: 'no-bao', issues: [] }, 'no-bao: no such page is stored.'],
  [
    { paths: [], publication: 'yunxiu-bao', issues: ['2025-04-02', '999'] },
    'issue 999 of yunxiu-bao: no such page is stored.',
  ],
  [
    { paths: ['01.txt'], publication: 'yunxiu-bao', issues: ['2025-04-16'] },
    '01.txt of issue 2025-04-16 of yunxiu-bao: no such page is stored.',
  ],
])('what is not stored cannot be removed, and then nothing is removed: %j', async (request, message) => {
  await ingestPaths(database, [writeIssue(DAYS[0])]);
  const before = await rowVersions(database);
  await expect(removeFrom(database, request)).rejects.toThrow(message);
  expect(await rowVersions(database)).toEqual(before);
});

test('storing a file again restores an issue that was removed from it', async () => {
  const dated = { ...told('concert', { present: '甲' }), parsed: { publishedOn: '2024-05-20', number: 12 } };
  const page = pageOf('digital.txt', [SIGNING, dated]);
  await savePage(database, page);
  const full = await allRows(database);
  expect(full['issues']).toHaveLength(2);
  const { files } = await removeFrom(database, {
    paths: [],
    publication: HEAD.publication.slug,
    issues: ['2024-05-20'],
  });
  expect(files.map(({ pages }) => pages.length)).toEqual([1]);
  expect((await allRows(database))['issues']).toHaveLength(1);
  expect(await savePage(database, page)).toMatchObject({ kind: 'NEW' });
  expect(await allRows(database)).toEqual(full);
});
