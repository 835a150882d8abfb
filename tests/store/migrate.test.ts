import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { migrate } from '../../src/store/migrate.ts';
import { fillArchive } from '../support/archive.ts';
import { createBareDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';

let database: TestDatabase;
afterEach(() => database.drop());

test('the first migration run applies every migration, and the second none', async () => {
  database = await createBareDatabase();
  expect(await migrate(database)).toBeGreaterThan(0);
  const before = await database.sql`select * from drizzle.__drizzle_migrations`;
  expect(await migrate(database)).toBe(0);
  expect(await database.sql`select * from drizzle.__drizzle_migrations`).toEqual(before);
});

test('two processes that migrate at once apply every migration once', async () => {
  database = await createBareDatabase();
  const applied = await Promise.all([migrate(database), migrate(database), migrate(database)]);
  const [row] = await database.sql<{ count: string }[]>`select count(*) from drizzle.__drizzle_migrations`;
  expect(applied.sort()).toEqual([0, 0, Number(row?.count)]);
});

test('a database migrated by a newer version is refused', async () => {
  database = await createBareDatabase();
  await migrate(database);
  await database.sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 9999999999999)`;
  await expect(migrate(database)).rejects.toThrow('newer version');
});

const folder = fileURLToPath(new URL('../../drizzle', import.meta.url));
const statementsOf = (migration: string) =>
  readFileSync(`${folder}/${migration}.sql`, 'utf8').split('--> statement-breakpoint');

/** The tables as the first migration made them, with one article that tells who signed what. */
async function makeEarlierArchive({ sql }: TestDatabase): Promise<void> {
  for (const statement of statementsOf('0000_create_archive')) await sql.unsafe(statement);
  const { entries } = JSON.parse(readFileSync(`${folder}/meta/_journal.json`, 'utf8')) as {
    entries: { when: number }[];
  };
  await sql`create schema drizzle`;
  await sql`create table drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)`;
  await sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('first', ${entries[0]!.when})`;

  const id = '00000000-0000-8000-8000-000000000001';
  const mayor = '00000000-0000-8000-8000-000000000005';
  const writer = '00000000-0000-8000-8000-000000000002';
  const agreement = '00000000-0000-8000-8000-000000000003';
  const district = '00000000-0000-8000-8000-000000000004';
  const proof = sql`'BODY', 0, 2, '林澄', 'test.by-hand', 0, 2, 1`;
  await sql`insert into publications (id, slug, name) values (${id}, 'yunxi-bao', '云溪报')`;
  await sql`insert into issues (id, publication_id, key, published_on, published_on_basis) values (${id}, ${id}, '2024-03-04', '2024-03-04', 'STATED')`;
  await sql`insert into pages (id, issue_id, file, content_hash, raw) values (${id}, ${id}, '1.txt', '', '')`;
  await sql`insert into articles (id, issue_id, page_id, position, genre, headline_lines, body, paragraphs, captions, event_on, event_on_basis,
      is_incomplete, has_continued_from, has_continued_on, published_on)
    values (${id}, ${id}, ${id}, 0, 'NEWS', '{}', '林澄签约', '[]', '{}', '2024-03-01', 'INFERRED', false, false, false, '2024-03-04')`;
  await sql`insert into people (id, publication_id, name, pinyin) values (${mayor}, ${id}, '林澄', 'lin cheng'), (${writer}, ${id}, '沈一苇', 'shen yi wei')`;
  await sql`insert into organisations (id, key, name, kind) values (${district}, '云溪区', '云溪区', 'GOVERNMENT')`;
  await sql`insert into article_people (article_id, person_id, ordinal, identity_rule) values (${id}, ${mayor}, 0, 'test'), (${id}, ${writer}, 1, 'test')`;
  await sql`insert into article_person_roles values (${id}, ${mayor}, 'SIGNED', ${proof}), (${id}, ${writer}, 'BYLINE', ${proof})`;
  await sql`insert into printed_titles (article_id, person_id, ordinal, title, organisation_id, is_owner_inferred, modality,
      field, start, "end", quote, rule, raw_start, raw_end, line)
    values (${id}, ${mayor}, 0, '区长', ${district}, false, 'FULL', ${proof})`;
  await sql`insert into article_organisations (article_id, organisation_id, ordinal, is_implied) values (${id}, ${district}, 0, false)`;
  await sql`insert into agreements (id, article_id, ordinal, kind, stage, signed_on, signed_on_basis, is_renewal,
      field, start, "end", quote, rule, raw_start, raw_end, line)
    values (${agreement}, ${id}, 0, 'OTHER', 'SIGNED', '2024-03-01', 'INFERRED', false, ${proof})`;
  await sql`insert into agreement_parties values (${agreement}, ${district}, 0, ${proof})`;
  await sql`insert into agreement_people (agreement_id, person_id, capacity, ordinal, on_behalf_of_id, field, start, "end", quote, rule, raw_start, raw_end, line)
    values (${agreement}, ${mayor}, 'SIGNATORY', 0, ${district}, ${proof})`;
}

test('an archive of an earlier version keeps its rows, and what later versions added is derived from them', async () => {
  database = await createBareDatabase();
  await makeEarlierArchive(database);
  expect(await migrate(database)).toBeGreaterThan(0);
  const { sql } = database;
  const publication = '00000000-0000-8000-8000-000000000001';
  expect(
    await sql`select publication_id from articles union all select publication_id from agreements union all select publication_id from article_organisations`,
  ).toEqual([{ publication_id: publication }, { publication_id: publication }, { publication_id: publication }]);
  expect(await sql`select is_present, published_on::text, cited_on::text from article_people order by ordinal`).toEqual(
    [
      { is_present: true, published_on: '2024-03-04', cited_on: '2024-03-01' },
      { is_present: false, published_on: '2024-03-04', cited_on: '2024-03-01' },
    ],
  );
  expect(
    await sql`select signed_on::text from agreement_parties union all select signed_on::text from agreement_people`,
  ).toEqual([{ signed_on: '2024-03-01' }, { signed_on: '2024-03-01' }]);
  const [title] = await sql`select post, office, cited_on::text from printed_titles`;
  expect(title).toMatchObject({ cited_on: '2024-03-01' });
  expect(title!['post']).not.toBe('');
  expect(title!['office']).not.toBeNull();
  expect(await sql`select type from search_documents order by type`).toEqual(
    ['ARTICLE', 'PERSON', 'PERSON', 'ORGANISATION', 'AGREEMENT'].map((type) => ({ type })),
  );
  expect(await sql`select title, first_cited_on::text from tenures`).toEqual([
    { title: '区长', first_cited_on: '2024-03-01' },
  ]);
});

test('pages of an earlier version keep their rows, with keys made from their numbers, else from their files', async () => {
  database = await createBareDatabase();
  await makeEarlierArchive(database);
  const { sql } = database;
  const issue = '00000000-0000-8000-8000-000000000001';
  await sql`insert into pages (id, issue_id, file, content_hash, number, raw, imported_at) values
    (${issue.replace(/1$/, '6')}, ${issue}, 'b.txt', 'b', 3, 'b', '2024-01-02'), (${issue.replace(/1$/, '7')}, ${issue}, 'a.txt', 'a', 3, 'a', '2024-01-03'),
    (${issue.replace(/1$/, '8')}, ${issue}, 'c.txt', 'c', 4, 'c', '2024-01-04')`;
  const kept = () => sql`select id, issue_id, file, content_hash, number, raw, imported_at from pages order by id`;
  const before = await kept();
  await migrate(database);
  expect(await kept()).toEqual(before);
  expect(await sql`select file, key, is_stated from pages order by file`).toEqual([
    { file: '1.txt', key: '1.txt', is_stated: true },
    { file: 'a.txt', key: 'page 3 of a.txt', is_stated: true },
    { file: 'b.txt', key: 'page 3', is_stated: true },
    { file: 'c.txt', key: 'page 4', is_stated: true },
  ]);
  expect(await sql`select id from articles`).toHaveLength(1);
});

test('co-appearances are counted in an archive that was filled before they were stored', async () => {
  database = await createBareDatabase();
  await migrate(database);
  await fillArchive(database);
  const { sql } = database;
  const kept = () => sql`select * from co_appearances order by person_id, other_id`;
  const before = await kept();
  expect(before).toHaveLength(6);
  await sql`drop table co_appearances`;
  for (const statement of statementsOf('0007_keep_co_appearances')) await sql.unsafe(statement);
  expect(await kept()).toEqual(before);
});
