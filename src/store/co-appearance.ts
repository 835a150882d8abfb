import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { makePgArray } from 'drizzle-orm/pg-core';
import type { DirtySet } from './dirty-set.ts';
import { anyId } from './transaction.ts';
import type { Transaction } from './transaction.ts';

/**
 * Counts again how often people were present together: the dirty people, and the people who are present in a part (上接,
 * 下转) of an article of a dirty issue, for its parts may have changed. No other count can have changed: an event
 * consists of all its people, who come to it and leave it together, and an article that is not a part has an event of
 * its own.
 */
export async function deriveCoAppearances(
  tx: Transaction,
  { people, issues }: Pick<DirtySet, 'people' | 'issues'>,
): Promise<void> {
  if (issues.size === 0) return;
  // As an array: Postgres expects a join to match half the archive, and would read all of it.
  const isOne = (column: string) => sql`${sql.raw(column)} = any(array(select id from person))`;
  const parts = sql`
    select id from articles where issue_id = ${anyId(issues)} and (has_continued_from or has_continued_on)`;
  await tx.execute(sql`
    with person as (
      select unnest(${makePgArray([...people])}::uuid[]) as id
      union select person_id from article_people where is_present and article_id = any(array(${parts}))),
    ${counted(isOne('person_id'))},
    stored as (select * from co_appearances where ${isOne('person_id')} and ${isOne('other_id')}),
    ${written}`);
}

/** Counts again for all people. */
export async function deriveAllCoAppearances(tx: Transaction): Promise<void> {
  await tx.execute(sql`with ${counted(sql`true`)}, stored as (select * from co_appearances), ${written}`);
}

/**
 * The counts of the people that the condition selects, with each other. Each event counts once, however many articles
 * report it.
 */
const counted = (condition: SQL) => sql`
  seen as materialized (
    select person_id, event_id, min(cited_on) as day from article_people
    where is_present and event_id is not null and ${condition}
    group by person_id, event_id),
  counted as (
    select x.person_id, y.person_id as other_id, count(*)::int as count, min(x.day) as first_on, max(x.day) as last_on
    from seen x join seen y on y.event_id = x.event_id and y.person_id <> x.person_id
    group by x.person_id, y.person_id)`;

/**
 * Writes the counts that differ from what is stored. They are compared as sets, so that the plan does not depend on
 * estimates.
 */
const written = sql`
  gone as (
    delete from co_appearances c
      using (select person_id, other_id from stored except select person_id, other_id from counted) g
    where c.person_id = g.person_id and c.other_id = g.other_id)
  insert into co_appearances (select * from counted except select * from stored)
  on conflict (person_id, other_id) do update set count = excluded.count, first_on = excluded.first_on,
    last_on = excluded.last_on`;
