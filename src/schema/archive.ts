/** The archive as a whole. */
import { createHash } from 'node:crypto';
import { printSchema } from 'graphql';
import type { GraphQLResolveInfo, GraphQLSchema } from 'graphql';
import { readerVersion } from '../load/archive.ts';
import type { ArchiveRecord } from '../load/archive.ts';
import { chain } from '../query/maybe-promise.ts';
import { builder } from './builder.ts';
import { declared } from './reads.ts';

const ArchiveCounts = builder.objectRef<ArchiveRecord['counts']>('ArchiveCounts').implement({
  description: 'How many nodes of each type the archive has (数量), exactly.',
  fields: (t) => ({
    publications: t.exposeInt('publications', { description: 'The newspapers (报纸).' }),
    issues: t.exposeInt('issues', { description: 'The issues (期).' }),
    pages: t.exposeInt('pages', { description: 'The page files that are stored (版面文件).' }),
    articles: t.exposeInt('articles', { description: 'The articles (文章).' }),
    people: t.exposeInt('people', { description: 'The people (人物).' }),
    organisations: t.exposeInt('organisations', { description: 'The organisations (机构).' }),
    agreements: t.exposeInt('agreements', { description: 'The agreements (协议).' }),
    tenures: t.exposeInt('tenures', { description: 'The tenures (任职).' }),
  }),
});

const versions = new WeakMap<GraphQLSchema, string>();

/** Made once for a schema, when it is first asked for. */
function versionOf(schema: GraphQLSchema): string {
  const version = versions.get(schema) ?? createHash('sha256').update(printSchema(schema)).digest('hex');
  versions.set(schema, version);
  return version;
}

const schemaVersion = Object.assign(
  (_: unknown, __: unknown, ___: unknown, { schema }: GraphQLResolveInfo) => versionOf(schema),
  { reads: {} },
);

const Archive = builder.objectRef<ArchiveRecord>('Archive').implement({
  description: 'The archive as a whole (档案库).',
  fields: (t) => ({
    counts: t.expose('counts', {
      type: ArchiveCounts,
      description: 'How much is in it; only what is selected is counted.',
    }),
    firstDay: t.expose('firstDay', {
      type: 'Date',
      nullable: true,
      description: 'The day of its first issue (最早日期); null if no issue has a day.',
    }),
    lastDay: t.expose('lastDay', {
      type: 'Date',
      nullable: true,
      description: 'The day of its latest issue (最晚日期); null if no issue has a day.',
    }),
    importedAt: t.expose('importedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When a page was last imported (最近导入时间); null while the archive is empty.',
    }),
    schemaVersion: t.string({
      description:
        'The version of this schema (接口版本): a SHA-256 of its printed form, so that another one means another schema.',
      resolve: schemaVersion,
    }),
    readerVersion: t.string({
      description:
        'The version of what reads the pages (识别版本): pages that an earlier one has read are read again when they are imported.',
      resolve: declared({}, () => readerVersion),
    }),
  }),
});

builder.queryFields((t) => ({
  archive: t.field({
    type: Archive,
    description: 'The archive as a whole (档案库): how much is in it, of which days, and which versions serve it.',
    resolve: declared({ rows: [{ relation: 'archiveSummary', reads: { at: '' } }] }, (_, __, { load }) =>
      chain(load.archiveSummary(), ([summary]) => {
        if (summary === undefined) throw new Error('The archive has no summary.');
        return summary;
      }),
    ),
  }),
}));
