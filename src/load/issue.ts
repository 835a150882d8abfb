import { isWithin, when } from '../query/condition.ts';
import type { DateRange } from '../query/condition.ts';
import { byCodePoint } from '../query/order.ts';
import type { Order } from '../query/order.ts';
import { list, listOf, lookup, many, one } from '../query/relation.ts';
import { column, record } from '../query/shape.ts';
import type { ValueOf } from '../query/shape.ts';
import type { Bind } from '../query/statement.ts';
import { ofPublication } from './condition.ts';
import { issue } from './node.ts';

export interface IssueFilter {
  readonly publication?: string | null | undefined;
  readonly publishedOn?: DateRange | null | undefined;
  readonly number?: number | null | undefined;
}

const orders = {
  PUBLISHED_ON: {
    columns: [
      { sql: 'e.published_on', type: 'date' },
      { sql: 'e.id', type: 'uuid' },
    ],
    hasNulls: true,
    direction: 'DESC',
  },
  NUMBER: {
    columns: [
      { sql: 'e.number', type: 'integer' },
      { sql: 'e.id', type: 'uuid' },
    ],
    hasNulls: true,
    direction: 'DESC',
  },
} as const satisfies Record<string, Order>;

/** How issues are listed, of the archive or of a newspaper. */
const declared = {
  shape: record({ node: issue('e') }),
  from: 'issues e',
  orders,
  defaultOrder: 'PUBLISHED_ON' as const,
  where: ({ filter }: { readonly filter?: IssueFilter | null | undefined }, bind: Bind) => [
    ...ofPublication('e.publication_id', filter?.publication, bind),
    ...isWithin('e.published_on', filter?.publishedOn, bind),
    ...when(filter?.number, 'integer', 'e.number = ?', bind),
  ],
};

const teaser = record({
  title: column<string>('t.title'),
  pages: column<readonly number[]>('t.pages'),
  articleId: column<string | null>('led.id'),
});
export type TeaserRecord = ValueOf<typeof teaser>;

/** Compares display lines without blanks: the index and the headline break their lines differently. */
const withoutBlanks = (sql: string) => `regexp_replace(${sql}, '\\s', '', 'g')`;

/** The only article on the teaser's pages whose headline has the teaser's title in it, or the other way round. */
const articleLedTo = `(
  select (array_agg(a.id))[1] as id from articles a
  where a.issue_id = f.issue_id and a.page = any(t.pages)
    and (strpos(${withoutBlanks('a.headline')}, ${withoutBlanks('t.title')}) > 0
      or strpos(${withoutBlanks('t.title')}, ${withoutBlanks('a.headline')}) > 0)
  having count(*) = 1)`;

/** The nearest issue of the same publication on that side. */
const neighbour = (sign: '<' | '>', reading: 'asc nulls first' | 'desc nulls last') => `issues i cross join lateral (
  select * from issues e
  where e.publication_id = i.publication_id and (e.published_on, e.id) ${sign} (i.published_on, i.id)
  order by e.published_on ${reading}, e.id ${reading} limit 1) n`;

export const issueRelations = {
  issue: one({ key: 'e.id', shape: issue('e'), from: 'issues e' }),
  issueBefore: one({ key: 'i.id', shape: issue('n'), from: neighbour('<', 'desc nulls last') }),
  issueAfter: one({ key: 'i.id', shape: issue('n'), from: neighbour('>', 'asc nulls first') }),

  issuesOnDay: lookup({
    shape: issue('e'),
    from: 'issues e join publications u on u.id = e.publication_id',
    where: 'u.slug = $1::text and e.published_on = $2::date',
    order: 'e.number, e.id',
    parameters: (slug: string, publishedOn: string) => [slug, publishedOn],
    scope: (slug) => slug,
  }),
  issuesWithNumber: lookup({
    shape: issue('e'),
    from: 'issues e join publications u on u.id = e.publication_id',
    where: 'u.slug = $1::text and e.number = $2::integer',
    order: 'e.published_on, e.id',
    parameters: (slug: string, number: number) => [slug, number],
    scope: (slug) => slug,
  }),

  issues: list(declared),

  issuesOfPublication: listOf('e.publication_id', declared),

  teasersOfIssue: many({
    key: 'f.issue_id',
    shape: teaser,
    from: `teasers t join pages f on f.id = t.page_id left join lateral ${articleLedTo} led on true`,
    order: `f.number, ${byCodePoint('f.file')}, t.ordinal`,
  }),
  importOfIssue: one({
    key: 'f.issue_id',
    shape: record({ at: column<string>('f.at') }),
    from: (
      issues,
    ) => `(select issue_id, to_char(max(imported_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
      from pages where issue_id = any(${issues}) group by issue_id) f`,
  }),
};
