import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { savePage } from '../../src/store/page-writer.ts';
import { reindex } from '../../src/store/reindex.ts';
import { removeFiles } from '../../src/store/removal.ts';
import { filesOfPages } from '../../src/store/stored-file.ts';
import { withImportLock } from '../../src/store/transaction.ts';
import { createTestDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';
import { organisation, pageOf, person, SIGNING } from './page-fixture.ts';
import type { ArticleFixture } from './page-fixture.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

interface Change {
  readonly type: string;
  readonly id: string;
  readonly seq: string;
  readonly is_removed: boolean;
  readonly superseded_by: string | null;
}

const changesAfter = (seq = '0') =>
  database.sql<Change[]>`select type, id, seq, is_removed, superseded_by from changes where seq > ${seq} order by seq`;
const lastSeq = async () => (await changesAfter()).at(-1)?.seq ?? '0';

/** What is told after a change, as `TYPE` or `-TYPE` for a removed node, each kind once. */
async function toldBy(change: () => Promise<unknown>): Promise<string[]> {
  const before = await lastSeq();
  await change();
  const told = await changesAfter(before);
  return [...new Set(told.map(({ type, is_removed }) => `${is_removed ? '-' : ''}${type}`))].toSorted();
}

const NODES = `
  select 'PUBLICATION' as type, id from publications union all select 'ISSUE', id from issues
  union all select 'ARTICLE', id from articles union all select 'PERSON', id from people
  union all select 'ORGANISATION', id from organisations union all select 'AGREEMENT', id from agreements
  union all select 'TENURE', id from tenures order by 1, 2`;

/** Whether the changes name exactly the nodes that there are. */
async function expectToNameAllNodes(): Promise<void> {
  const nodes = await database.sql.unsafe(NODES);
  const named = await database.sql`
    select type::text, id from changes where not is_removed order by type::text, id`;
  expect(nodes.length).toBeGreaterThan(0);
  expect([...named]).toEqual([...nodes]);
}

const MEETING: ArticleFixture = {
  headline: '区委召开会议',
  body: '曹立强主持会议,刘琪参加。新微集团列席。',
  facts: (words) => ({
    people: [person('曹立强', words), person('刘琪', words)],
    organisations: [organisation('新微集团', words)],
  }),
};

describe('what an import changes', () => {
  test('a new page names every node that it made, once', async () => {
    await savePage(database, pageOf('a.txt', [SIGNING, MEETING]));
    await expectToNameAllNodes();
    expect(new Set((await changesAfter()).map(({ is_removed }) => is_removed))).toEqual(new Set([false]));
  });

  test('a page that is stored already changes nothing', async () => {
    await savePage(database, pageOf('a.txt', [SIGNING]));
    expect(await toldBy(() => savePage(database, pageOf('a.txt', [SIGNING])))).toEqual([]);
  });

  test('whatever a page names changes with it, and nothing else', async () => {
    await savePage(database, pageOf('a.txt', [SIGNING]));
    const [article] = await database.sql<{ id: string }[]>`select id from articles`;
    const before = await lastSeq();
    await savePage(database, pageOf('b.txt', [MEETING]));
    const told = await changesAfter(before);
    expect(told.map(({ id }) => id)).not.toContain(article!.id);
    const people = await database.sql<{ id: string }[]>`
      select id from people where name in ('曹立强', '刘琪') order by id`;
    expect(told.filter(({ type }) => type === 'PERSON').map(({ id }) => id)).toEqual(
      expect.arrayContaining(people.map(({ id }) => id)),
    );
  });

  test('a removed page leaves the ids of what went with it', async () => {
    await savePage(database, pageOf('a.txt', [SIGNING]));
    await savePage(database, pageOf('b.txt', [MEETING]));
    const told = await toldBy(() => removeFiles(database, (tx) => filesOfPages(tx, sql`file = 'a.txt'`)));
    expect(told).toEqual(expect.arrayContaining(['-AGREEMENT', '-ARTICLE', '-ORGANISATION', '-PERSON']));
    await expectToNameAllNodes();
    await savePage(database, pageOf('a.txt', [SIGNING]));
    await expectToNameAllNodes();
  });

  test('a transaction that is rolled back tells nothing', async () => {
    await savePage(database, pageOf('a.txt', [SIGNING]));
    expect(await toldBy(() => removeFiles(database, (tx) => filesOfPages(tx, sql`true`), { dryRun: true }))).toEqual(
      [],
    );
  });

  test('deriving again what is there changes nothing', async () => {
    await savePage(database, pageOf('a.txt', [SIGNING, MEETING]));
    await reindex(database);
    expect(await toldBy(() => reindex(database))).toEqual([]);
  });
});

test('numbers are in the order of commits, whoever writes', async () => {
  await savePage(database, pageOf('a.txt', [SIGNING]));
  const before = await lastSeq();
  let isCommitted = false;
  const first = withImportLock(database, async (tx) => {
    await tx.execute(sql`update people set name = name || '甲'`);
    await pause(200);
    isCommitted = true;
  });
  await pause(50);
  // Without the lock of an import: the trigger takes it.
  await database.sql`update organisations set name = name || '乙'`;
  expect(isCommitted).toBe(true);
  await first;
  const told = await changesAfter(before);
  const types = told.map(({ type }) => type);
  expect(types.lastIndexOf('PERSON')).toBeLessThan(types.indexOf('ORGANISATION'));
});

test('whoever reads on from the last number misses nothing while two importers write', async () => {
  const pages = Array.from({ length: 24 }, (_, at) =>
    pageOf(`${at}.txt`, at % 3 === 0 ? [SIGNING] : [MEETING, { headline: `简讯${at}`, body: `第${at}条。` }], {
      publishedOn: { date: `2024-0${1 + (at % 9)}-11`, basis: 'STATED' },
      page: at + 1,
    }),
  );
  let isWriting = true;
  const write = async (own: typeof pages) => {
    for (const page of own) await savePage(database, page);
    for (const page of own.slice(0, 4))
      await removeFiles(database, (tx) => filesOfPages(tx, sql`file = ${page.issue.file}`));
  };
  const writing = Promise.all([
    write(pages.filter((_, at) => at % 2 === 0)),
    write(pages.filter((_, at) => at % 2 === 1)),
  ]).finally(() => {
    isWriting = false;
  });
  const copy = new Map<string, boolean>();
  let seq = '0';
  for (let isLast = false; !isLast; ) {
    isLast = !isWriting;
    const told = await database.sql<Change[]>`
      select type, id, seq, is_removed from changes where seq > ${seq} order by seq limit 7`;
    for (const { type, id, is_removed } of told) copy.set(`${type} ${id}`, is_removed);
    seq = told.at(-1)?.seq ?? seq;
    if (told.length > 0) isLast = false;
  }
  await writing;
  const nodes = await database.sql.unsafe(NODES);
  const kept = [...copy].filter(([, isRemoved]) => !isRemoved).map(([key]) => key);
  expect(kept.toSorted()).toEqual(nodes.map(({ type, id }) => `${String(type)} ${String(id)}`).toSorted());
  expect(copy.size).toBeGreaterThan(kept.length);
});
