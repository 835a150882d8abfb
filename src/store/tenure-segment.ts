import { sql } from 'drizzle-orm';
import type { TitleModality } from '../extract/facts.ts';
import { anyId } from './transaction.ts';
import type { Transaction } from './transaction.ts';

/** Of a title, whatever the days. Types, not interfaces: drizzle takes rows of a statement to have any key. */
type Printed = {
  readonly personId: string;
  readonly name: string;
  readonly organisationId: string | null;
  readonly organisationKey: string | null;
  readonly office: string | null;
  readonly modality: TitleModality;
  /** The longest form, of several the first by character. */
  readonly title: string;
};

/** What somebody is printed as, all the days of it between two ends taken together. */
export interface TenureSegment extends Printed {
  /** How often the person had come back to the office, in whatever way it was held: 0 at first. */
  readonly number: number;
  readonly firstCitedOn: string;
  readonly lastCitedOn: string;
  readonly startedOn: string | null;
  readonly endedBy: string | null;
}

/** The citations of one form of a title, as many as no end of the office stands between. */
type CitationGroup = Printed & {
  /** What tells the office of a person from others. */
  readonly place: string;
  readonly isEnd: boolean;
  /** How many reports had said before that the office was over, an end counting itself. */
  readonly ends: number;
  readonly firstOn: string;
  readonly lastOn: string;
  readonly appointedOn: string | null;
};

/**
 * The spells of these people. An office ends for a person where it is taken, or where the person is called a former
 * holder; who is cited as its holder after that has come back. What is only ever called former is one spell, and has no
 * end.
 */
export async function readTenureSegments(tx: Transaction, people: Iterable<string>): Promise<readonly TenureSegment[]> {
  return grouped(await readCitationGroups(tx, people), ({ personId, place }) => `${personId} ${place}`).flatMap(
    segmentsOf,
  );
}

/** On one day a citation stands before an end, and an end before an appointment: 免去代区长 and 任命为区长 are of one day. */
function readCitationGroups(tx: Transaction, people: Iterable<string>): Promise<readonly CitationGroup[]> {
  return tx.execute<CitationGroup>(sql`
    with cited as (
      select person_id, organisation_id, office, coalesce(office, ' ' || post) collate "C" as place, modality, title, change, cited_on,
        modality = 'FORMER' or change is not distinct from 'REMOVED' as is_end
      from printed_titles where person_id = ${anyId(people)} and cited_on is not null
    ), ordered as (
      select *, case when is_end then 1 when bool_or(change = 'APPOINTED') over (partition by person_id, place, cited_on, modality) then 2 else 0 end as turn
      from cited
    ), counted as (
      select *, count(*) filter (where is_end) over (partition by person_id, place order by cited_on, turn) as ends from ordered
    )
    select person_id as "personId", p.name, organisation_id as "organisationId", o.key as "organisationKey", office, place, modality, title,
      is_end as "isEnd", ends::int, min(cited_on)::text as "firstOn", max(cited_on)::text as "lastOn",
      (min(cited_on) filter (where change = 'APPOINTED'))::text as "appointedOn"
    from counted join people p on p.id = person_id left join organisations o on o.id = organisation_id
    group by person_id, p.name, organisation_id, o.key, office, place, modality, title, is_end, ends`);
}

/** The spells of one person in one office. */
function segmentsOf(stretches: readonly CitationGroup[]): TenureSegment[] {
  const isFormer = ({ modality }: CitationGroup) => modality === 'FORMER';
  const begins = [...new Set(stretches.flatMap(({ isEnd, ends }) => (isEnd ? [] : ends)))].sort((a, b) => a - b);
  const ends = stretches.filter(({ isEnd }) => isEnd).sort((a, b) => a.ends - b.ends);
  const endOf = (begin: number) => ends.find((end) => end.ends > begin)?.firstOn ?? null;
  /** Where the spell began that a stretch is of; that of an end is the one before it. */
  const beginOf = (stretch: CitationGroup) =>
    stretch.isEnd ? (begins.findLast((begin) => begin < stretch.ends) ?? 0) : stretch.ends;

  // What is told again of an end is no citation of the office.
  const cited = stretches.filter(
    (stretch) => !isFormer(stretch) && (!stretch.isEnd || stretch.firstOn === endOf(beginOf(stretch))),
  );
  const numbers = [...new Set(cited.map(beginOf))].sort((a, b) => a - b);
  const held = grouped(cited, (stretch) => [stretch.organisationId, stretch.modality, beginOf(stretch)].join());
  const former = grouped(stretches.filter(isFormer), ({ organisationId }) => organisationId ?? '');
  return [
    ...held.map((parts) => segmentOf(parts, numbers.indexOf(beginOf(parts[0]!)), endOf(beginOf(parts[0]!)))),
    ...former.map((parts) => segmentOf(parts, 0, null)),
  ];
}

function grouped(stretches: readonly CitationGroup[], nameOf: (stretch: CitationGroup) => string): CitationGroup[][] {
  const groups = new Map<string, CitationGroup[]>();
  for (const stretch of stretches) {
    const name = nameOf(stretch);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [stretch]);
    else group.push(stretch);
  }
  return [...groups.values()];
}

function segmentOf(parts: readonly CitationGroup[], number: number, endedBy: string | null): TenureSegment {
  const { personId, name, organisationId, organisationKey, office, modality } = parts[0]!;
  const titles = parts.map(({ title }) => title).sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return {
    personId,
    name,
    organisationId,
    organisationKey,
    office,
    modality,
    number,
    endedBy,
    title: titles[0]!,
    firstCitedOn: parts.map(({ firstOn }) => firstOn).sort()[0]!,
    lastCitedOn: parts
      .map(({ lastOn }) => lastOn)
      .sort()
      .at(-1)!,
    startedOn: parts.flatMap(({ appointedOn }) => appointedOn ?? []).sort()[0] ?? null,
  };
}
