/** What the archive lacks of a newspaper, or has twice. */
import type { CoverageRecord } from '../load/coverage.ts';
import { builder } from './builder.ts';
import { changesWith } from './changes-with.ts';
import { connectionOf, pageArguments } from './connection.ts';
import { UNKNOWN_SLUG } from './filter.ts';
import { Issue } from './node.ts';
import { declared } from './reads.ts';
import { required } from './related.ts';
import { CoverageKind } from './vocabulary.ts';

const CoverageFinding = builder.objectRef<CoverageRecord>('CoverageFinding').implement({
  description: 'Something that the archive lacks of a newspaper, or has twice (缺漏).',
  fields: (t) => ({
    kind: t.expose('kind', { type: CoverageKind, description: 'What it is (类型).' }),
    issue: t.field({
      type: Issue,
      description: 'The issue whose pages they are; of missing issues, the one that comes next (期).',
      extensions: changesWith('node'),
      resolve: required('issue', 'issueId'),
    }),
    firstNumber: t.exposeInt('firstNumber', {
      nullable: true,
      description: 'The first missing number (总第N期); null unless issues are missing by number.',
    }),
    lastNumber: t.exposeInt('lastNumber', {
      nullable: true,
      description: 'The last missing number (总第N期); null unless issues are missing by number.',
    }),
    firstDay: t.expose('firstDay', {
      type: 'Date',
      nullable: true,
      description: 'The first day on which missing issues can have appeared (日期); null when not known, and of pages.',
    }),
    lastDay: t.expose('lastDay', {
      type: 'Date',
      nullable: true,
      description: 'The last day on which missing issues can have appeared (日期); null when not known, and of pages.',
    }),
    firstPage: t.exposeInt('firstPage', {
      nullable: true,
      description: 'The page, or the first of the missing ones (第N版); null when not known, and of issues.',
    }),
    lastPage: t.exposeInt('lastPage', {
      nullable: true,
      description: 'The page, or the last of the missing ones (第N版); null when not known, and of issues.',
    }),
    count: t.exposeInt('count', {
      description: 'How many issues or pages (数量); of missing days, the issues that would have appeared in them.',
    }),
    file: t.exposeString('file', {
      nullable: true,
      description: 'The file of an empty page, or the one that another has replaced (文件); null of what is missing.',
    }),
  }),
});

const { connection: CoverageConnection } = connectionOf(
  'CoverageFinding',
  CoverageFinding,
  'what the archive lacks of a newspaper, or has twice',
);

builder.queryField('coverage', (t) =>
  t.field({
    type: CoverageConnection,
    description:
      'What the archive lacks of a newspaper between the first and the last of its issues and pages, or has twice (缺漏), issue by issue; ' +
      'where no day is known, last.',
    args: {
      ...pageArguments,
      publication: t.arg.string({ required: true, description: `The slug of the newspaper. ${UNKNOWN_SLUG}` }),
      kinds: t.arg({
        type: [CoverageKind],
        description: 'Only these kinds, all when left out; an empty list matches nothing.',
      }),
    },
    extensions: changesWith('shown'),
    resolve: declared({ list: { relation: 'coverage', args: (args) => args } }, async (_, args, { load }) => {
      await load.requirePublication('publication', args.publication);
      return load.coverage(args);
    }),
  }),
);
