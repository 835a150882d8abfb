import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ingestPage, ingestPaths } from '../src/ingest.ts';
import type { PageReport } from '../src/ingest/page-report.ts';
import { parseText } from '../src/ingest/page-extraction.ts';
import { encodingNamed } from '../src/text/encoding.ts';
import { createTestDatabase } from './support/database.ts';
import type { TestDatabase } from './support/database.ts';
import { allRows, rowVersions } from './support/rows.ts';

let database: TestDatabase;
let folder: string;
beforeEach(async () => {
  database = await createTestDatabase();
  folder = mkdtempSync(join(tmpdir(), 'banmian-ingest-'));
});
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await database.drop();
});

const SEEDS = ['000_fc0a40daac650225', '003_007a55f3a8e66e78'] as const;
const METADATA = JSON.stringify({ publication: { slug: 'xuhui-bao', name: '徐汇报' } });
const PAGE = '文件一览\n\n本周,区委书记曹立强主持会议。\n';
const write = (name: string, content: string | Uint8Array, metadata: string | null = METADATA) => {
  writeFileSync(join(folder, `${name}.txt`), content);
  if (metadata !== null) writeFileSync(join(folder, `${name}.issue.json`), metadata);
};
const outcomes = (reports: readonly PageReport[]) => reports.map(({ outcome }) => outcome);
const ingest = async (paths: readonly string[]) => {
  const reports: PageReport[] = [];
  await ingestPaths(database, paths, { progress: (report) => reports.push(report) });
  return reports;
};
const failures = (reports: readonly PageReport[]) =>
  reports.flatMap((report) =>
    report.outcome === 'failed' || report.outcome === 'refused' ? (report.error as Error).message : [],
  );

test('the seed folder is imported by day, and a second import writes nothing', async () => {
  const reports = await ingest(['seeds']);
  expect(failures(reports)).toEqual([]);
  expect(reports.map(({ path }) => path)).toEqual(SEEDS.toReversed().map((name) => join('seeds', `${name}.txt`)));
  const { issues, articles, agreements, publications } = await allRows(database);
  expect(publications).toMatchObject([{ slug: 'xuhui-bao', name: '徐汇报', frequency: 'weekly', city: '上海市' }]);
  expect(issues?.map((row) => (row as { key: string }).key).sort()).toEqual(['2024-01-22', '2024-05-27']);
  expect(articles).toHaveLength(7);
  expect(agreements).not.toHaveLength(0);
  const before = await rowVersions(database);
  expect(await ingestPaths(database, ['seeds'])).toEqual({
    imported: 0,
    unchanged: 2,
    duplicate: 0,
    refused: 0,
    failed: 0,
  });
  expect(await rowVersions(database)).toEqual(before);
});

test('every quote of the seeds stands in the raw file where it says', async () => {
  await ingestPaths(database, ['seeds']);
  for (const table of [
    'mentions',
    'article_person_roles',
    'printed_titles',
    'agreements',
    'agreement_parties',
    'agreement_people',
  ]) {
    const key = ['agreement_parties', 'agreement_people'].includes(table)
      ? 'join agreements g on g.id = f.agreement_id join articles a on a.id = g.article_id'
      : 'join articles a on a.id = f.article_id';
    const rows = await database.sql.unsafe<{ quote: string; raw: string; raw_start: number; raw_end: number }[]>(
      `select f.quote, f.raw_start, f.raw_end, p.raw from ${table} f ${key} join pages p on p.id = a.page_id`,
    );
    const bare = (text: string) => text.replace(/\s/g, '');
    for (const { quote, raw, raw_start, raw_end } of rows)
      expect(bare(raw.slice(raw_start, raw_end))).toBe(bare(quote));
  }
});

test('the stored raw text is that of the file', async () => {
  await ingestPaths(database, ['seeds']);
  const rows = await database.sql<{ file: string; raw: string }[]>`select file, raw from pages order by file`;
  expect([...rows]).toEqual(
    SEEDS.map((name) => ({ file: `${name}.txt`, raw: readFileSync(`seeds/${name}.txt`, 'utf8') })),
  );
});

test('changed metadata imports the page again', async () => {
  for (const ending of ['txt', 'issue.json']) copyFileSync(`seeds/${SEEDS[0]}.${ending}`, join(folder, `a.${ending}`));
  const file = join(folder, 'a.txt');
  const stated = readFileSync(join(folder, 'a.issue.json'), 'utf8');
  expect(outcomes(await ingest([file]))).toEqual(['imported']);
  writeFileSync(join(folder, 'a.issue.json'), stated.replace('2024-05-27', '2024-05-28'));
  expect(outcomes(await ingest([file]))).toEqual(['imported']);
  expect((await allRows(database))['issues']).toMatchObject([{ published_on: '2024-05-28' }]);
});

test('a file that is not a page is refused with its name and the reason, and the others are still imported', async () => {
  write('a', PAGE);
  write('b', Uint8Array.from([0xd0, 0xec, 0xbb, 0xe3]));
  write('c', PAGE, '{ "publication": {} }');
  write('d', `${PAGE}又到城北。\n`, null);
  write('e', 'a\0b');
  write('f', `\uFEFF会议召开\n\n昨日召开会议。\n`);
  write('g', '');
  write('h', 'Pages of the weekly, one folder a day.\n');
  mkdirSync(join(folder, 'inner'));
  write('inner/i', '又一次会议\n\n今日上午，又召开了一次会议。\n');
  const reports = await ingest([folder, join(folder, 'none.txt')]);
  const told = Object.fromEntries(
    reports.map((report) => [
      report.path.slice(folder.length + 1),
      report.outcome === 'refused' ? report.error.message.slice(folder.length + 1) : report.outcome,
    ]),
  );
  expect(told).toEqual({
    'a.txt': 'imported',
    'b.txt':
      'b.txt: its encoding is not clear; name it with --encoding NAME (UTF-8, UTF-16LE, UTF-16BE, GB18030, BIG5).',
    'c.txt':
      'c.issue.json: publication.slug: Invalid input: expected string, received undefined; publication.name: Invalid input: expected string, received undefined.',
    'd.txt': 'imported',
    'e.txt': 'e.txt: it is not text.',
    'f.txt': 'imported',
    'g.txt': 'g.txt: it is empty; --force reads it all the same.',
    'h.txt': 'h.txt: it holds no Chinese running text; --force reads it all the same.',
    'inner/i.txt': 'imported',
    'none.txt': 'none.txt: it does not exist.',
  });
});

test('a page of more than 1,000 articles is refused, forced or not, and one of 1,000 is not', async () => {
  const pageOf = (count: number) =>
    Array.from(
      { length: count },
      (_, i) =>
        `云岫区第${i}场交流会举行\n\n本报讯（记者 柳青）5月3日，云岫区第${i}场交流会在礼堂举行，两百人参加。\n\n`,
    ).join('');
  write('a', pageOf(1_001));
  const reports: PageReport[] = [];
  await ingestPaths(database, [folder], { force: true, progress: (report) => reports.push(report) });
  expect(failures(reports)).toEqual([
    'a.txt: it holds 1001 articles, and a page may hold 1000; if it is several pages in one file, give each a file of its own.',
  ]);
  expect(outcomes(reports)).toEqual(['refused']);
  expect(parseText({ raw: pageOf(1_000), file: 'a.txt', stated: null }).issue.articles).toHaveLength(1_000);
});

test('a file larger than 8 MB is refused unread', async () => {
  write('a', PAGE);
  truncateSync(join(folder, 'a.txt'), 8 * 1024 * 1024 + 1);
  expect(failures(await ingest([folder]))).toEqual([`${join(folder, 'a.txt')}: it is larger than 8 MB.`]);
});

test('a page that is taken by force may be empty: an issue without articles', async () => {
  write('a', '');
  expect(await ingestPaths(database, [folder], { force: true })).toMatchObject({ imported: 1 });
  const { pages, articles } = await allRows(database);
  expect([pages, articles]).toEqual([[expect.objectContaining({ raw: '' })], []]);
});

test.each(['gbk', 'utf-16le', 'utf-16be'])(
  'a page and its metadata in %s are stored as if they were UTF-8, with the encoding',
  async (encoding) => {
    const [text, metadata] = [
      readFileSync('tests/pages/muyang-weekly.txt', 'utf8'),
      JSON.stringify({ publication: { slug: 'muyang', name: '牧阳周报' } }),
    ];
    write('a', text, metadata);
    await ingest([folder]);
    const plain = await allRows(database);
    const other = await createTestDatabase();
    try {
      write('a', iconv.encode(text, encoding, { addBOM: false }));
      writeFileSync(
        join(folder, 'a.issue.json'),
        iconv.encode(metadata, encoding, { addBOM: encoding.startsWith('utf') }),
      );
      expect(await ingestPaths(other, [folder])).toMatchObject({ imported: 1 });
      const stored = await allRows(other);
      expect(stored['pages']).toEqual([{ ...(plain['pages']?.[0] as object), encoding: encodingNamed(encoding) }]);
      expect({ ...stored, pages: [] }).toEqual({ ...plain, pages: [] });
    } finally {
      await other.drop();
    }
  },
);

test('a short page of unclear encoding is imported when the encoding is given', async () => {
  write('a', iconv.encode('停水公告\n本周停水。', 'gbk'), null);
  expect(outcomes(await ingest([folder]))).toEqual(['refused']);
  expect(await ingestPaths(database, [folder], { encoding: 'GB18030', force: true })).toMatchObject({ imported: 1 });
  expect((await allRows(database))['pages']).toMatchObject([{ raw: '停水公告\n本周停水。', encoding: 'GB18030' }]);
});

test('a page that prints its publication and day needs no metadata', async () => {
  const raw = `槐岭周报　2025年9月12日　星期五　第35期（总第968期）　本期四版\n\n邵启东督导秋粮生产\n\n本报讯（记者 苗青禾）9月8日，县委书记邵启东到青石乡督导秋粮生产。\n`;
  await ingestPage(database, { raw, file: 'a.txt', stated: null });
  const { publications, issues } = await allRows(database);
  expect(publications).toMatchObject([{ slug: 'huai-ling-zhou-bao', name: '槐岭周报' }]);
  expect(issues).toMatchObject([{ published_on: '2025-09-12', published_on_basis: 'PRINTED', number: 968 }]);
});

test('a page about which nothing is known is an issue of the unknown publication, until metadata comes', async () => {
  const other = '城北见闻\n\n昨日，区委书记曹立强到城北走访。\n';
  write('a', PAGE, null);
  write('b', other, null);
  expect(outcomes(await ingest([folder]))).toEqual(['imported', 'imported']);
  const unknown = await allRows(database);
  expect(unknown['publications']).toMatchObject([{ slug: 'unknown', name: '未知报纸', district_id: null }]);
  expect(unknown['issues']).toMatchObject([
    { published_on: null, number: null },
    { published_on: null, number: null },
  ]);
  write('a', PAGE);
  expect(outcomes(await ingest([folder])).sort()).toEqual(['imported', 'unchanged']);
  const half =
    await database.sql`select u.slug, p.file from pages p join issues i on i.id = issue_id join publications u on u.id = publication_id order by file`;
  expect([...half]).toEqual([
    { slug: 'xuhui-bao', file: 'a.txt' },
    { slug: 'unknown', file: 'b.txt' },
  ]);
  write('b', other);
  await ingestPaths(database, [folder]);
  expect((await allRows(database))['publications']).toMatchObject([{ slug: 'xuhui-bao' }]);
  expect((await allRows(database))['people']).toHaveLength(1);
});

test('a person known by a title is known in the next pages, in the same import or a later one', async () => {
  write('a', '会议召开\n\n本周，区长钟离秋主持会议。\n');
  write('b', '调研\n\n昨日，钟离秋、有关人士到场。\n');
  await ingestPaths(database, [folder]);
  const atOnce = await allRows(database);
  const other = await createTestDatabase();
  try {
    for (const name of ['a', 'b']) await ingestPaths(other, [join(folder, `${name}.txt`)]);
    expect(await allRows(other)).toEqual(atOnce);
  } finally {
    await other.drop();
  }
  expect(atOnce['people']).toHaveLength(1);
  expect(atOnce['article_people']).toHaveLength(2);
});

test('of two files of one name the later takes the place of the earlier, whichever was stored', async () => {
  for (const inner of ['one', 'two']) {
    mkdirSync(join(folder, inner));
    write(join(inner, 'a'), `${PAGE}\n${inner}\n`);
  }
  const paths = [join(folder, 'one'), join(folder, 'two')];
  expect(outcomes(await ingest(paths))).toEqual(['imported', 'imported']);
  expect(outcomes(await ingest(paths))).toEqual(['imported', 'imported']);
  expect((await allRows(database))['pages']).toMatchObject([{ raw: `${PAGE}\ntwo\n` }]);
});

/** All rows of a new archive of the folder as it is now. */
async function rowsOfNewArchive(): Promise<unknown> {
  const other = await createTestDatabase();
  try {
    await ingestPaths(other, [folder]);
    return await allRows(other);
  } finally {
    await other.drop();
  }
}

test('pages read after one that cannot be stored know nothing of it', async () => {
  await database.sql.unsafe(`
    create function refuse() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$;
    create trigger refuse before insert on pages for each row when (new.file = 'a.txt') execute function refuse()`);
  write('a', '会议召开\n\n本周，区长钟离秋主持会议。\n');
  write('b', '调研\n\n昨日，钟离秋、有关人士到场。\n');
  expect(outcomes(await ingest([folder]))).toEqual(['failed', 'imported']);
  const stored = await allRows(database);
  expect(stored['people']).toEqual([]);
  rmSync(join(folder, 'a.txt'));
  expect(await rowsOfNewArchive()).toEqual(stored);
});

test('corrected pages are read as if each had waited for the one before', async () => {
  write('a', '会议召开\n\n本周，区长钟离秋主持会议。\n');
  write('b', '调研\n\n昨日，钟离秋、有关人士到场。\n');
  write('c', '走访\n\n昨日，钟离秋、有关人士到访。\n');
  await ingest([folder]);
  write('a', '会议召开\n\n本周召开会议。\n');
  write('b', '调研\n\n昨日，钟离秋、有关人士到场座谈。\n');
  write('c', '走访\n\n昨日，钟离秋、有关人士到访座谈。\n');
  expect(outcomes(await ingest([folder]))).toEqual(['imported', 'imported', 'imported']);
  expect(await allRows(database)).toEqual(await rowsOfNewArchive());
});
