import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { makePgArray } from 'drizzle-orm/pg-core';
import type { Touched } from './derivation.ts';
import { anyId } from './transaction.ts';
import type { Transaction } from './transaction.ts';

/**
 * Counts anew how often any two of the touched people, and of all who are present in the touched issues, were present together.
 * That is everybody whose counts can be others: whoever shares an event with somebody by an article of an issue is, or was, in that issue.
 */
export async function deriveCoAppearances(tx: Transaction, { people, issues }: Pick<Touched, 'people' | 'issues'>): Promise<void> {
  if (issues.size === 0) return;
  // Rows are asked for by an array of people, for a join with them is taken for one with half the archive, and reads all of it.
  const isOne = (column: string) => sql`${sql.raw(column)} = any(array(select id from person))`;
  await tx.execute(sql`
    with person as (
      select unnest(${makePgArray([...people])}::uuid[]) as id union select person_id from article_people
      where is_present and article_id = any(array(select id from articles where issue_id = ${anyId(issues)}))),
    ${counted(isOne('person_id'))},
    stored as (select * from co_appearances where ${isOne('person_id')} and ${isOne('other_id')})
    ${written}`);
}

/** Counts anew of all people, whatever stands there. */
export async function deriveAllCoAppearances(tx: Transaction): Promise<void> {
  await tx.execute(sql`with ${counted(sql`true`)}, stored as (select * from co_appearances) ${written}`);
}

/** Event by event, of those of its people whom the condition lets through: a join of the table with itself may be planned for too few, and takes a minute for many. */
const counted = (condition: SQL) => sql`
  told as (
    select event_id, person_id, min(cited_on) as day from article_people
    where is_present and event_id is not null and ${condition} group by event_id, person_id),
  event as (select array_agg(person_id) as people, array_agg(day) as days from told group by event_id having count(*) > 1),
  counted as (
    select x.id as person_id, y.id as other_id, count(*)::int as count, min(x.day) as first_on, max(x.day) as last_on
    from event cross join unnest(people, days) x(id, day) join unnest(people) y(id) on y.id <> x.id
    group by x.id, y.id)`;

/** Brings what is `stored` to what was `counted`. Compared as sets, so that no plan depends on how many are expected. */
const written = sql`
  , gone as (
    delete from co_appearances c using (select person_id, other_id from stored except select person_id, other_id from counted) g
    where c.person_id = g.person_id and c.other_id = g.other_id)
  insert into co_appearances (select * from counted except select * from stored)
  on conflict (person_id, other_id) do update set count = excluded.count, first_on = excluded.first_on, last_on = excluded.last_on`;
