import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generateArchive } from '../../bench/archive/generate.ts';
import { loadArchive } from '../../bench/archive/load.ts';
import type { Rows } from '../../bench/archive/row.ts';
import { faultsOf, listsOf } from '../../bench/query/walk.ts';
import { createTestDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';

const ARTICLES = 400;

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await loadArchive(database, ARTICLES);
});
afterAll(() => database.drop());

async function count(query: string): Promise<number> {
  const [row] = await database.sql.unsafe<{ n: number }[]>(`select count(*)::int as n from ${query}`);
  return row!.n;
}

describe('a generated archive', () => {
  const rowsOf = (articles: number, seed?: number): Rows[] => [...generateArchive(articles, seed)];

  test('the same seed gives the same archive, another seed another', () => {
    expect(rowsOf(40)).toEqual(rowsOf(40));
    expect(rowsOf(40, 2)).not.toEqual(rowsOf(40));
  });

  test('the archive has as many articles as were asked for, whatever their number', async () => {
    expect(await count('articles')).toBe(ARTICLES);
    for (const articles of [1, 7, 63]) expect(rowsOf(articles).flatMap((rows) => rows.articles)).toHaveLength(articles);
  });

  test('batches have a thousand articles or a few more', () => {
    const sizes = rowsOf(1_600).map((rows) => rows.articles.length);
    expect(sizes.length).toBeGreaterThanOrEqual(2);
    expect(Math.max(...sizes)).toBeLessThan(1_050);
  });

  test('nothing is loaded beside other articles', async () => {
    await expect(loadArchive(database, 10)).rejects.toThrow('holds articles');
    expect(await count('articles')).toBe(ARTICLES);
  });
});

describe('the facts of a generated archive', () => {
  interface Proof {
    readonly quote: string;
    readonly start: number;
    readonly end: number;
    readonly rawStart: number;
    readonly rawEnd: number;
    readonly line: number;
    readonly words: string;
    readonly raw: string;
  }

  test.each([
    'credits',
    'article_person_roles',
    'printed_titles',
    'mentions',
    'agreements',
    'agreement_parties',
    'agreement_people',
    'doubts',
  ])('facts of %s are proved by the words at their place, in the article and in the file', async (table) => {
    const link = table.startsWith('agreement_')
      ? `${table} x join agreements g on g.id = x.agreement_id join articles a on a.id = g.article_id`
      : `${table} x join articles a on a.id = x.article_id`;
    const proofs = await database.sql.unsafe<Proof[]>(`
      select x.quote, x.start, x."end", x.raw_start as "rawStart", x.raw_end as "rawEnd", x.line, f.raw,
        case x.field when 'BODY' then a.body when 'HEADLINE' then a.headline when 'BYLINE' then a.byline else a.source end as words
      from ${link} join pages f on f.id = a.page_id`);
    expect(proofs.length).toBeGreaterThan(10);
    expect(
      proofs.filter(
        ({ quote, start, end, rawStart, rawEnd, line, words, raw }) =>
          words.slice(start, end) !== quote ||
          raw.slice(rawStart, rawEnd) !== quote ||
          raw.slice(0, rawStart).split('\n').length !== line,
      ),
    ).toEqual([]);
  });

  test('facts name only people and organisations of their article', async () => {
    expect(
      await count(
        'mentions m where person_id is not null and not exists (select from article_people x where (x.article_id, x.person_id) = (m.article_id, m.person_id))',
      ),
    ).toBe(0);
    expect(
      await count(
        'mentions m where organisation_id is not null and not exists (select from article_organisations x where (x.article_id, x.organisation_id) = (m.article_id, m.organisation_id))',
      ),
    ).toBe(0);
    expect(
      await count('article_people x join articles a on a.id = x.article_id where x.publication_id <> a.publication_id'),
    ).toBe(0);
  });

  test('facts repeat the columns of what they belong to', async () => {
    expect(
      await count(
        'articles a join issues e on e.id = a.issue_id where (a.publication_id, a.published_on) is distinct from (e.publication_id, e.published_on)',
      ),
    ).toBe(0);
    expect(
      await count(
        'article_people x join articles a on a.id = x.article_id where (x.published_on, x.cited_on) is distinct from (a.published_on, coalesce(a.event_on, a.published_on))',
      ),
    ).toBe(0);
    expect(
      await count(
        'article_organisations x join articles a on a.id = x.article_id where (x.publication_id, x.published_on) is distinct from (a.publication_id, a.published_on)',
      ),
    ).toBe(0);
    expect(
      await count(
        'printed_titles x join articles a on a.id = x.article_id where x.cited_on is distinct from coalesce(a.event_on, a.published_on)',
      ),
    ).toBe(0);
    expect(
      await count(
        'agreement_parties x join agreements g on g.id = x.agreement_id where x.signed_on is distinct from g.signed_on',
      ),
    ).toBe(0);
  });

  test('there are facts of every kind that a list or a filter tells apart', async () => {
    const kinds = [
      'issues where published_on is null',
      'articles where headline is null and has_continued_from',
      "articles where genre = 'NOTICE'",
      'teasers',
      "printed_titles where change = 'APPOINTED'",
      "printed_titles where change = 'REMOVED'",
      "printed_titles where modality = 'ACTING'",
      'mentions where is_implied',
      'agreements where signed_on is null',
      'agreements where declared_count is not null',
      "agreement_people where capacity = 'WITNESS'",
      'mentions m join people p on p.id = m.person_id where m.name <> p.name',
      'mentions m join organisations o on o.id = m.organisation_id where m.name <> o.name',
    ];
    const counts = await Promise.all(kinds.map(count));
    expect(kinds.filter((_, at) => counts[at] === 0)).toEqual([]);
  });

  test('facts have everything that is derived from them', async () => {
    expect(await count('search_documents')).toBe(
      (await count('articles')) +
        (await count('people')) +
        (await count('organisations')) +
        (await count('agreements')),
    );
    expect(await count('tenures')).toBeGreaterThan(50);
    expect(await count('co_appearances')).toBeGreaterThan(50);
    expect(await count('article_people where event_id is null')).toBe(0);
  });
});

test('every list of a generated archive shows each row once, forwards and backwards, and counts as many', async () => {
  const lists = await listsOf(database);
  expect(lists.length).toBeGreaterThan(30);
  for (const list of lists)
    expect({ list, faults: await faultsOf(database, list, [7, 100]) }).toEqual({ list, faults: [] });
});
