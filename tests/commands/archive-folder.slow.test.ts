import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeArchiveFolder } from '../support/archive-folder.ts';
import { createBareDatabase, type TestDatabase } from '../support/database.ts';
import { rowVersions } from '../support/rows.ts';
import { runBanmian } from './banmian.ts';

let database: TestDatabase;
let folder: string;
beforeEach(async () => {
  database = await createBareDatabase();
  folder = mkdtempSync(join(tmpdir(), 'banmian-archive-'));
});
afterEach(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

test('a folder of 300 files is imported by day and page, and a second import writes nothing', async () => {
  const { pages, refused, copies } = await writeArchiveFolder(folder);
  const first = await runBanmian(['import', folder], { DATABASE_URL: database.url });
  expect(first.code).toBe(1);
  expect(first.stdout).toMatch(/^296 pages imported, 0 unchanged, 2 copies of others, 2 refused, 0 failed\.$/m);
  for (const { path, of } of copies) expect(first.stdout).toMatch(new RegExp(`${path}: the same as ${of} `));
  expect(
    first.stderr
      .trimEnd()
      .split('\n')
      .map((line) => line.slice(folder.length + 1).split(':')[0])
      .sort(),
  ).toEqual([...refused].sort());
  const rows = await database.sql`
    select file as path, to_char(published_on, 'YYYY-MM-DD') as day, issues.number, pages.number as page, encoding
    from pages join issues on issues.id = issue_id order by imported_at, published_on, pages.number`;
  expect([...rows]).toEqual(pages.map((page) => ({ ...page, encoding: page.encoding.replace('-', '_') })));
  const before = await rowVersions(database);
  const second = await runBanmian(['import', folder], { DATABASE_URL: database.url });
  expect(second.stdout).toMatch(/^0 pages imported, 296 unchanged, 2 copies of others, 2 refused, 0 failed\.$/m);
  expect(await rowVersions(database)).toEqual(before);
});
