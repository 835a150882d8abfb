/** The archive as a whole. */
import { createHash } from 'node:crypto';
import { printSchema } from 'graphql';
import type { GraphQLResolveInfo, GraphQLSchema } from 'graphql';
import { accuracyOf } from '../extract/confidence/accuracy.ts';
import type { CategoryAccuracy } from '../extract/confidence/accuracy.ts';
import { readerVersion } from '../load/archive.ts';
import type { ArchiveRecord } from '../load/archive.ts';
import { chain } from '../query/maybe-promise.ts';
import { builder } from './builder.ts';
import { declared } from './reads.ts';
import { enumOf } from './vocabulary.ts';

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

/** What each category of the measurements counts. */
const categories: Readonly<Record<string, string>> = {
  person: 'People by name (人物).',
  'person+title': 'People with their titles (人物与职务).',
  'person+title+org': 'People with their titles and the organisations of these (人物、职务与机构).',
  role: 'What people do in an article (角色).',
  'org-canonical': 'Organisations by their full names (机构全称).',
  'org-any-alias': 'Organisations by any of their names (机构任一名称).',
  'org-alias-links': 'Short names with the organisations that they mean (简称所指).',
  'agreement-found': 'Agreements (协议).',
  'agreement-exact': 'Agreements with exactly their parties and signatories (协议各方全对).',
  'agreement-party': 'Parties to agreements (签约方).',
  'agreement-signatory': 'Signatories of agreements (签署人).',
  'agreement-kind': 'Kinds of agreements (协议类型).',
  'agreement-date': 'Days of agreements (签署日期).',
  headline: 'Headlines (标题).',
  boundaries: 'Where articles begin and end (文章起止).',
  'headline+boundaries': 'Articles with both right (标题与起止).',
  paragraphs: 'Paragraphs of articles (段落).',
  source: 'Sources of articles (来源).',
  byline: 'Bylines of articles (署名).',
  continuation: 'References to other pages (转接).',
  teaser: 'Entries of the front-page index (导读).',
};

const memberOf = (category: string) => category.toUpperCase().replaceAll(/[+-]/g, '_');

const AccuracyCategory = enumOf<string>(
  'AccuracyCategory',
  'What is measured of the reading.',
  Object.fromEntries(Object.entries(categories).map(([category, meaning]) => [memberOf(category), meaning])),
);

const Accuracy = builder.objectRef<CategoryAccuracy>('Accuracy').implement({
  description:
    'How well something is read (准确率), measured on annotated texts with weights that were not learned from them: see docs/accuracy.md.',
  fields: (t) => ({
    category: t.field({
      type: AccuracyCategory,
      description: 'What is measured (类别).',
      resolve: declared({}, ({ category }) => memberOf(category)),
    }),
    precision: t.exposeFloat('precision', { description: 'How much of what is read is right, from 0 to 1 (精确率).' }),
    recall: t.exposeFloat('recall', { description: 'How much of what is there is read, from 0 to 1 (召回率).' }),
    f1: t.exposeFloat('f1', { description: 'The harmonic mean of the two (F1).' }),
    n: t.exposeInt('n', { description: 'How many facts the annotations have (样本数).' }),
  }),
});

const quality = accuracyOf(Object.keys(categories));

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
    quality: t.field({
      type: [Accuracy],
      description:
        'How well pages are read by this version (识别质量), in general and not in this archive: every category, each once.',
      resolve: declared({}, () => quality),
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
