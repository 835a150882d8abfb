import type { TeaserRecord } from '../load/issue.ts';
import type { Load } from '../load/loaders.ts';
import type { IssueRecord } from '../load/node.ts';
import { isGiven } from '../query/condition.ts';
import type { MaybePromise } from '../query/maybe-promise.ts';
import { builder } from './builder.ts';
import { changesWith } from './changes-with.ts';
import { pageArguments } from './connection.ts';
import { IssueFilter, UNKNOWN_SLUG } from './filter.ts';
import { AgreementConnection, ArticleConnection, IssueConnection } from './list.ts';
import { Article, Issue, Node, Publication } from './node.ts';
import { IssueOrder } from './order.ts';
import { declared } from './reads.ts';
import { related, required } from './related.ts';
import { listOf, wholeList } from './related-list.ts';
import { DateBasis } from './vocabulary.ts';

const Teaser = builder.objectRef<TeaserRecord>('Teaser').implement({
  description: 'An entry in the front-page index (导读): a title, and the pages it points to.',
  fields: (t) => ({
    title: t.exposeString('title', { description: 'The title as printed in the index.' }),
    pages: t.exposeIntList('pages', { description: 'The pages it points to: as many as the line prints.' }),
    article: t.field({
      type: Article,
      nullable: true,
      description: 'The article it points to; null if the archive lacks the page, or if several headlines on it match.',
      resolve: related('article', 'articleId'),
    }),
  }),
});

Issue.implement({
  description: 'One edition of a newspaper (期), with its date and number.',
  interfaces: [Node],
  fields: (t) => ({
    publication: t.field({
      type: Publication,
      description: 'The newspaper.',
      extensions: changesWith('node'),
      resolve: required('publication', 'publicationId'),
    }),
    number: t.exposeInt('number', {
      nullable: true,
      description: 'The running number (总第N期); null when not known.',
    }),
    publishedOn: t.expose('publishedOn', {
      type: 'Date',
      nullable: true,
      description: 'The day of publication; null when not known.',
    }),
    publishedOnBasis: t.expose('publishedOnBasis', {
      type: DateBasis,
      nullable: true,
      description: 'How the day of publication is known; null when the day is not.',
    }),
    importedAt: t.field({
      type: 'DateTime',
      description: 'When a page of the issue was last imported.',
      extensions: changesWith('node'),
      resolve: required('importOfIssue', 'id', 'at'),
    }),
    teasers: t.field({
      type: [Teaser],
      description: 'The index on its front page (导读), in print order: as many as the front page prints.',
      extensions: changesWith('node'),
      resolve: related('teasersOfIssue', 'id'),
    }),
    articles: t.field({
      type: ArticleConnection,
      description: 'Its articles in print order; those whose page is not known come last.',
      args: { ...pageArguments, page: t.arg.int({ description: 'Only articles on this page (第N版), from 1.' }) },
      extensions: changesWith('node'),
      resolve: listOf('articlesOfIssue', 'id'),
    }),
    agreements: t.field({
      type: AgreementConnection,
      description: 'The agreements reported in its articles, in print order.',
      args: pageArguments,
      extensions: changesWith('node'),
      resolve: listOf('agreementsOfIssue', 'id'),
    }),
    previous: t.field({
      type: Issue,
      nullable: true,
      description:
        "The newspaper's previous issue in the archive; null for its first issue, or when the day of this one is not known.",
      resolve: related('issueBefore', 'id'),
    }),
    next: t.field({
      type: Issue,
      nullable: true,
      description:
        "The newspaper's next issue in the archive; null for its latest issue, or when the day of this one is not known.",
      resolve: related('issueAfter', 'id'),
    }),
  }),
});

const IssueBy = builder.inputType('IssueBy', {
  description: 'Identifies one issue of a newspaper. Give exactly one field.',
  isOneOf: true,
  fields: (t) => ({
    publishedOn: t.field({ type: 'Date', description: 'The day of publication.' }),
    number: t.int({ description: 'The running number (总第N期).' }),
  }),
});

builder.queryFields((t) => ({
  issues: t.field({
    type: IssueConnection,
    description: 'Issues of all newspapers, newest first by default; those without a known day come last.',
    args: {
      ...pageArguments,
      filter: t.arg({ type: IssueFilter, description: 'Selects issues; all when left out.' }),
      orderBy: t.arg({ type: IssueOrder, description: 'The order; newest first when left out.' }),
    },
    resolve: wholeList('issues'),
  }),
  issue: t.field({
    type: Issue,
    nullable: true,
    description: 'One issue of a newspaper; null if the archive does not have it.',
    args: {
      publication: t.arg.string({ required: true, description: `The slug of the newspaper. ${UNKNOWN_SLUG}` }),
      by: t.arg({ type: IssueBy, required: true, description: 'The issue, by its day or by its number.' }),
    },
    resolve: declared(
      { rows: [{ relation: ({ by }) => relationBy(by as IssueByInput), reads: { at: '' } }] },
      async (_, { publication, by }, { load }) => (await issuesBy(load, publication, by))[0],
    ),
  }),
}));

type IssueByInput = typeof IssueBy.$inferInput;

function relationBy({ publishedOn }: IssueByInput) {
  return isGiven(publishedOn) ? 'issuesOnDay' : 'issuesWithNumber';
}

function issuesBy(
  load: Load,
  slug: string,
  { publishedOn, number }: IssueByInput,
): MaybePromise<readonly IssueRecord[]> {
  if (isGiven(publishedOn)) return load.issuesOnDay(slug, publishedOn);
  return isGiven(number) ? load.issuesWithNumber(slug, number) : [];
}
