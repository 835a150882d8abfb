/**
 * Which tenures are proven to have been held on a day: those that `officeHolders` calls confirmed, as a condition of
 * lists.
 */
import { isGiven } from '../query/condition.ts';
import type { Bind } from '../query/statement.ts';

export interface HeldOn {
  readonly on?: string | null | undefined;
}

/**
 * The last day up to `day` on which the tenure `t` is cited, and the first from it on; read only where that lies
 * between its ends.
 */
export function citedBefore(t: string, day: string): string {
  return `case when ${t}.last_cited_on <= ${day} then ${t}.last_cited_on when ${t}.first_cited_on <= ${day}
    then coalesce(${nearest(t, day, '<=', 'desc')}, ${t}.first_cited_on) end`;
}
export function citedAfter(t: string, day: string): string {
  return `case when ${t}.first_cited_on >= ${day} then ${t}.first_cited_on when ${t}.last_cited_on >= ${day}
    then coalesce(${nearest(t, day, '>=', 'asc')}, ${t}.last_cited_on) end`;
}

/**
 * None where the title is of no organisation; nobody is a rival for it either, so that the first and the last day say
 * as much.
 */
const nearest = (t: string, day: string, side: string, direction: 'asc' | 'desc') => `(
  select s.cited_on from printed_titles s
  where s.person_id = ${t}.person_id and s.office = ${t}.office and s.cited_on between ${t}.first_cited_on and ${t}.last_cited_on
    and s.cited_on ${side} ${day} and s.modality = ${t}.modality and s.organisation_id = ${t}.organisation_id
  order by s.cited_on ${direction} limit 1)`;

/**
 * The tenure `t` was held on the day: its holder is cited on it, or before and after it, and between the two nobody
 * else is in the same seat and nothing has ended. Of several tenures of the holder it is the one cited last, and that
 * of an executive deputy beside it, who is called a mere deputy too. The same as `confirmedOf` in `certainty.ts`, which
 * tests hold it to.
 */
export function held({ on }: HeldOn, bind: Bind): string[] {
  if (!isGiven(on)) return [];
  const day = bind(on, 'date');
  const isGivenAt = 'c.started_on = c.since';
  return [
    `t.first_cited_on <= ${day} and coalesce(t.ended_by > ${day}, true) and t.modality <> 'FORMER'`,
    `exists (
      select from (
        select c.*, max(c.before) filter (where c.is_own and c.is_alive) over () as since, min(c.after) filter (where c.is_own) over () as until,
          max(c.before) filter (where c.person_id = t.person_id and c.is_alive) over () as last
        from (
          select c.id, c.person_id, c.started_on, c.ended_by, c.holder = t.holder as is_own, coalesce(c.ended_by > ${day}, true) as is_alive,
            ${citedBefore('c', day)} as before, ${citedAfter('c', day)} as after
          from tenures c where c.seat = t.seat) c) c
      having bool_or(c.id = t.id and (c.before = c.last or t.modality = 'EXECUTIVE' and c.after is not null)) and bool_or(c.until is not null)
        and count(*) filter (where case when c.is_own
          then c.ended_by > c.since and (c.ended_by <= ${day} or c.ended_by < c.until)
          else c.before > c.since and c.before < c.until or c.after > c.since and c.after < c.until end) = 0
        and (count(*) filter (where not c.is_own and ${isGivenAt}) = 0 or count(*) filter (where c.is_own and ${isGivenAt}) > 0))`,
  ];
}
