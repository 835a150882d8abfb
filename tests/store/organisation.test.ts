import { afterEach, beforeEach, expect, test } from 'vitest';
import { savePage } from '../../src/store/page-writer.ts';
import { reindex } from '../../src/store/reindex.ts';
import { createTestDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';
import { HEAD, organisation, pageOf } from './page-fixture.ts';
import type { ArticleFixture } from './page-fixture.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

const LONG: ArticleFixture = {
  headline: '签约',
  body: '上海新微科技集团有限公司(新微集团)来访。',
  facts: (words) => ({
    organisations: [
      organisation('上海新微科技集团有限公司', words, { aliases: [{ name: '新微集团', evidence: words('新微集团') }] }),
    ],
  }),
};
const SHORT: ArticleFixture = {
  headline: '来访',
  body: '新微集团来访。',
  facts: (words) => ({ organisations: [organisation('新微集团', words)] }),
};
const BUREAU: ArticleFixture = {
  headline: '调研',
  body: '区数据局汇报。',
  facts: (words) => ({ organisations: [organisation('区数据局', words, { key: '徐汇区数据局', kind: 'GOVERNMENT' })] }),
};
const names = async () =>
  (await database.sql<{ name: string }[]>`select name from organisations where key <> '徐汇区' order by name`).map(
    ({ name }) => name,
  );

test('an organisation is named by the longest form printed, whichever page came first', async () => {
  await savePage(database, pageOf('a.txt', [SHORT]));
  expect(await names()).toEqual(['新微集团']);
  await savePage(database, pageOf('b.txt', [LONG]));
  expect(await names()).toEqual(['上海新微科技集团有限公司']);
});

test('an organisation gives up a longer name that a corrected page no longer prints', async () => {
  await savePage(database, pageOf('a.txt', [SHORT]));
  await savePage(database, pageOf('b.txt', [LONG]));
  await savePage(database, pageOf('b.txt', []), { replace: true });
  expect(await names()).toEqual(['新微集团']);
});

test('a name without its place is completed', async () => {
  await savePage(database, pageOf('a.txt', [BUREAU]));
  expect(await names()).toEqual(['徐汇区数据局']);
});

test('a short name in another publication is not joined to a long one', async () => {
  await savePage(database, pageOf('a.txt', [LONG]));
  await savePage(database, pageOf('b.txt', [SHORT], { publication: { ...HEAD.publication, slug: 'other-bao' } }));
  expect(await names()).toHaveLength(2);
});

test('the district that a publication states is the organisation of that name', async () => {
  const party: ArticleFixture = {
    headline: '签约',
    body: '徐汇区签约。',
    facts: (words) => ({ organisations: [organisation('徐汇区', words)] }),
  };
  await savePage(database, pageOf('a.txt', [party]));
  const rows =
    await database.sql`select o.name, p.slug from organisations o join publications p on p.district_id = o.id join article_organisations on organisation_id = o.id`;
  expect([...rows]).toEqual([{ name: '徐汇区', slug: 'xuhui-bao' }]);
});

test('two names for one organisation in one article make one appearance', async () => {
  const both: ArticleFixture = {
    headline: '会议',
    body: '徐汇区政府与徐汇区开会。',
    facts: (words) => ({
      organisations: [organisation('徐汇区政府', words, { key: '徐汇区' }), organisation('徐汇区', words)],
    }),
  };
  await savePage(database, pageOf('a.txt', [both]));
  expect(await database.sql`select from article_organisations`).toHaveLength(1);
  expect(await database.sql`select from mentions`).toHaveLength(2);
});

const naming = (name: string): ArticleFixture => ({
  headline: '会议',
  body: `${name}开会。`,
  facts: (words) => ({ organisations: [organisation(name, words)] }),
});
const other = { publication: { ...HEAD.publication, slug: 'other-bao' } };

test.each([
  ['徐汇区第五届人大常委会', '徐汇区第六届人民代表大会常务委员会'],
  ['徐汇区发展和改革委员会', '徐汇区发改委'],
  ['徐汇区衛生健康委員會', '徐汇区卫健委'],
])('%s in one newspaper and %s in another are one organisation', async (one, two) => {
  await savePage(database, pageOf('a.txt', [naming(one)]));
  await savePage(database, pageOf('b.txt', [naming(two)], other));
  expect(await names()).toHaveLength(1);
});

test('a body without its place is another one in every newspaper', async () => {
  await savePage(database, pageOf('a.txt', [naming('县公安局')]));
  await savePage(database, pageOf('b.txt', [naming('县公安局')], other));
  await savePage(database, pageOf('c.txt', [naming('县公安局')]));
  expect(await names()).toEqual(['县公安局', '县公安局']);
});

const parents = async () =>
  Object.fromEntries(
    (
      await database.sql<{ name: string; parent: string | null }[]>`
        select o.name, p.name as parent from organisations o left join organisations p on p.id = o.parent_id
        where o.name like '云岫%'`
    ).map(({ name, parent }) => [name, parent]),
  );

test('a body is part of the nearest one above it that the archive has, whichever came first', async () => {
  await savePage(database, pageOf('a.txt', [naming('云岫县委组织部')]));
  expect(await parents()).toEqual({ 云岫县委组织部: null });
  await savePage(database, pageOf('b.txt', [naming('云岫县')]));
  expect(await parents()).toEqual({ 云岫县委组织部: '云岫县', 云岫县: null });
  await savePage(database, pageOf('c.txt', [naming('云岫县委')]));
  expect(await parents()).toEqual({ 云岫县委组织部: '云岫县委', 云岫县委: '云岫县', 云岫县: null });
  await savePage(database, pageOf('c.txt', []), { replace: true });
  expect(await parents()).toEqual({ 云岫县委组织部: '云岫县', 云岫县: null });
});

test('reindex reads canonical names and parents again from the keys', async () => {
  await savePage(database, pageOf('a.txt', [naming('云岫县委组织部'), naming('云岫县'), naming('县公安局')]));
  const rows = () => database.sql`select id, canonical, ancestors, parent_id from organisations order by id`;
  const before = await rows();
  await database.sql`update organisations set canonical = id::text, ancestors = '{}', parent_id = null where key like '云岫%'`;
  await reindex(database);
  expect(await rows()).toEqual(before);
});
