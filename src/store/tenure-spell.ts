import { sql } from 'drizzle-orm';
import type { TitleModality } from '../extract/facts.ts';
import { anyId } from './transaction.ts';
import type { Transaction } from './transaction.ts';

/** What somebody is printed as, all the days of it between two ends taken together. A type, for drizzle takes rows to have any key. */
export type Spell = {
  readonly personId: string;
  readonly organisationId: string | null;
  readonly organisationKey: string | null;
  /** The longest form that was printed. */
  readonly title: string;
  readonly office: string | null;
  readonly modality: TitleModality;
  /** Counts the times that the person came back to the office, in whatever way it was held: 0 for the first. */
  readonly number: number;
  readonly firstCitedOn: string;
  readonly lastCitedOn: string;
  readonly startedOn: string | null;
  readonly endedBy: string | null;
};

/**
 * The spells of these people. An office ends for a person where it is taken, or where the person is called a former holder;
 * who is cited as its holder after that has come back. What is only ever called former is one spell, and has no end.
 *
 * On one day a citation stands before an end, and an end before an appointment: 免去代区长 and 任命为区长 are of one day.
 */
export function readSpells(tx: Transaction, people: Iterable<string>): Promise<readonly Spell[]> {
  return tx.execute<Spell>(sql`
    with cited as (
      select person_id, organisation_id, office, coalesce(office, ' ' || post) as place, title, modality, change, cited_on,
        modality = 'FORMER' or change is not distinct from 'REMOVED' as is_end,
        case when modality = 'FORMER' or change is not distinct from 'REMOVED' then 1
          when bool_or(change is not distinct from 'APPOINTED') over (partition by person_id, coalesce(office, ' ' || post), modality, cited_on) then 2
          else 0 end as turn
      from printed_titles where person_id = ${anyId(people)} and cited_on is not null
    ), followed as (
      select *, not is_end and lag(is_end) over (partition by person_id, place order by cited_on, turn) as is_return from cited
    ), numbered as (
      select *, count(*) filter (where is_return) over (partition by person_id, place order by cited_on, turn) as number from followed
    ), ended as (
      select *, min(cited_on) filter (where is_end) over (partition by person_id, place, number) as ended_by from numbered
    )
    select person_id as "personId", organisation_id as "organisationId", min(o.key) as "organisationKey",
      (array_agg(title order by length(title) desc, title collate "C"))[1] as title, office, modality,
      (case modality when 'FORMER' then 0 else number end)::int as number,
      min(cited_on)::text as "firstCitedOn", max(cited_on)::text as "lastCitedOn",
      (min(cited_on) filter (where change = 'APPOINTED' and modality <> 'FORMER'))::text as "startedOn",
      (min(ended_by) filter (where modality <> 'FORMER'))::text as "endedBy"
    from ended left join organisations o on o.id = organisation_id
    -- What is told again of an end is no citation of the office.
    where modality = 'FORMER' or not is_end or cited_on = ended_by
    group by person_id, organisation_id, office, place, modality, case modality when 'FORMER' then 0 else number end`);
}
