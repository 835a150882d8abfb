import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ingestPaths } from '../src/ingest.ts';
import { removeFrom } from '../src/removal.ts';
import { writeArchiveFolder } from './support/archive-folder.ts';
import type { ArchiveFolder } from './support/archive-folder.ts';
import { createTestDatabase } from './support/database.ts';
import type { TestDatabase } from './support/database.ts';
import { allRows } from './support/rows.ts';

let database: TestDatabase;
let root: string;
let archive: ArchiveFolder;
beforeAll(async () => {
  database = await createTestDatabase();
  root = await mkdtemp(join(tmpdir(), 'banmian-removal-'));
  archive = await writeArchiveFolder(root);
  await ingestPaths(database, [root]);
}, 1_200_000);
afterAll(async () => {
  await rm(root, { recursive: true, force: true });
  await database.drop();
});

const idsIn = (rows: Record<string, unknown[]>) =>
  new Set(
    Object.values(rows)
      .flat()
      .flatMap((row) => (row as { id?: string }).id ?? []),
  );

test('removing one issue of 300 files leaves no row of it, and none that names it, in any table', async () => {
  const [{ slug }] = await database.sql<[{ slug: string }]>`select slug from publications`;
  const day = archive.pages[100]!.day;
  const before = await allRows(database);
  const ofDay = before['pages']!.filter((row) =>
    archive.pages.some(({ path, day: of }) => of === day && (row as { file: string }).file === path),
  ).length;
  expect(ofDay).toBe(8);
  const { counts } = await removeFrom(database, { paths: [], publication: slug, issues: [day] });
  const after = await allRows(database);
  for (const table of [
    'pages',
    'articles',
    'agreements',
    'people',
    'organisations',
    'issues',
    'publications',
  ] as const) {
    expect([table, before[table]!.length - after[table]!.length]).toEqual([table, counts[table]]);
  }
  expect(counts).toMatchObject({ pages: 8, issues: 1, publications: 0 });
  const left = idsIn(after);
  const gone = new Set([...idsIn(before)].filter((id) => !left.has(id)));
  const naming = Object.entries(after).map(([table, rows]) => [
    table,
    rows.filter((row) => [...JSON.stringify(row).matchAll(/[0-9a-f-]{36}/g)].some(([id]) => gone.has(id))).length,
  ]);
  expect(naming.filter(([, rows]) => rows !== 0)).toEqual([]);
}, 120_000);

test('removing everything leaves every table empty', async () => {
  const slugs = await database.sql<{ slug: string }[]>`select slug from publications`;
  for (const { slug } of slugs) await removeFrom(database, { paths: [], publication: slug, issues: [] });
  expect(Object.entries(await allRows(database)).filter(([, rows]) => rows.length > 0)).toEqual([]);
}, 120_000);
