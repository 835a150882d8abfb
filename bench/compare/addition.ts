import type postgres from 'postgres';
import { newestFirst } from '../../src/load/search/newest-first.ts';
import type { RankBand } from '../../src/load/search/newest-first.ts';
import { RANKS_A_BAND } from '../../src/load/search/rank.ts';
import { dayNumber } from '../../src/store/date-bucket.ts';

/** The articles that a tsquery finds, ranked as the gateway does. */
const band = (tsquery: string, lowest: number, bucket: RankBand['bucket']): RankBand => ({
  lowest,
  bucket,
  matching: (...conditions) => `select d.id, ${lowest} + ${dayNumber('d.day')} as rank from search_documents d
    where ${[`d.lexemes @@ ${tsquery}::tsquery`, "d.type = 'ARTICLE'", ...conditions].join(' and ')}`,
});
const tables = newestFirst(
  band('prominent', 2 * RANKS_A_BAND, 'long'),
  band('elsewhere', RANKS_A_BAND, 'short'),
  null,
  [],
  'size',
);

/**
 * What PostGraphile and the baseline need besides the archive's own tables, so that they can be asked for the same rows.
 * In a schema of its own and, as indexes stand with their tables, under names of its own; {@link removeAdditions} takes
 * all of it away again.
 *
 * The index serves a list that has what is without a day at its end, which PostGraphile and a plain statement can only
 * ask for by `desc nulls last`; the other lists stand so in the archive's own. The function is the gateway's `search`
 * for articles, by its own tables.
 */
const additions = `
  create index compare_co_appearances on co_appearances (person_id, count desc nulls last, last_on desc nulls last, other_id desc nulls last);

  create function compare.search_articles(prominent text, elsewhere text, size integer) returns setof articles stable language sql as $$
    with ${tables.join(', ')}
    select a.* from page p join articles a on a.id = p.id order by p.rank desc, p.id desc
  $$;
  analyze co_appearances;
`;

/** Begins to count what the database is asked to execute. */
export async function countStatements(sql: postgres.Sql): Promise<void> {
  await sql.unsafe('create schema compare; create extension pg_stat_statements schema compare');
}

/** Adds what the contenders need. */
export async function add(sql: postgres.Sql): Promise<void> {
  await sql.unsafe(additions);
}

/** Forgets what was counted. */
export async function resetStatements(sql: postgres.Sql): Promise<void> {
  await sql`select compare.pg_stat_statements_reset()`;
}

export async function countedStatements(sql: postgres.Sql): Promise<number> {
  const [counted] = await sql<
    { count: number }[]
  >`select coalesce(sum(calls), 0)::int as count from compare.pg_stat_statements where query not like '%pg_stat_statements%'`;
  return counted!.count;
}

/** Takes away all of it, also what an earlier run may have left. */
export async function removeAdditions(sql: postgres.Sql): Promise<void> {
  const left = await sql<
    { name: string }[]
  >`select indexname as name from pg_indexes where schemaname = 'public' and starts_with(indexname, 'compare_')`;
  for (const { name } of left) await sql`drop index ${sql(name)}`;
  await sql`drop schema if exists compare cascade`;
}
