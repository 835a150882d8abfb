/** What the archive lacks of a newspaper, or has twice. */
import { isOneOf } from '../query/condition.ts';
import type { Order } from '../query/order.ts';
import { byCodePoint } from '../query/order.ts';
import { list } from '../query/relation.ts';
import { expression, record } from '../query/shape.ts';
import type { ValueOf } from '../query/shape.ts';
import type { Bind } from '../query/statement.ts';
import { articles, issues, pages, publications, supersededFiles, teasers } from '../store/tables.ts';
import { ofPublication } from './condition.ts';
import { aliased, table } from './table-alias.ts';

const e = aliased(issues, 'e');
const u = aliased(publications, 'u');
const f = aliased(pages, 'f');
const a = aliased(articles, 'a');
const t = aliased(teasers, 't');
const z = aliased(supersededFiles, 'z');

export type CoverageKind = 'MISSING_ISSUES' | 'MISSING_DAYS' | 'MISSING_PAGES' | 'EMPTY_PAGE' | 'SUPERSEDED_FILE';

const finding = record({
  kind: expression<CoverageKind>('c.kind'),
  issueId: expression<string>('c.issue_id'),
  firstNumber: expression<number | null>('c.first_number'),
  lastNumber: expression<number | null>('c.last_number'),
  firstDay: expression<string | null>('c.first_day::text'),
  lastDay: expression<string | null>('c.last_day::text'),
  firstPage: expression<number | null>('c.first_page'),
  lastPage: expression<number | null>('c.last_page'),
  count: expression<number>('c.count'),
  file: expression<string | null>('c.file'),
});
export type CoverageRecord = ValueOf<typeof finding>;

/** The newspaper, and which findings of it. */
export interface Coverage {
  readonly publication: string;
  readonly kinds?: readonly CoverageKind[] | null | undefined;
}

/** By the day of the issue that it stands with; issue by issue. */
const order: Order = {
  columns: [
    { sql: 'c.day', type: 'date' },
    { sql: byCodePoint('c.key'), type: 'text' },
  ],
  hasNulls: true,
  direction: 'ASC',
};

/** Days from one issue to the next, by how newspapers are said to appear. */
const INTERVALS = `(values ('daily', 1), ('日报', 1), ('日刊', 1), ('weekly', 7), ('周报', 7), ('周刊', 7),
  ('fortnightly', 14), ('半月刊', 15), ('monthly', 30.44), ('月报', 30.44), ('月刊', 30.44)) n(frequency, days)`;

/** A select of findings in the one order of columns; what is not told of a kind is null. */
function select(
  kind: CoverageKind,
  {
    day,
    issue,
    place,
    numbers,
    days,
    pages,
    count,
    file,
  }: Readonly<Record<'day' | 'issue' | 'count', string>> & {
    readonly place?: string;
    readonly numbers?: readonly [string, string];
    readonly days?: readonly [string, string];
    readonly pages?: readonly [string, string];
    readonly file?: string;
  },
): string {
  const [none, noDay] = ['null::int', 'null::date'];
  return `select '${kind}'::text as kind, ${day} as day, ${issue} as issue_id,
    ${issue}::text || ' ${kind} ' || ${place ?? "''"} as key,
    ${numbers?.[0] ?? none} as first_number, ${numbers?.[1] ?? none} as last_number,
    ${days?.[0] ?? noDay} as first_day, ${days?.[1] ?? noDay} as last_day,
    ${pages?.[0] ?? none} as first_page, ${pages?.[1] ?? none} as last_page,
    ${count} as count, ${file ?? 'null::text'} as file`;
}

/** Numbers that no issue has, before one that is there; their days lie between its day and that of the one before. */
const missingIssues = (ofPaper: string) => `${select('MISSING_ISSUES', {
  day: 'g.day',
  issue: 'g.id',
  numbers: ['g.before + 1', 'g.number - 1'],
  days: [
    'case when g.day_before + 1 < g.day then g.day_before + 1 end',
    'case when g.day_before + 1 < g.day then g.day - 1 end',
  ],
  count: 'g.number - g.before - 1',
})} from (
    select ${e.id} as id, ${e.number} as number, ${e.publishedOn} as day, lag(${e.number}) over numbered as before,
      lag(${e.publishedOn}) over numbered as day_before
    from ${table(e)} where ${ofPaper} and ${e.number} is not null
    window numbered as (order by ${e.number}, ${e.id})) g where g.number > g.before + 1`;

/** Days without an issue, as often as the newspaper is said to appear; between two numbers the numbers tell. */
const missingDays = (ofPaper: string) => `${select('MISSING_DAYS', {
  day: 'g.day',
  issue: 'g.id',
  days: ['g.before + 1', 'g.day - 1'],
  count: 'round((g.day - g.before) / n.days)::int - 1',
})} from (
    select ${e.id} as id, ${e.publicationId} as publication_id, ${e.publishedOn} as day, ${e.number} as number,
      lag(${e.publishedOn}) over dated as before, lag(${e.number}) over dated as number_before
    from ${table(e)} where ${ofPaper} and ${e.publishedOn} is not null
    window dated as (order by ${e.publishedOn}, ${e.number}, ${e.id})) g
  join ${table(u)} on ${u.id} = g.publication_id join ${INTERVALS} on n.frequency = lower(${u.frequency})
  where (g.number is null or g.number_before is null) and round((g.day - g.before) / n.days) > 1`;

/** Up to the last page that is there or that the index of the front page names. A file without a number may be all of them. */
const missingPages = (ofPaper: string) => `${select('MISSING_PAGES', {
  day: 'g.day',
  issue: 'g.id',
  place: "lpad(g.number::text, 10, '0')",
  pages: ['g.before + 1', 'g.number - 1'],
  count: 'g.number - g.before - 1',
})} from (
    select ${e.id} as id, ${e.publishedOn} as day, h.number, lag(h.number, 1, 0) over (partition by ${e.id} order by h.number) as before
    from ${table(e)} cross join lateral (
      select ${f.number} as number from ${table(f)} where ${f.issueId} = ${e.id}
      union all select max(greatest(${f.number}, (
          select max(named) from ${table(t)} cross join unnest(${t.pages}) named where ${t.pageId} = ${f.id}))) + 1
        from ${table(f)} where ${f.issueId} = ${e.id}) h
    where ${ofPaper}
      and not exists (select from ${table(f)} where ${f.issueId} = ${e.id} and ${f.number} is null)) g
  where g.number > g.before + 1`;

const emptyPages = (ofPaper: string) => `${select('EMPTY_PAGE', {
  day: e.publishedOn,
  issue: e.id,
  place: `lpad(coalesce(${f.number}, 0)::text, 10, '0') || ${f.id}`,
  pages: [f.number, f.number],
  count: '1',
  file: f.file,
})} from ${table(e)} join ${table(f)} on ${f.issueId} = ${e.id}
  where ${ofPaper} and not exists (select from ${table(a)} where ${a.pageId} = ${f.id})`;

const supersededOnes = (ofPaper: string) => `${select('SUPERSEDED_FILE', {
  day: e.publishedOn,
  issue: e.id,
  place: `lpad(coalesce(${f.number}, 0)::text, 10, '0') || ${f.id} || ${z.contentHash}`,
  pages: [f.number, f.number],
  count: '1',
  file: z.file,
})} from ${table(e)} join ${table(f)} on ${f.issueId} = ${e.id} join ${table(z)} on ${z.pageId} = ${f.id}
  where ${ofPaper}`;

const findings = ({ publication = '' }: Partial<Coverage>, bind: Bind) => {
  const ofPaper = ofPublication(e.publicationId, publication, bind).join(' and ');
  const selects = [missingIssues, missingDays, missingPages, emptyPages, supersededOnes].map((read) => read(ofPaper));
  return `(${selects.join(' union all ')}) c`;
};

export const coverageRelations = {
  coverage: list({
    shape: record({ node: finding }),
    from: findings,
    orders: { PUBLISHED_ON: order },
    defaultOrder: 'PUBLISHED_ON',
    where: ({ kinds }: Coverage, bind) => isOneOf(kinds, 'text', 'c.kind', bind),
  }),
};
