/** Who held which office when, as far as the articles prove. */
import type { TitleModality } from '../extract/facts.ts';
import type { Order } from '../query/order.ts';
import { listOf, lookup, many, one } from '../query/relation.ts';
import { column, day, record } from '../query/shape.ts';
import type { ValueOf } from '../query/shape.ts';
import { arrayLiteral } from '../query/statement.ts';
import { citedAfter, citedBefore, held } from './held-on.ts';
import type { HeldOn } from './held-on.ts';
import { evidence, tenure } from './node.ts';
import { joinedWords, ofTitle, splitWords } from './title.ts';

const latestFirst = {
  FIRST_CITED_ON: {
    columns: [
      { sql: 't.first_cited_on', type: 'date' },
      { sql: 't.id', type: 'uuid' },
    ],
    hasNulls: false,
    direction: 'DESC',
  },
} as const satisfies Record<string, Order>;

/** Of more citations the last is given, and the first but one less. */
const MOST_CITATIONS = 100;

/** The printed titles of a tenure `t`. Two ways to them, for an index finds none by what may be null. */
const citations = ['s.office = t.office', 't.office is null and s.office is null and s.post = t.post']
  .flatMap((sameOffice) =>
    [
      ['asc', MOST_CITATIONS - 1],
      ['desc', 1],
    ].map(
      ([direction, limit]) => `(
  select s.* from printed_titles s
  where s.person_id = t.person_id and ${sameOffice} and s.cited_on between t.first_cited_on and t.last_cited_on
    and s.modality = t.modality and s.organisation_id is not distinct from t.organisation_id
  order by s.cited_on ${direction}, s.article_id ${direction}, s.ordinal ${direction} limit ${limit})`,
    ),
  )
  .join(' union ');

const candidate = record({
  tenure: tenure('t'),
  /** Who holds it: the same for all whom two newspapers may know as two. */
  holder: column<string>('t.holder'),
  /** The last day on or before the asked one on which the holder is cited, and the first on or after it. */
  before: day(citedBefore('t', '$2::date')),
  after: day(citedAfter('t', '$2::date')),
});
export type CandidateRecord = ValueOf<typeof candidate>;

export const tenureRelations = {
  tenure: one({ key: 't.id', shape: tenure('t'), from: 'tenures t' }),

  tenuresOfPerson: listOf('t.person_id', {
    shape: record({ node: tenure('t') }),
    from: 'tenures t',
    orders: latestFirst,
    defaultOrder: 'FIRST_CITED_ON',
    where: (args: HeldOn, bind) => held(args, bind),
  }),

  tenuresOfOrganisation: listOf('t.organisation_id', {
    shape: record({ node: tenure('t') }),
    from: 'tenures t',
    orders: latestFirst,
    defaultOrder: 'FIRST_CITED_ON',
    where: (args: HeldOn & { readonly title?: string | null | undefined }, bind) => [
      ...held(args, bind),
      ...ofTitle(args.title, bind),
    ],
  }),

  /** The first printed titles of a tenure and the last, oldest first. */
  evidenceOfTenure: many({
    key: 't.id',
    shape: evidence('s'),
    from: `tenures t cross join lateral (${citations}) s`,
    order: 's.cited_on, s.article_id, s.ordinal',
  }),

  keyOfOrganisation: one({ key: 'o.id', shape: record({ key: column<string>('o.key') }), from: 'organisations o' }),

  /**
   * All who hold or held one of the offices in one of these ways, as seen from a day; in one publication, or in any
   * when that is null.
   */
  tenuresOfOffices: lookup({
    shape: candidate,
    from: 'tenures t',
    where: `t.office = any(${splitWords('$1::text')}) and t.modality = any($3::title_modality[])
      and ($4::text is null or $4::text = (select u.slug from people p join publications u on u.id = p.publication_id where p.id = t.person_id))`,
    order: 't.id',
    parameters: (
      offices: readonly string[],
      on: string,
      modalities: readonly TitleModality[],
      publication: string | null,
    ) => [joinedWords(offices), on, arrayLiteral(modalities), publication],
    scope: (_offices, _on, _modalities, slug) => slug,
  }),
};
