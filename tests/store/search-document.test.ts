import { afterAll, beforeAll, expect, test } from 'vitest';
import { ingestPaths } from '../../src/ingest.ts';
import { reindex } from '../../src/store/reindex.ts';
import { fillArchive, idOf } from '../support/archive.ts';
import { createTestDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';
import { rowVersions } from '../support/rows.ts';

let seeds: TestDatabase;
let archive: TestDatabase;
beforeAll(async () => {
  seeds = await createTestDatabase();
  await ingestPaths(seeds, ['seeds']);
  archive = await createTestDatabase();
  await fillArchive(archive);
});
afterAll(() => Promise.all([seeds.drop(), archive.drop()]));

const documentOf = async (id: string) =>
  (
    await archive.sql`select names, text, lexemes::text, day::text, xmin::text from search_documents where id = ${id}`
  )[0];

test('every article, person, organisation and agreement has a document', async () => {
  const [counts] = await seeds.sql`select
    (select count(*) from articles) + (select count(*) from people) + (select count(*) from organisations) + (select count(*) from agreements) as things,
    (select count(*) from search_documents) as documents`;
  expect(Number(counts!['things'])).toBeGreaterThan(50);
  expect(counts!['documents']).toBe(counts!['things']);
});

test('deriving the documents again writes nothing', async () => {
  const before = await rowVersions(seeds);
  await reindex(seeds);
  expect(await rowVersions(seeds)).toEqual(before);
});

test('documents of people and organisations have the forms of their names', async () => {
  expect(await documentOf(idOf('person', '林澄'))).toMatchObject({
    names: ['林澄', 'lincheng', 'lindeng', 'lc', 'ld'],
  });
  expect(await documentOf(idOf('organisation', '青禾集团'))).toMatchObject({
    names: ['青禾集团', '青禾', 'qinghejituan', 'qinghe', 'qhjt', 'qh'],
    text: '青禾集团\n青禾',
  });
});

test('documents of articles and agreements have their day, and those of articles the words of all their texts', async () => {
  const article = await documentOf(idOf('article', '2024-03-04', 'signing'));
  expect(article).toMatchObject({
    names: [],
    day: '2024-03-04',
    text: expect.stringMatching(/^云溪区与青禾集团签约\n3月1日\n云溪区与青禾集团签署\n战略合作协议/u),
  });
  for (const lexeme of ["'^青禾'", "'青禾'", "'签署'", "'沈一'"]) expect(article!['lexemes']).toContain(lexeme);
  expect(article!['lexemes']).not.toContain("'^签署'");
  expect(await documentOf(idOf('agreement', '2024-03-04', 0))).toMatchObject({
    day: '2024-03-01',
    text: expect.stringContaining('青禾集团'),
  });
});

test('only changed documents are written, and those of removed rows are removed', async () => {
  const { sql } = archive;
  const [untouched, article] = [idOf('person', '林澄'), idOf('article', '2024-03-11', 'port')];
  const before = await documentOf(untouched);
  await sql`update articles set body = '新港停工。' where id = ${article}`;
  await sql`update people set name = '顾遠' where id = ${idOf('person', '顾远')}`;
  await sql`delete from agreements where id = ${idOf('agreement', '2024-03-11', 1)}`;
  await reindex(archive);
  expect(await documentOf(untouched)).toEqual(before);
  expect(await documentOf(article)).toMatchObject({ text: '新港开工首船靠泊\n新港停工' });
  expect(await documentOf(idOf('person', '顾远'))).toMatchObject({ names: ['顾远', 'guyuan', 'gy'] });
  expect(await documentOf(idOf('agreement', '2024-03-11', 1))).toBeUndefined();
  await sql`delete from articles where id = ${article}`;
  expect(await documentOf(article)).toBeUndefined();
});
