import type postgres from 'postgres';
import { STRETCH_DAYS, dayNumber, stretchNumber, stretchesOf } from '../../src/store/search-stretch.ts';
import type { Stretch } from '../../src/store/search-stretch.ts';

/** The newest articles that a tsquery finds. */
const found = (tsquery: string, ...conditions: string[]) => `select d.id, ${dayNumber('d.day')} as n from search_documents d
  where ${[`d.lexemes @@ ${tsquery}::tsquery`, "d.type = 'ARTICLE'", ...conditions].join(' and ')} order by 2 desc, d.id desc limit size`;
/** Those of the two newest stretches, which are all from their first day on. */
const near = (stretch: Stretch) => {
  const days = STRETCH_DAYS[stretch];
  return [
    `${stretchesOf('d.day')} && array(select ${stretchNumber('day', stretch)} from newest union select ${stretchNumber(`(min(day) - ${days})`, stretch)} from newest)`,
    `${dayNumber('d.day')} >= (select greatest((min(day) / ${days} - 1) * ${days}, 1) from newest)`,
  ];
};
const isShort = (table: string) => `(select count(*) from ${table}) < size`;

/**
 * What PostGraphile and the floor need besides the archive's own tables, so that they can be asked for the same rows. In a schema of its
 * own and, as indexes stand with their tables, under names of its own; {@link removeAdditions} takes all of it away again.
 *
 * The index serves a list that has what is without a day at its end, which PostGraphile and a plain statement can only ask for by
 * `desc nulls last`; the other lists stand so in the archive's own. The function is the gateway's `search` for articles, which looks in the newest stretches before everywhere too.
 */
const additions = `
  create index compare_co_appearances on co_appearances (person_id, count desc nulls last, last_on desc nulls last, other_id desc nulls last);

  create function compare.search_articles(prominent text, elsewhere text, size integer) returns setof articles stable language sql as $$
    with newest as materialized (
      select ${dayNumber('d.day')} as day from search_documents d where d.day is not null order by d.day desc limit 16),
    near_prominent as materialized (${found('prominent', ...near('long'))}),
    prominent as materialized (
      select * from near_prominent where not ${isShort('near_prominent')} union all (${found('prominent', isShort('near_prominent'))})),
    near_elsewhere as materialized (${found('elsewhere', ...near('short'), isShort('prominent'))}),
    best as materialized (
      select *, true as is_prominent from prominent union all select *, false from near_elsewhere where not ${isShort('near_elsewhere')}
        union all select *, false from (${found('elsewhere', isShort('prominent'), isShort('near_elsewhere'))}) d)
    select a.* from best b join articles a on a.id = b.id
    order by b.is_prominent desc, b.n desc, b.id desc limit size
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
  const [counted] = await sql<{ count: number }[]>`select coalesce(sum(calls), 0)::int as count from compare.pg_stat_statements where query not like '%pg_stat_statements%'`;
  return counted!.count;
}

/** Takes away all of it, also what an earlier run may have left. */
export async function removeAdditions(sql: postgres.Sql): Promise<void> {
  const left = await sql<{ name: string }[]>`select indexname as name from pg_indexes where schemaname = 'public' and starts_with(indexname, 'compare_')`;
  for (const { name } of left) await sql`drop index ${sql(name)}`;
  await sql`drop schema if exists compare cascade`;
}
