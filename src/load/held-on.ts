/**
 * Which tenures are proven to have been held on a day: those that `officeHolders` calls confirmed, as a condition of
 * lists.
 */
import { isAtLeast, isGiven } from '../query/condition.ts';
import type { Bind } from '../query/statement.ts';
import { tenures } from '../store/derived-tables.ts';
import { printedTitles } from '../store/fact-tables.ts';
import { aliased, table } from './table-alias.ts';
import type { TableAlias } from './table-alias.ts';

const s = aliased(printedTitles, 's');
const t = aliased(tenures, 't');
const c = aliased(tenures, 'c');

type Tenure = TableAlias<typeof tenures>;

export interface HeldOn {
  readonly on?: string | null | undefined;
  /** The least confidence of the tenures that count, also of those that others held. */
  readonly minConfidence?: number | null | undefined;
}

/**
 * The last day up to `day` on which the tenure `t` is cited, and the first from it on; read only where that lies
 * between its ends.
 */
export function citedBefore(t: Tenure, day: string): string {
  return `case when ${t.lastCitedOn} <= ${day} then ${t.lastCitedOn} when ${t.firstCitedOn} <= ${day}
    then coalesce(${nearest(t, day, '<=', 'desc')}, ${t.firstCitedOn}) end`;
}
export function citedAfter(t: Tenure, day: string): string {
  return `case when ${t.firstCitedOn} >= ${day} then ${t.firstCitedOn} when ${t.lastCitedOn} >= ${day}
    then coalesce(${nearest(t, day, '>=', 'asc')}, ${t.lastCitedOn}) end`;
}

/**
 * Null where the title belongs to no organisation. Nobody is a rival for it then, so the first and the last day say as
 * much.
 */
const nearest = (t: Tenure, day: string, side: '<=' | '>=', direction: 'asc' | 'desc') => `(
  select ${s.citedOn} from ${table(s)}
  where ${s.personId} = ${t.personId} and ${s.office} = ${t.office}
    and ${s.citedOn} between ${t.firstCitedOn} and ${t.lastCitedOn}
    and ${s.citedOn} ${side} ${day} and ${s.modality} = ${t.modality} and ${s.organisationId} = ${t.organisationId}
  order by ${s.citedOn} ${direction} limit 1)`;

/**
 * The tenure `t` was held on the day: its holder is cited on that day, or before and after it, and in between nobody
 * else is in the same seat and nothing ends. If the holder has several tenures, it is the one cited last, and beside it
 * that of an executive deputy, who is also called a mere deputy. Tests hold this to `confirmedOf` in `certainty.ts`.
 */
export function held({ on, minConfidence }: HeldOn, bind: Bind): string[] {
  const sure = isAtLeast(t.confidence, minConfidence, bind);
  if (!isGiven(on)) return sure;
  const rivals = [`${c.seat} = ${t.seat}`, ...isAtLeast(c.confidence, minConfidence, bind)].join(' and ');
  const day = bind(on, 'date');
  const isGivenAt = `${c.startedOn} = c.since`;
  return [
    ...sure,
    `${t.firstCitedOn} <= ${day} and coalesce(${t.endedBy} > ${day}, true) and ${t.modality} <> 'FORMER'`,
    `exists (
      select from (
        select c.*, max(c.before) filter (where c.is_own and c.is_alive) over () as since,
          min(c.after) filter (where c.is_own) over () as until,
          max(c.before) filter (where ${c.personId} = ${t.personId} and c.is_alive) over () as last
        from (
          select ${c.id}, ${c.personId}, ${c.startedOn}, ${c.endedBy}, ${c.holder} = ${t.holder} as is_own,
            coalesce(${c.endedBy} > ${day}, true) as is_alive,
            ${citedBefore(c, day)} as before, ${citedAfter(c, day)} as after
          from ${table(c)} where ${rivals}) c) c
      having bool_or(${c.id} = ${t.id} and (c.before = c.last or ${t.modality} = 'EXECUTIVE' and c.after is not null))
        and bool_or(c.until is not null)
        and count(*) filter (where case when c.is_own
          then ${c.endedBy} > c.since and (${c.endedBy} <= ${day} or ${c.endedBy} < c.until)
          else c.before > c.since and c.before < c.until or c.after > c.since and c.after < c.until end) = 0
        and (count(*) filter (where not c.is_own and ${isGivenAt}) = 0
          or count(*) filter (where c.is_own and ${isGivenAt}) > 0))`,
  ];
}
