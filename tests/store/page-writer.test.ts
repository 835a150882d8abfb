import { afterEach, beforeEach, expect, test } from 'vitest';
import { EvidenceError } from '../../src/store/evidence.ts';
import { savePage } from '../../src/store/page-writer.ts';
import { createTestDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';
import { allRows, rowVersions } from '../support/rows.ts';
import { HEAD, organisation, pageOf, person, SIGNING } from './page-fixture.ts';
import type { ArticleFixture } from './page-fixture.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

const MEETING: ArticleFixture = {
  headline: '区委召开会议',
  body: '曹立强主持会议,刘琪参加。新微集团列席。',
  facts: (words) => ({
    people: [person('曹立强', words), person('刘琪', words)],
    organisations: [organisation('新微集团', words)],
  }),
};
const CONCERT: ArticleFixture = {
  headline: '音乐会',
  body: '李民輝到场。',
  facts: (words) => ({ people: [person('李民輝', words)] }),
};

const names = async (table: string) =>
  (await database.sql.unsafe(`select name from ${table} order by name collate "C"`)).map(({ name }) => name as string);

test('a page is stored with its people, organisations, agreement and the words that prove them', async () => {
  expect(await savePage(database, pageOf('a.txt', [SIGNING]))).toMatchObject({
    kind: 'NEW',
    replaces: [],
    beside: [],
  });
  const rows = await allRows(database);
  expect(rows['issues']).toMatchObject([
    { key: '2024-05-27', published_on: '2024-05-27', published_on_basis: 'INFERRED' },
  ]);
  expect(rows['people']).toEqual(expect.arrayContaining([expect.objectContaining({ name: '刘琪', pinyin: 'liu qi' })]));
  expect(rows['credits']).toMatchObject([{ role: 'REPORTER', field: 'BYLINE', quote: '刘坤' }]);
  expect(rows['agreements']).toMatchObject([
    { signed_on: null, signed_on_text: 'XXXX-05-23', quote: '签订战略合作协议', line: 5 },
  ]);
  expect(rows['agreement_parties']).toHaveLength(2);
  const signed = await database.sql`
    select p.name, o.name as party from agreement_people ap join people p on p.id = person_id join organisations o on o.id = on_behalf_of_id order by ordinal`;
  expect([...signed]).toEqual([
    { name: '刘琪', party: '徐汇区' },
    { name: '秦曦', party: '上海新微科技集团有限公司' },
  ]);
});

test('evidence points into the raw file', async () => {
  const page = pageOf('a.txt', [CONCERT, SIGNING]);
  await savePage(database, page);
  const mentions = await database.sql<
    { quote: string; raw_start: number; raw_end: number }[]
  >`select quote, raw_start, raw_end from mentions`;
  expect(mentions.length).toBeGreaterThan(5);
  for (const { quote, raw_start, raw_end } of mentions) expect(page.raw.slice(raw_start, raw_end)).toBe(quote);
});

test('storing the same page again writes nothing', async () => {
  await savePage(database, pageOf('a.txt', [SIGNING]));
  const before = await rowVersions(database);
  expect(await savePage(database, pageOf('a.txt', [SIGNING]))).toMatchObject({ kind: 'STORED', as: 'UNCHANGED' });
  expect(await rowVersions(database)).toEqual(before);
});

test('a corrected page leaves the rows of other pages untouched', async () => {
  await savePage(database, pageOf('a.txt', [SIGNING]));
  await savePage(database, pageOf('b.txt', [CONCERT]));
  const others = () =>
    database.sql`select m.xmin, m.quote from mentions m join articles a on a.id = article_id join pages p on p.id = page_id where file = 'a.txt'`;
  const before = [...(await others())];
  await savePage(database, pageOf('b.txt', [MEETING, CONCERT]));
  expect([...(await others())]).toEqual(before);
});

test('an archive filled again from the same pages has the same rows and ids', async () => {
  const pages = [pageOf('a.txt', [SIGNING]), pageOf('b.txt', [MEETING, CONCERT])];
  for (const page of pages) await savePage(database, page);
  const other = await createTestDatabase();
  try {
    for (const page of pages) await savePage(other, page);
    expect(await allRows(other)).toEqual(await allRows(database));
  } finally {
    await other.drop();
  }
});

test('a corrected page changes only what it corrects', async () => {
  await savePage(database, pageOf('a.txt', [SIGNING]));
  await savePage(database, pageOf('b.txt', [MEETING, CONCERT]));
  const before = await allRows(database);
  await savePage(database, pageOf('b.txt', [MEETING]));
  expect(await names('people')).toEqual(['刘坤', '刘琪', '曹立强', '秦曦']);
  await savePage(database, pageOf('b.txt', [MEETING, CONCERT]));
  expect(await allRows(database)).toEqual(before);
});

test('people and organisations that only a corrected page named are removed', async () => {
  await savePage(database, pageOf('a.txt', [SIGNING]));
  await savePage(database, pageOf('a.txt', [CONCERT]), { replace: true });
  expect(await names('people')).toEqual(['李民輝']);
  expect(await names('organisations')).toEqual(['徐汇区']); // The publication's district stays.
  expect((await allRows(database))['agreement_people']).toEqual([]);
});

test('several files of a day are pages of one issue', async () => {
  await savePage(database, pageOf('a.txt', [SIGNING], { page: 1 }));
  await savePage(
    database,
    pageOf('b.txt', [CONCERT], { page: 2, number: 968, publishedOn: { date: '2024-05-27', basis: 'PRINTED' } }),
  );
  const { issues, pages } = await allRows(database);
  expect(issues).toMatchObject([{ number: 968, published_on_basis: 'PRINTED' }]);
  expect(pages).toHaveLength(2);
});

test('an article with a day of its own goes to the issue of that day', async () => {
  const dated = { ...CONCERT, parsed: { publishedOn: '2024-05-20', number: 12 } };
  await savePage(database, pageOf('a.txt', [SIGNING, dated]));
  const { issues, pages } = await allRows(database);
  expect(issues).toHaveLength(2);
  expect(issues).toContainEqual(
    expect.objectContaining({ published_on: '2024-05-20', published_on_basis: 'PRINTED', number: 12 }),
  );
  expect(pages).toHaveLength(2);
});

test('a page whose day was corrected leaves no issue behind', async () => {
  await savePage(database, pageOf('a.txt', [CONCERT]));
  await savePage(database, {
    ...pageOf('a.txt', [CONCERT], { publishedOn: { date: '2024-05-28', basis: 'STATED' } }),
    contentHash: 'other',
  });
  expect((await allRows(database))['issues']).toMatchObject([{ published_on: '2024-05-28' }]);
});

test('a page without a day belongs to an issue by its number, else by its file', async () => {
  await savePage(database, pageOf('a.txt', [CONCERT], { publishedOn: null, number: 968 }));
  await savePage(database, pageOf('b.txt', [MEETING], { publishedOn: null }));
  expect((await allRows(database))['issues']?.map((row) => (row as { key: string }).key).sort()).toEqual([
    'file b.txt',
    'number 968',
  ]);
});

test('a fact whose words are not where it says is refused, and nothing of the page is stored', async () => {
  const wrong: ArticleFixture = {
    ...CONCERT,
    facts: (words) => ({ people: [person('李民輝', words, { mentions: [{ ...words('到场'), quote: '在场' }] })] }),
  };
  await expect(savePage(database, pageOf('a.txt', [CONCERT, wrong]))).rejects.toThrow(EvidenceError);
  expect(Object.values(await allRows(database)).flat()).toEqual([]);
});

test('imports at once do not deadlock and store nothing twice', async () => {
  const pages = [
    pageOf('a.txt', [SIGNING]),
    pageOf('b.txt', [MEETING, CONCERT]),
    pageOf('c.txt', [CONCERT, MEETING]),
    pageOf('a.txt', [SIGNING]),
  ];
  const saved = await Promise.all(pages.map((page) => savePage(database, page)));
  expect(saved.filter(({ kind }) => kind === 'STORED')).toHaveLength(1);
  expect(await names('people')).toEqual(['刘坤', '刘琪', '曹立强', '李民輝', '秦曦']);
});

const OTHER = { publication: { ...HEAD.publication, slug: 'other-bao', name: '他报', district: '云溪区' } };
const restated = (page: ReturnType<typeof pageOf>) => ({ ...page, contentHash: 'restated' });

test('a page moves as a whole when its metadata names another publication', async () => {
  await savePage(database, pageOf('a.txt', [SIGNING], OTHER));
  await savePage(database, restated(pageOf('a.txt', [SIGNING])));
  const fresh = await createTestDatabase();
  try {
    await savePage(fresh, restated(pageOf('a.txt', [SIGNING])));
    expect(await allRows(database)).toEqual(await allRows(fresh));
  } finally {
    await fresh.drop();
  }
});

test('a page of another publication that has the file name but not the text stays', async () => {
  await savePage(database, pageOf('a.txt', [SIGNING], OTHER));
  await savePage(database, pageOf('a.txt', [CONCERT]));
  await savePage(database, pageOf('b.txt', [], OTHER));
  await savePage(database, restated(pageOf('b.txt', [])));
  expect((await allRows(database))['pages']).toHaveLength(4);
});

test('two files of one day in the unknown publication are of two issues', async () => {
  const unknown = { publication: { ...OTHER.publication, slug: 'unknown', district: null } };
  await savePage(database, pageOf('a.txt', [CONCERT], unknown));
  await savePage(database, pageOf('b.txt', [MEETING], unknown));
  expect((await allRows(database))['issues']).toMatchObject([
    { published_on: '2024-05-27' },
    { published_on: '2024-05-27' },
  ]);
});
