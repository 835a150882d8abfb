import { afterEach, beforeEach, expect, test } from 'vitest';
import { ingestPaths } from '../../src/ingest.ts';
import type { PageReport } from '../../src/ingest/page-report.ts';
import { describeFile } from '../../src/store/stored-file.ts';
import { createTestDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';
import { createPageFolder } from '../support/page-folder.ts';
import type { PageFolder } from '../support/page-folder.ts';
import { allRows, rowVersions } from '../support/rows.ts';

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

const head = (day: string, number: number, page: number | null) =>
  `槐岭周报　${day}　第35期（总第${number}期）${page === null ? '' : `　第${page}版`}`;
const HARVEST =
  '邵启东督导秋粮生产\n\n本报讯（记者 苗青禾）9月8日，县委书记邵启东到青石乡督导秋粮生产，要求各乡镇抢抓晴好天气，组织农机手连片作业，确保颗粒归仓。\n';
const HARVEST_CORRECTED = HARVEST.replace('邵启东到青石乡', '邵启东到白石乡');
const SCHOOL =
  '新校区启用\n\n本报讯（记者 苗青禾）9月9日，槐岭县第二中学新校区启用，副县长温以宁为学生代表颁发校徽，校长罗启明致辞并介绍图书馆、操场和宿舍的情况。\n';
const PAPER = { slug: 'huai-ling-zhou-bao', name: '槐岭周报' };
const stated = (date: string | null, page: number | null, publication: object = PAPER) => ({
  publication,
  ...(date !== null && { publishedOn: { date, basis: 'STATED' } }),
  ...(page !== null && { page }),
});

/** How each file fared: its outcome and what else is told of. */
async function ingest(paths: readonly string[], replace = false): Promise<string[]> {
  const lines: string[] = [];
  const tell = (report: PageReport) => {
    if (report.outcome === 'failed' || report.outcome === 'refused')
      return lines.push(`${report.outcome} ${(report.error as Error).message}`);
    if (report.outcome === 'unchanged') return lines.push('unchanged');
    if (report.outcome === 'duplicate')
      return lines.push(`${report.isSuperseded ? 'superseded by' : 'same as'} ${describeFile(report.by)}`);
    const told = (['replaces', 'beside', 'resembles'] as const).flatMap((kind) =>
      report[kind].map((file) => `${kind} ${describeFile(file)}`),
    );
    return lines.push(['imported', ...told].join('; '));
  };
  await ingestPaths(database, paths, { progress: tell, replace });
  return lines;
}

/** Each stored page: its file, day and number. */
async function pages(): Promise<string[]> {
  const rows = await database.sql`
    select file || coalesce(' ' || published_on, '') || coalesce(' ' || p.number, '') as words from pages p join issues i on i.id = issue_id order by published_on, file collate "C"`;
  return rows.map(({ words }) => words as string);
}

/** That the same files again write nothing. */
async function expectNothingNew(paths: readonly string[]): Promise<void> {
  const before = await rowVersions(database);
  expect((await ingest(paths)).filter((line) => line.startsWith('imported'))).toEqual([]);
  expect(await rowVersions(database)).toEqual(before);
}

test('files of one name in folders of different days are pages of different issues, whether the folders are imported together or one by one', async () => {
  folder.write('2025-04-02/01.txt', `${head('2025年4月2日', 301, 1)}\n\n${HARVEST}`);
  folder.write('2025-04-09/01.txt', `${head('2025年4月9日', 302, 1)}\n\n${HARVEST}`);
  const paths = [folder.at('2025-04-02'), folder.at('2025-04-09')];
  expect(await ingest(paths)).toEqual([
    'imported',
    'imported; resembles 01.txt (槐岭周报, 2025-04-02, No. 301, page 1)',
  ]);
  expect(await pages()).toEqual(['01.txt 2025-04-02 1', '01.txt 2025-04-09 1']);
  await expectNothingNew(paths);
});

test('a page is known by the number of its issue, from any folder', async () => {
  folder.write('old/a.txt', `${head('2025年4月2日', 301, 1)}\n\n${HARVEST}`);
  folder.write('new/b.txt', `${head('2025年4月2日', 301, 1)}\n\n${HARVEST_CORRECTED}`);
  expect(await ingest([folder.at('old')])).toEqual(['imported']);
  const before = await allRows(database);
  expect(await ingest([folder.at('new')])).toEqual([
    'imported; replaces a.txt (槐岭周报, 2025-04-02, No. 301, page 1)',
  ]);
  const ids = (rows: Record<string, unknown[]>) =>
    (['pages', 'articles'] as const).map((table) => rows[table]!.map((row) => (row as { id: string }).id));
  expect(ids(await allRows(database))).toEqual(ids(before));
  expect(await pages()).toEqual(['b.txt 2025-04-02 1']);
});

test('the later of two versions of a page in one folder stays, however often the folder is imported', async () => {
  folder.write('01.txt', `${head('2025年4月2日', 301, 1)}\n\n${HARVEST}`);
  folder.write('01 corrected.txt', `${head('2025年4月2日', 301, 1)}\n\n${HARVEST_CORRECTED}`);
  await ingest([folder.at('01.txt')]);
  await ingest([folder.at('01 corrected.txt')]);
  const paths = [folder.at('01.txt'), folder.at('01 corrected.txt')];
  expect(await ingest(paths)).toEqual([
    'superseded by 01 corrected.txt (槐岭周报, 2025-04-02, No. 301, page 1)',
    'unchanged',
  ]);
  await expectNothingNew(paths);
  folder.write('01 corrected.txt', `${head('2025年4月2日', 301, 1)}\n\n${HARVEST}`);
  expect(await ingest([folder.at('01 corrected.txt')])).toEqual([
    'imported; replaces 01 corrected.txt (槐岭周报, 2025-04-02, No. 301, page 1)',
  ]);
});

test('a copy under another name, with other blanks, is reported and not imported', async () => {
  const page = `${head('2025年4月2日', 301, null)}\n\n${HARVEST}`;
  folder.write('01.txt', page);
  folder.write('backup/01 copy.txt', page.replaceAll('\n', '\r\n'));
  await ingest([folder.at('01.txt')]);
  const before = await rowVersions(database);
  expect(await ingest([folder.at('backup')])).toEqual(['same as 01.txt (槐岭周报, 2025-04-02, No. 301)']);
  expect(await rowVersions(database)).toEqual(before);
});

test('a copy without metadata is the page with metadata, whichever comes first', async () => {
  folder.write('a.txt', HARVEST);
  folder.write('b.txt', HARVEST, stated('2025-04-02', 1));
  const paths = [folder.at('a.txt'), folder.at('b.txt')];
  expect(await ingest([folder.at('a.txt')])).toEqual(['imported']);
  expect(await ingest(paths)).toEqual([
    'imported; replaces a.txt (未知报纸)',
    'superseded by b.txt (槐岭周报, 2025-04-02, page 1)',
  ]);
  expect(await pages()).toEqual(['b.txt 2025-04-02 1']);
  expect((await allRows(database))['publications']).toMatchObject([{ slug: PAPER.slug }]);
  await expectNothingNew(paths);
  await expectNothingNew([...paths].reverse());
  folder.write('c.txt', HARVEST);
  expect(await ingest([folder.at('c.txt')])).toEqual(['superseded by b.txt (槐岭周报, 2025-04-02, page 1)']);
});

test('a page moves as a whole when its metadata states another day, number or newspaper', async () => {
  folder.write('a.txt', HARVEST, stated('2025-04-02', 1));
  await ingest([folder.at('a.txt')]);
  for (const [day, number, paper] of [
    ['2025-04-09', 1, PAPER],
    ['2025-04-09', 2, PAPER],
    ['2025-04-09', 2, { slug: 'other-bao', name: '他报' }],
  ] as const) {
    folder.write('a.txt', HARVEST, stated(day, number, paper));
    expect(await ingest([folder.at('a.txt')])).toEqual([expect.stringMatching(/^imported; replaces a\.txt/)]);
    expect(await pages()).toEqual([`a.txt ${day} ${number}`]);
  }
  const moved = await allRows(database);
  const fresh = await createTestDatabase();
  try {
    await ingestPaths(fresh, [folder.at('a.txt')]);
    expect(await allRows(fresh)).toEqual(moved);
  } finally {
    await fresh.drop();
  }
});

test('a text stated for two issues is a page of both', async () => {
  folder.write('2025-04-02/04.txt', SCHOOL, stated('2025-04-02', 4));
  folder.write('2025-04-09/44.txt', SCHOOL, stated('2025-04-09', 4));
  const paths = [folder.at('2025-04-02'), folder.at('2025-04-09')];
  expect(await ingest(paths)).toEqual(['imported', 'imported; resembles 04.txt (槐岭周报, 2025-04-02, page 4)']);
  expect(await pages()).toHaveLength(2);
  await expectNothingNew(paths);
});

test('two pages with one number in one issue both stay, and the second is reported', async () => {
  folder.write('01.txt', HARVEST, stated('2025-04-02', 1));
  folder.write('supplement/01.txt', SCHOOL, stated('2025-04-02', 1));
  expect(await ingest([folder.at('01.txt')])).toEqual(['imported']);
  folder.write('supplement.txt', SCHOOL, stated('2025-04-02', 1));
  expect(await ingest([folder.at('supplement.txt')])).toEqual([
    'imported; beside 01.txt (槐岭周报, 2025-04-02, page 1)',
  ]);
  expect(await pages()).toEqual(['01.txt 2025-04-02 1', 'supplement.txt 2025-04-02 1']);
  await expectNothingNew([folder.at('01.txt'), folder.at('supplement.txt')]);
});

test.each([
  ['2025-04-02', 1],
  ['2025-04-02', null],
  [null, null],
])(
  'another text under the name of a page of one issue (%s, page %s) is refused with both named, unless it is to replace it',
  async (day, number) => {
    folder.write('a/01.txt', HARVEST, stated(day, number));
    folder.write('b/01.txt', SCHOOL, stated(day, number));
    await ingest([folder.at('a')]);
    const before = await rowVersions(database);
    const place = `槐岭周报${day === null ? '' : `, ${day}`}${number === null ? '' : `, page ${number}`}`;
    expect(await ingest([folder.at('b')])).toEqual([
      expect.stringContaining(
        `refused 01.txt: it is not imported as ${place}: 01.txt (${place}) has the same name and quite another text.`,
      ),
    ]);
    expect(await rowVersions(database)).toEqual(before);
    expect(await ingest([folder.at('b')], true)).toEqual([`imported; replaces 01.txt (${place})`]);
    expect(await pages()).toHaveLength(1);
  },
);

test('a page that moves does not replace another', async () => {
  folder.write('a.txt', HARVEST, stated('2025-04-02', 1));
  folder.write('b.txt', HARVEST_CORRECTED, stated('2025-04-09', 1));
  const paths = [folder.at('a.txt'), folder.at('b.txt')];
  await ingest(paths);
  folder.write('a.txt', HARVEST, stated('2025-04-09', 1));
  expect(await ingest(paths)).toEqual([
    'refused a.txt: it is not imported as 槐岭周报, 2025-04-09, page 1: b.txt (槐岭周报, 2025-04-09, page 1) has its place, and this file is stored as a.txt (槐岭周报, 2025-04-02, page 1). Remove one of the two.',
    'unchanged',
  ]);
  expect(await pages()).toEqual(['a.txt 2025-04-02 1', 'b.txt 2025-04-09 1']);
});

test('a page without a number is known by its path, from any folder', async () => {
  folder.write('arch/x/01.txt', HARVEST, stated('2025-04-02', null));
  await ingest([folder.at('arch/x')]);
  const page = (await allRows(database))['pages'];
  expect(await ingest([folder.at('arch/x/01.txt')])).toEqual(['unchanged']);
  folder.write('arch/x/01.txt', HARVEST_CORRECTED, stated('2025-04-02', null));
  expect(await ingest([folder.at('arch/x/01.txt')])).toEqual(['imported; replaces 01.txt (槐岭周报, 2025-04-02)']);
  expect((await allRows(database))['pages']).toMatchObject([{ id: (page as { id: string }[])[0]!.id }]);
});

test('the same files make the same archive, whether or not each is read after the one before is stored', async () => {
  const texts = [HARVEST, HARVEST_CORRECTED, SCHOOL, HARVEST.replace('9月8日', '9月18日')];
  const paths = texts.map((text, i) => {
    folder.write(`${i}.txt`, text, stated('2025-04-02', (i % 2) + 1));
    return folder.at(`${i}.txt`);
  });
  await ingest(paths);
  const other = await createTestDatabase();
  try {
    for (const path of paths) await ingestPaths(other, [path]);
    expect(await allRows(database)).toEqual(await allRows(other));
  } finally {
    await other.drop();
  }
  await expectNothingNew(paths);
});
