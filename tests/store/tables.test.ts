import { afterAll, beforeAll, expect, test } from 'vitest';
import { savePage } from '../../src/store/page-writer.ts';
import { createTestDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';
import { pageOf, SIGNING } from './page-fixture.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await savePage(database, pageOf('a.txt', [SIGNING]));
});
afterAll(() => database.drop());

const FACT_TABLES = [
  'credits',
  'article_person_roles',
  'printed_titles',
  'mentions',
  'agreements',
  'agreement_parties',
  'agreement_people',
  'doubts',
];

test.each(FACT_TABLES)('%s holds no fact without evidence', async (table) => {
  const { sql } = database;
  expect(await sql.unsafe(`select from ${table}`)).not.toHaveLength(0);
  for (const column of ['field', 'start', 'end', 'quote', 'rule', 'raw_start', 'raw_end', 'line']) {
    await expect(sql.unsafe(`update ${table} set "${column}" = null`)).rejects.toThrow('not-null');
  }
  for (const wrong of [`quote = ''`, `rule = ''`, `"end" = start`, `raw_end = raw_start`, `start = -1`, `line = 0`]) {
    await expect(sql.unsafe(`update ${table} set ${wrong}`)).rejects.toThrow(`${table}_evidence_`);
  }
});

test.each([...FACT_TABLES.filter((table) => table !== 'doubts'), 'article_people', 'article_organisations', 'people'])(
  '%s holds confidences from 0 to 1 alone',
  async (table) => {
    const { sql } = database;
    for (const wrong of ['-0.01', '1.01', "'NaN'"])
      await expect(sql.unsafe(`update ${table} set confidence = ${wrong}`)).rejects.toThrow(
        `${table}_confidence_share`,
      );
    await expect(sql.unsafe(`update ${table} set confidence = null`)).rejects.toThrow('not-null');
  },
);

test('a day needs its basis, and a basis its day', async () => {
  const { sql } = database;
  await expect(sql`update issues set published_on_basis = null`).rejects.toThrow('issues_day_has_basis');
  await expect(sql`update articles set event_on = null`).rejects.toThrow('articles_event_has_basis');
  await expect(sql`update agreements set signed_on = '2024-05-23'`).rejects.toThrow('agreements_day_has_basis');
});

test('a signatory cannot sign for an organisation that is not a party', async () => {
  const { sql } = database;
  const [other] = await sql<
    { id: string }[]
  >`select id from organisations where id not in (select organisation_id from agreement_parties)`;
  await expect(sql`update agreement_people set on_behalf_of_id = ${other!.id}`).rejects.toThrow('foreign key');
  await expect(sql`update agreement_people set capacity = 'HOST'`).rejects.toThrow('agreement_people_sign_for_party');
});

test('a mention names a person or an organisation, never both or neither', async () => {
  await expect(database.sql`update mentions set person_id = null, organisation_id = null`).rejects.toThrow(
    'mentions_one_subject',
  );
});
