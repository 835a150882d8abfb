import { sql } from 'drizzle-orm';
import { partPairs } from './article-part.ts';
import { anyId } from './transaction.ts';
import type { Transaction } from './transaction.ts';

/**
 * An event of more people is a crowd, in which nobody can be said to have met anybody. The pairs of its people would
 * grow as the square of their number.
 */
const MAX_EVENT_PEOPLE = 100;

/**
 * Derives again which event each person of the articles of these issues attended. Articles report one event when they
 * are parts of one article, at most three of them, and when they have the same day and all the same people present: an
 * issue often prints an event both in short and at length, and the next issue prints it again.
 *
 * The id is made from the day and the people, so that no other issue has to be read. The articles are passed as an
 * array: Postgres expects a join to match half the archive, and would read all of it.
 */
export async function deriveEvents(tx: Transaction, issues: ReadonlySet<string>): Promise<void> {
  if (issues.size === 0) return;
  await tx.execute(sql`
    with issue as (select id from issues where id = ${anyId(issues)}),
    pair as (select head, tail from ${sql.raw(partPairs('select id from issue'))} p where heads = 1 and tails = 1),
    part as (
      select a.id, a.event_on, coalesce(earlier.head, pair.head, a.id) as whole
      from articles a left join pair on pair.tail = a.id left join pair earlier on earlier.tail = pair.head
      where a.issue_id in (select id from issue)),
    event as (
      select whole, case when count(distinct person_id) <= ${MAX_EVENT_PEOPLE} then coalesce(
        md5(min(event_on) || string_agg(distinct person_id::text, ' ' order by person_id::text))::uuid, whole) end as id
      from part left join article_people
        on article_id = part.id and is_present and article_id = any(array(select id from part))
      group by whole)
    update article_people x set event_id = event.id
    from part join event using (whole)
    where x.article_id = part.id and x.article_id = any(array(select id from part))
      and x.event_id is distinct from event.id`);
}
