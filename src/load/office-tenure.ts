/** The tenures of an office in the order of time, each with what lies between it and those before. */
import type { TitleModality } from '../extract/facts.ts';
import type { Order } from '../query/order.ts';
import { when } from '../query/condition.ts';
import { list } from '../query/relation.ts';
import { expression, optional, record } from '../query/shape.ts';
import type { ValueOf } from '../query/shape.ts';
import { arrayLiteral } from '../query/statement.ts';
import type { Bind } from '../query/statement.ts';
import { tenures } from '../store/derived-tables.ts';
import { printedTitles } from '../store/fact-tables.ts';
import { articles } from '../store/tables.ts';
import { PUBLICATION_ID } from './condition.ts';
import { tenure } from './node.ts';
import { aliased, table } from './table-alias.ts';
import { joinedWords, splitWords } from './title.ts';

/** An office as tenures have it. */
export interface Office {
  /** Each way in which titles and organisations of the archive name it. */
  readonly offices: readonly string[];
  /** The ways of holding it that are asked for. */
  readonly modalities: readonly TitleModality[];
  /** The newspaper whose articles count; null for all. */
  readonly publication: string | null;
}

const t = aliased(tenures, 't');
const h = aliased(tenures, 'h');
const s = aliased(printedTitles, 's');
const a = aliased(articles, 'a');

const orders = {
  TIME: {
    columns: [
      { sql: t.firstCitedOn, type: 'date' },
      { sql: t.lastCitedOn, type: 'date' },
      { sql: t.id, type: 'uuid' },
    ],
    hasNulls: false,
    direction: 'ASC',
  },
} as const satisfies Record<string, Order>;

const edge = record({
  node: tenure(t),
  gapBefore: optional(
    record({ from: expression<string>('t.gap_from::text'), to: expression<string>('t.gap_to::text') }),
  ),
  overlapsPrevious: expression<boolean>('t.overlaps'),
});
export type OfficeTenure = ValueOf<typeof edge>;

/** An article of the publication with the slug at `?` cites the tenure. */
const CITED = `exists (
  select from ${table(s)} join ${table(a)} on ${a.id} = ${s.articleId}
  where ${s.personId} = ${h.personId} and ${s.office} = ${h.office} and ${s.modality} = ${h.modality}
    and ${s.citedOn} between ${h.firstCitedOn} and ${h.lastCitedOn} and ${a.publicationId} = ${PUBLICATION_ID})`;

/** All tenures of the office: nobody's neighbours are on another page, however short the pages are. */
function ofOffice({ offices = [], modalities = [], publication }: Partial<Office>, bind: Bind): string {
  const conditions = [
    `${h.office} = any(${splitWords(bind(joinedWords(offices), 'text'))})`,
    `${h.modality} = any(${bind(arrayLiteral(modalities), 'title_modality[]')})`,
    ...when(publication, 'text', CITED, bind),
  ];
  return `(
    select o.*, case when o.held_until < o.first_cited_on - 1 then o.held_until + 1 end as gap_from,
      case when o.held_until < o.first_cited_on - 1 then o.first_cited_on - 1 end as gap_to
    from (
      select h.*, max(${h.lastCitedOn}) over (earlier rows between unbounded preceding and 1 preceding) as held_until,
        coalesce(lag(${h.lastCitedOn}) over earlier > ${h.firstCitedOn}
          and lag(${h.holder}) over earlier <> ${h.holder}, false) as overlaps
      from ${table(h)} where ${conditions.join(' and ')}
      window earlier as (order by ${h.firstCitedOn}, ${h.lastCitedOn}, ${h.id})) o) t`;
}

export const officeTenureRelations = {
  tenuresOfOffice: list({ shape: edge, from: ofOffice, orders, defaultOrder: 'TIME' }),
};
