/**
 * Who else is cited in the offices of people. An office that one person holds at a time is held anew by a holder whom
 * somebody else has followed in between, so that whoever is cited in it may divide the tenures of others.
 */
import { sql } from 'drizzle-orm';
import { isSharedPost } from '../text/title.ts';
import { anyId, anyText } from './transaction.ts';
import type { Transaction } from './transaction.ts';

/** The ways of holding an office of which only one person has one at a time. */
export const FULLY_HELD = sql.raw(`('FULL', 'ACTING')`);

/** Which of the offices that these people are cited in, or were until now, one person holds at a time. */
export async function exclusiveOffices(tx: Transaction, people: Iterable<string>): Promise<readonly string[]> {
  const mine = anyId(people);
  const rows = await tx.execute<{ office: string; post: string }>(sql`
    select office, post from printed_titles where person_id = ${mine} and office is not null and cited_on is not null
    union select office, post from tenures where person_id = ${mine} and office is not null`);
  const shared = new Set(rows.flatMap(({ office, post }) => (isSharedPost(post) ? office : [])));
  return [...new Set(rows.map(({ office }) => office))].filter((office) => !shared.has(office));
}

/**
 * The others whose tenures in these offices may be divided otherwise, now that these people are cited in other articles:
 * who is cited there before and after one of them, and who has several tenures in one. Of people who are gone nothing
 * tells what they held: then whoever has several tenures in an office of these organisations is among them.
 */
export async function rivalsOf(
  tx: Transaction,
  people: ReadonlySet<string>,
  offices: readonly string[],
  organisations: ReadonlySet<string>,
): Promise<readonly string[]> {
  const changed = anyId(people);
  const rows = await tx.execute<{ id: string }>(sql`
    select t.person_id as id from (
      select person_id, office, count(*) as count, min(first_cited_on) as first_on, max(last_cited_on) as last_on
      from tenures where office = ${anyText(offices)} and modality in ${FULLY_HELD} and not person_id = ${changed}
      group by person_id, office) t
    where t.count > 1 or exists (
      select from printed_titles s where s.person_id = ${changed} and s.office = t.office
        and s.cited_on > t.first_on and s.cited_on < t.last_on)
    union select person_id from tenures
    where organisation_id = ${anyId(organisations)} and office is not null and modality in ${FULLY_HELD}
      and not person_id = ${changed} and (select count(*) from people where id = ${changed}) < ${people.size}
    group by person_id, office having count(*) > 1`);
  return rows.map(({ id }) => id);
}
