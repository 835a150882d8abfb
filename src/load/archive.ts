/** The archive as a whole: how much is in it, of which days, and since when. */
import { lookup } from '../query/relation.ts';
import { expression, record } from '../query/shape.ts';
import type { ValueOf } from '../query/shape.ts';
import { agreements } from '../store/agreement-tables.ts';
import { IMPORTER_VERSION } from '../store/content-hash.ts';
import { tenures } from '../store/derived-tables.ts';
import { articles, issues, organisations, pages, people, publications } from '../store/tables.ts';
import { aliased, table } from './table-alias.ts';

const i = aliased(issues, 'i');
const f = aliased(pages, 'f');

const count = (alias: object) => expression<number>(`(select count(*)::int from ${table(alias)})`);

const summary = record({
  counts: record({
    publications: count(aliased(publications, 'u')),
    issues: count(i),
    pages: count(f),
    articles: count(aliased(articles, 'a')),
    people: count(aliased(people, 'p')),
    organisations: count(aliased(organisations, 'o')),
    agreements: count(aliased(agreements, 'g')),
    tenures: count(aliased(tenures, 't')),
  }),
  firstDay: expression<string | null>(`(select min(${i.publishedOn})::text from ${table(i)})`),
  lastDay: expression<string | null>(`(select max(${i.publishedOn})::text from ${table(i)})`),
  importedAt: expression<string | null>(`(
    select to_char(max(${f.importedAt}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') from ${table(f)})`),
});
export type ArchiveRecord = ValueOf<typeof summary>;

/** Pages that another version has read are read again when they are imported. */
export const readerVersion = String(IMPORTER_VERSION);

export const archiveRelations = {
  /** One row, of which only what is selected is counted. */
  archiveSummary: lookup({
    shape: summary,
    from: '(select 1 as n) one',
    where: 'true',
    order: 'one.n',
    parameters: () => [],
  }),
};
