/** Who held which office when, as far as the articles prove. */
import type { TitleModality } from '../extract/facts.ts';
import type { Order } from '../query/order.ts';
import { listOf, lookup, many, one } from '../query/relation.ts';
import { column, expression, record } from '../query/shape.ts';
import { arrayLiteral } from '../query/statement.ts';
import { tenures } from '../store/derived-tables.ts';
import { articlePeople, printedTitles } from '../store/fact-tables.ts';
import { organisations, publications } from '../store/tables.ts';
import { citedAfter, citedBefore, held } from './held-on.ts';
import type { HeldOn } from './held-on.ts';
import { evidence, tenure } from './node.ts';
import { aliased, table } from './table-alias.ts';
import { joinedWords, ofTitle, splitWords } from './title.ts';

const t = aliased(tenures, 't');
const s = aliased(printedTitles, 's');
const o = aliased(organisations, 'o');
const x = aliased(articlePeople, 'x');
const u = aliased(publications, 'u');

const latestFirst = {
  FIRST_CITED_ON: {
    columns: [
      { sql: t.firstCitedOn, type: 'date' },
      { sql: t.id, type: 'uuid' },
    ],
    hasNulls: false,
    direction: 'DESC',
  },
} as const satisfies Record<string, Order>;

/** If a tenure has more citations than this, the last one is read, and of the first ones one fewer than this. */
const MOST_CITATIONS = 100;

/**
 * The printed titles of a tenure `t`, from either end of its time. They are found in two ways, since an index cannot find a
 * value that may be null.
 */
const citations = (ends: readonly (readonly [direction: 'asc' | 'desc', limit: number])[]) =>
  [`${s.office} = ${t.office}`, `${t.office} is null and ${s.office} is null and ${s.post} = ${t.post}`]
    .flatMap((sameOffice) =>
      ends.map(
        ([direction, limit]) => `(
  select s.* from ${table(s)}
  where ${s.personId} = ${t.personId} and ${sameOffice} and ${s.citedOn} between ${t.firstCitedOn} and ${t.lastCitedOn}
    and ${s.modality} = ${t.modality} and ${s.organisationId} is not distinct from ${t.organisationId}
  order by ${s.citedOn} ${direction}, ${s.articleId} ${direction}, ${s.ordinal} ${direction} limit ${limit})`,
      ),
    )
    .join(' union ');

/** The citation at one end of a tenure. */
const citationAt = (direction: 'asc' | 'desc') =>
  one({
    key: t.id,
    shape: evidence(s),
    from: `${table(t)} cross join lateral (${citations([[direction, 1]])}) s`,
  });

const candidate = record({
  tenure: tenure(t),
  /** Who holds it: the same for two people who may be one, known by two newspapers. */
  holder: column(t.holder),
  /** The last day on or before the day in question on which the holder is cited, and the first on or after it. */
  before: expression<string | null>(`${citedBefore(t, '$2::date')}::text`),
  after: expression<string | null>(`${citedAfter(t, '$2::date')}::text`),
});

export const tenureRelations = {
  tenure: one({ key: t.id, shape: tenure(t), from: table(t) }),

  tenuresOfPerson: listOf(t.personId, {
    shape: record({ node: tenure(t) }),
    from: table(t),
    orders: latestFirst,
    defaultOrder: 'FIRST_CITED_ON',
    where: (args: HeldOn, bind) => held(args, bind),
  }),

  tenuresOfOrganisation: listOf(t.organisationId, {
    shape: record({ node: tenure(t) }),
    from: table(t),
    orders: latestFirst,
    defaultOrder: 'FIRST_CITED_ON',
    where: (args: HeldOn & { readonly title?: string | null | undefined }, bind) => [
      ...held(args, bind),
      ...ofTitle(t, args.title, bind),
    ],
  }),

  /** The first printed titles of a tenure and the last one, oldest first. */
  evidenceOfTenure: many({
    key: t.id,
    shape: evidence(s),
    from: `${table(t)} cross join lateral (${citations([
      ['asc', MOST_CITATIONS - 1],
      ['desc', 1],
    ])}) s`,
    order: `${s.citedOn}, ${s.articleId}, ${s.ordinal}`,
  }),

  firstCitationOfTenure: citationAt('asc'),
  lastCitationOfTenure: citationAt('desc'),

  keyOfOrganisation: one({ key: o.id, shape: record({ key: column(o.key) }), from: table(o) }),

  /**
   * All who hold or held one of the offices in one of these ways, as seen from a day, with at least this confidence; in
   * one publication, or in any if that is null.
   */
  tenuresOfOffices: lookup({
    shape: candidate,
    from: table(t),
    where: `${t.office} = any(${splitWords('$1::text')}) and ${t.modality} = any($3::title_modality[])
      and ($4::text is null or $4::text = (
        select ${u.slug} from ${table(u)} where ${u.slug} = $4::text and exists (
          select from ${table(x)} where ${x.publicationId} = ${u.id} and ${x.personId} = ${t.personId})))
      and ${t.confidence} >= $5::float8`,
    order: t.id,
    parameters: (
      offices: readonly string[],
      on: string,
      modalities: readonly TitleModality[],
      publication: string | null,
      minConfidence: number,
    ) => [joinedWords(offices), on, arrayLiteral(modalities), publication, minConfidence],
    scope: (_offices, _on, _modalities, slug) => slug,
  }),
};
