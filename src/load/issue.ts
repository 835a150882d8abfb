import { isWithin, when } from '../query/condition.ts';
import type { DateRange } from '../query/condition.ts';
import { byCodePoint } from '../query/order.ts';
import type { Order } from '../query/order.ts';
import { list, listOf, lookup, many, one } from '../query/relation.ts';
import { expression, column, record } from '../query/shape.ts';
import type { ValueOf } from '../query/shape.ts';
import type { Bind } from '../query/statement.ts';
import { articles, issues, pages, publications, teasers } from '../store/tables.ts';
import { ofPublication } from './condition.ts';
import { issue } from './node.ts';
import { aliased, table } from './table-alias.ts';

const e = aliased(issues, 'e');
const u = aliased(publications, 'u');
const t = aliased(teasers, 't');
const f = aliased(pages, 'f');
const a = aliased(articles, 'a');
const i = aliased(issues, 'i');
const n = aliased(issues, 'n');

export interface IssueFilter {
  readonly publication?: string | null | undefined;
  readonly publishedOn?: DateRange | null | undefined;
  readonly number?: number | null | undefined;
}

const orders = {
  PUBLISHED_ON: {
    columns: [
      { sql: e.publishedOn, type: 'date' },
      { sql: e.id, type: 'uuid' },
    ],
    hasNulls: true,
    direction: 'DESC',
  },
  NUMBER: {
    columns: [
      { sql: e.number, type: 'integer' },
      { sql: e.id, type: 'uuid' },
    ],
    hasNulls: true,
    direction: 'DESC',
  },
} as const satisfies Record<string, Order>;

/** How issues are listed, of the archive or of a newspaper. */
const declared = {
  shape: record({ node: issue(e) }),
  from: table(e),
  orders,
  defaultOrder: 'PUBLISHED_ON' as const,
  where: ({ filter }: { readonly filter?: IssueFilter | null | undefined }, bind: Bind) => [
    ...ofPublication(e.publicationId, filter?.publication, bind),
    ...isWithin(e.publishedOn, filter?.publishedOn, bind),
    ...when(filter?.number, 'integer', `${e.number} = ?`, bind),
  ],
};

const teaser = record({
  title: column(t.title),
  pages: column(t.pages),
  articleId: expression<string | null>('led.id'),
});
export type TeaserRecord = ValueOf<typeof teaser>;

/** Compares display lines without blanks: the index and the headline break their lines differently. */
const withoutBlanks = (sql: string) => `regexp_replace(${sql}, '\\s', '', 'g')`;

/** The only article on the teaser's pages whose headline has the teaser's title in it, or the other way round. */
const articleLedTo = `(
  select (array_agg(${a.id}))[1] as id from ${table(a)}
  where ${a.issueId} = ${f.issueId} and ${a.page} = any(${t.pages})
    and (strpos(${withoutBlanks(a.headline)}, ${withoutBlanks(t.title)}) > 0
      or strpos(${withoutBlanks(t.title)}, ${withoutBlanks(a.headline)}) > 0)
  having count(*) = 1)`;

/** The nearest issue of the same publication on that side. */
const neighbour = (
  sign: '<' | '>',
  direction: 'asc nulls first' | 'desc nulls last',
) => `${table(i)} cross join lateral (
  select * from ${table(e)}
  where ${e.publicationId} = ${i.publicationId} and (${e.publishedOn}, ${e.id}) ${sign} (${i.publishedOn}, ${i.id})
  order by ${e.publishedOn} ${direction}, ${e.id} ${direction} limit 1) n`;

export const issueRelations = {
  issue: one({ key: e.id, shape: issue(e), from: table(e) }),
  issueBefore: one({ key: i.id, shape: issue(n), from: neighbour('<', 'desc nulls last') }),
  issueAfter: one({ key: i.id, shape: issue(n), from: neighbour('>', 'asc nulls first') }),

  issuesOnDay: lookup({
    shape: issue(e),
    from: `${table(e)} join ${table(u)} on ${u.id} = ${e.publicationId}`,
    where: `${u.slug} = $1::text and ${e.publishedOn} = $2::date`,
    order: `${e.number}, ${e.id}`,
    parameters: (slug: string, publishedOn: string) => [slug, publishedOn],
    scope: (slug) => slug,
  }),
  issuesWithNumber: lookup({
    shape: issue(e),
    from: `${table(e)} join ${table(u)} on ${u.id} = ${e.publicationId}`,
    where: `${u.slug} = $1::text and ${e.number} = $2::integer`,
    order: `${e.publishedOn}, ${e.id}`,
    parameters: (slug: string, number: number) => [slug, number],
    scope: (slug) => slug,
  }),

  issues: list(declared),

  issuesOfPublication: listOf(e.publicationId, declared),

  teasersOfIssue: many({
    key: f.issueId,
    shape: teaser,
    from: `${table(t)} join ${table(f)} on ${f.id} = ${t.pageId} left join lateral ${articleLedTo} led on true`,
    order: `${f.number}, ${byCodePoint(f.file)}, ${t.ordinal}`,
  }),
  importOfIssue: one({
    key: 'imports.issue_id',
    shape: record({ at: expression<string>('imports.at') }),
    from: (issues) => `(
      select ${f.issueId} as issue_id,
        to_char(max(${f.importedAt}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
      from ${table(f)} where ${f.issueId} = any(${issues}) group by ${f.issueId}) imports`,
  }),
};
