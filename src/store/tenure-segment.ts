import { sql } from 'drizzle-orm';
import type { TitleModality } from '../extract/facts.ts';
import { groupBy, type Group } from './group-by.ts';
import { FULLY_HELD } from './tenure-rival.ts';
import { anyId, anyText } from './transaction.ts';
import type { Transaction } from './transaction.ts';

/** What holds of a title on all days. Types, not interfaces: drizzle wants rows that may have any key. */
type PrintedTitle = {
  readonly personId: string;
  readonly name: string;
  readonly organisationId: string | null;
  readonly organisationKey: string | null;
  readonly office: string | null;
  readonly modality: TitleModality;
  /** The longest form; of equally long ones the first in order. */
  readonly title: string;
};

/** The time in which somebody held an office without a break: from one end of it, or from a return to it, to the next. */
export interface TenureSegment extends PrintedTitle {
  /** How often the person had returned to the office before, in whatever modality: 0 the first time. */
  readonly number: number;
  readonly firstCitedOn: string;
  readonly lastCitedOn: string;
  readonly startedOn: string | null;
  readonly endedBy: string | null;
  /** That of the surest citation. */
  readonly confidence: number;
}

/** The citations of one form of a title with no break between them. */
type CitationGroup = PrintedTitle & {
  /** Tells the office from the person's other offices. */
  readonly officeKey: string;
  readonly isEnd: boolean;
  /** How many breaks come before this citation: ends of the office, of which one counts itself, and others in it. */
  readonly breaks: number;
  readonly firstOn: string;
  readonly lastOn: string;
  readonly appointedOn: string | null;
  readonly confidence: number;
};

/**
 * The tenure segments of these people. An office ends for a person when it is taken away, or when the person is called
 * its former holder; a person who is cited as its holder after that has returned. A title that is only ever cited as a
 * former one makes one segment without an end.
 *
 * Of the `exclusive` offices one person has one at a time: who is cited in one before and after all citations of somebody
 * else has returned to it, too. If they are cited by turns, nothing tells which citation is wrong, and the tenures overlap.
 * Namesakes, who may be one person, do not follow each other.
 */
export async function readTenureSegments(
  tx: Transaction,
  people: Iterable<string>,
  exclusive: readonly string[],
): Promise<readonly TenureSegment[]> {
  const offices = groupBy(
    await readCitationGroups(tx, people, exclusive),
    ({ personId, officeKey }) => `${personId} ${officeKey}`,
  );
  return [...offices.values()].flatMap(segmentsOf);
}

/**
 * On one day a citation comes before an end, and an end before an appointment: 免去代区长 and 任命为区长 share a day.
 */
function readCitationGroups(
  tx: Transaction,
  people: Iterable<string>,
  exclusive: readonly string[],
): Promise<readonly CitationGroup[]> {
  return tx.execute<CitationGroup>(sql`
    with cited as (
      select person_id, organisation_id, office, coalesce(office, ' ' || post) collate "C" as office_key, modality,
        title, change, cited_on, confidence,
        modality = 'FORMER' or change is not distinct from 'REMOVED' as is_end
      from printed_titles where person_id = any(array(select id from people where id = ${anyId(people)} and not is_hidden))
        and cited_on is not null
    ), ordered as (
      select *, not is_end and modality in ${FULLY_HELD} as is_held, case
        when is_end then 1
        when bool_or(change = 'APPOINTED') over (partition by person_id, office_key, cited_on, modality) then 2
        else 0 end as turn
      from cited
    ), followed as (
      select *, case when is_held and office = ${anyText(exclusive)}
        then lag(cited_on) over (partition by person_id, office_key, is_held order by cited_on, turn) end as held_on
      from ordered
    ), broken as (
      select f.*, is_end or held_on < cited_on and exists (
        select from printed_titles r join people other on other.id = r.person_id
        where r.office = f.office and r.cited_on > f.held_on and r.cited_on < f.cited_on
          and r.modality in ${FULLY_HELD} and r.change is distinct from 'REMOVED'
          and r.person_id <> f.person_id and other.pinyin <> (select pinyin from people where id = f.person_id)
          and not exists (
            select from printed_titles beyond where beyond.person_id = r.person_id and beyond.office = f.office
              and beyond.modality in ${FULLY_HELD} and (beyond.cited_on < f.held_on or beyond.cited_on > f.cited_on))
        ) as is_break
      from followed f
    ), counted as (
      select *, count(*) filter (where is_break) over (partition by person_id, office_key order by cited_on, turn) as breaks
      from broken
    )
    select person_id as "personId", p.name, organisation_id as "organisationId", o.key as "organisationKey", office,
      office_key as "officeKey", modality, title,
      is_end as "isEnd", breaks::int, min(cited_on)::text as "firstOn", max(cited_on)::text as "lastOn",
      (min(cited_on) filter (where change = 'APPOINTED'))::text as "appointedOn", max(counted.confidence) as confidence
    from counted join people p on p.id = person_id left join organisations o on o.id = organisation_id
    group by person_id, p.name, organisation_id, o.key, office, office_key, modality, title, is_end, breaks`);
}

/** The segments of one person in one office. */
function segmentsOf(citations: readonly CitationGroup[]): TenureSegment[] {
  const isFormer = ({ modality }: CitationGroup) => modality === 'FORMER';
  // A segment is known by how many breaks had come before it began.
  const begins = [...new Set(citations.flatMap(({ isEnd, breaks }) => (isEnd ? [] : breaks)))].sort((a, b) => a - b);
  const ends = citations.filter(({ isEnd }) => isEnd).sort((a, b) => a.breaks - b.breaks);
  /** An end before the next segment begins. */
  const endOf = (begin: number) => {
    const next = begins.find((other) => other > begin) ?? Infinity;
    return ends.find(({ breaks }) => breaks > begin && breaks <= next)?.firstOn ?? null;
  };
  /** Where the segment of a citation begins; an end belongs to the segment before it. */
  const beginOf = (citation: CitationGroup) =>
    citation.isEnd ? (begins.findLast((begin) => begin < citation.breaks) ?? 0) : citation.breaks;

  // A later report of the same end does not cite the office.
  const cited = citations.filter(
    (citation) => !isFormer(citation) && (!citation.isEnd || citation.firstOn === endOf(beginOf(citation))),
  );
  const numbers = [...new Set(cited.map(beginOf))].sort((a, b) => a - b);
  const held = groupBy(cited, (citation) => [citation.organisationId, citation.modality, beginOf(citation)].join());
  const former = groupBy(citations.filter(isFormer), ({ organisationId }) => organisationId ?? '');
  return [
    ...[...held.values()].map((group) => {
      const begin = beginOf(group[0]);
      return segmentOf(group, numbers.indexOf(begin), endOf(begin));
    }),
    ...[...former.values()].map((group) => segmentOf(group, 0, null)),
  ];
}

function segmentOf(group: Group<CitationGroup>, number: number, endedBy: string | null): TenureSegment {
  const [{ personId, name, organisationId, organisationKey, office, modality }] = group;
  return {
    personId,
    name,
    organisationId,
    organisationKey,
    office,
    modality,
    number,
    endedBy,
    title: group.map(({ title }) => title).reduce((best, title) => (isBetterForm(title, best) ? title : best)),
    firstCitedOn: group.map(({ firstOn }) => firstOn).reduce((first, day) => (day < first ? day : first)),
    lastCitedOn: group.map(({ lastOn }) => lastOn).reduce((last, day) => (day > last ? day : last)),
    confidence: Math.max(...group.map(({ confidence }) => confidence)),
    startedOn: group.flatMap(({ appointedOn }) => appointedOn ?? []).sort()[0] ?? null,
  };
}

/** Whether a form of a title is longer than another, or as long and before it in order. */
function isBetterForm(form: string, other: string): boolean {
  return form.length === other.length ? form < other : form.length > other.length;
}
