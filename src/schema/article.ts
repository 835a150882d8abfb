import {
  Annotation,
  Byline,
  Jump,
  Paragraph,
  crossheadsOf,
  excerptLength,
  leadOf,
  paragraphsOf,
} from './article-part.ts';
import { builder } from './builder.ts';
import { changesWith } from './changes-with.ts';
import { pageArguments } from './connection.ts';
import { excerptOf } from './excerpt.ts';
import { ArticleFilter, minConfidence } from './filter.ts';
import { WRONG_ID } from './global-id.ts';
import {
  AgreementConnection,
  ArticleConnection,
  ArticleOrganisationConnection,
  ArticlePersonConnection,
} from './list.ts';
import { Article, Issue, Node, byId, idArgument } from './node.ts';
import { ArticleOrder } from './order.ts';
import { mapped, related, required } from './related.ts';
import { listOf, wholeList } from './related-list.ts';
import { ArticleGenre, DateBasis, PersonRole } from './vocabulary.ts';

Article.implement({
  description: 'An article of an issue, or the part of it on one page (文章).',
  interfaces: [Node],
  fields: (t) => ({
    issue: t.field({
      type: Issue,
      description: 'The issue in which it was printed.',
      extensions: changesWith('node'),
      resolve: required('issue', 'issueId'),
    }),
    position: t.exposeInt('position', { description: 'Its position in the file it was read from, from 0.' }),
    page: t.exposeInt('page', { nullable: true, description: 'The page it is on (第N版); null when not known.' }),
    genre: t.expose('genre', { type: ArticleGenre, description: 'Whether it is news or a notice.' }),

    headline: t.exposeString('headline', {
      nullable: true,
      description:
        'Its headline, with kicker and subheading, joined by spaces (标题); null for the continuation of an article from another page.',
    }),
    headlineLines: t.exposeStringList('headlineLines', {
      description:
        'Kicker, headline and subheading, line by line as printed (引题、主题、副题): as many as the article prints.',
    }),
    crossheads: t.stringList({
      description: 'The crossheads in its body (小标题): as many as the article prints.',
      extensions: changesWith('node'),
      resolve: mapped('textOfArticle', 'id', ['body', 'spans'], crossheadsOf),
    }),
    byline: t.field({
      type: [Byline],
      description: 'Its byline (署名), in print order: as many names as the article prints.',
      extensions: changesWith('node'),
      resolve: related('creditsOfArticle', 'id'),
    }),
    source: t.exposeString('source', {
      nullable: true,
      description: 'The source it is credited to (来源); null when none is printed.',
    }),
    captions: t.exposeStringList('captions', {
      description: 'The captions of its pictures (图片说明): as many as the article prints.',
    }),

    eventOn: t.expose('eventOn', {
      type: 'Date',
      nullable: true,
      description: 'The day of the reported event; null when the text does not establish one.',
    }),
    eventOnBasis: t.expose('eventOnBasis', {
      type: DateBasis,
      nullable: true,
      description: 'How the day of the event is known; null when the day is not.',
    }),

    body: t.string({
      description: 'The body, with its broken lines joined (正文). Paragraphs are separated by a blank line.',
      extensions: changesWith('node'),
      resolve: required('textOfArticle', 'id', 'body'),
    }),
    paragraphs: t.field({
      type: [Paragraph],
      description: 'The paragraphs and crossheads of the body, in order (段落): as many as the article has.',
      extensions: changesWith('node'),
      resolve: mapped('textOfArticle', 'id', ['body', 'spans'], paragraphsOf),
    }),
    excerpt: t.string({
      description:
        'The beginning of the first paragraph: as many whole sentences as fit, then `…` if anything was left out (摘要).',
      args: {
        length: t.arg.int({
          required: true,
          defaultValue: 120,
          description: 'The maximum length in UTF-16 code units, including the `…`: 1 to 1000.',
        }),
      },
      extensions: changesWith('node'),
      resolve: mapped('textOfArticle', 'id', ['body', 'spans'], (text, { length }) =>
        excerptOf(leadOf(text), excerptLength(length)),
      ),
    }),

    isIncomplete: t.exposeBoolean('isIncomplete', { description: 'Whether its text breaks off or begins mid-way.' }),
    continuedFrom: t.expose('continuedFrom', {
      type: Jump,
      nullable: true,
      description: 'Where the preceding part is, if a jump line says so (上接第N版).',
      extensions: changesWith('shown'),
    }),
    continuedOn: t.expose('continuedOn', {
      type: Jump,
      nullable: true,
      description: 'Where the following part is, if a jump line says so (下转第N版).',
      extensions: changesWith('shown'),
    }),

    people: t.field({
      type: ArticlePersonConnection,
      description: 'The people in it, in order of first mention; edges have roles, titles and evidence.',
      args: {
        ...pageArguments,
        role: t.arg({ type: PersonRole, description: 'Only people in this role.' }),
        minConfidence: t.arg.float(minConfidence('Only people whom it names')),
      },
      extensions: changesWith('node'),
      resolve: listOf('peopleOfArticle', 'id'),
    }),
    organisations: t.field({
      type: ArticleOrganisationConnection,
      description: 'The organisations in it, in order of first mention; edges have the printed names and evidence.',
      args: { ...pageArguments, minConfidence: t.arg.float(minConfidence('Only organisations that it names')) },
      extensions: changesWith('node'),
      resolve: listOf('organisationsOfArticle', 'id'),
    }),
    agreements: t.field({
      type: AgreementConnection,
      description: 'The agreements it reports (协议), in print order.',
      args: pageArguments,
      extensions: changesWith('node'),
      resolve: listOf('agreementsOfArticle', 'id'),
    }),
    annotations: t.field({
      type: [Annotation],
      description:
        'Every span of the body that names a person or an organisation, in order, for highlighting: as many as the article has.',
      extensions: changesWith('node'),
      resolve: related('annotationsOfArticle', 'id'),
    }),
  }),
});

builder.queryFields((t) => ({
  article: t.field({
    type: Article,
    nullable: true,
    description: `The article with this id; null if the archive has none. ${WRONG_ID}`,
    args: idArgument,
    extensions: changesWith('node'),
    resolve: byId('Article'),
  }),
  articles: t.field({
    type: ArticleConnection,
    description: 'Articles of all newspapers, newest issue first by default; those without a known day come last.',
    args: {
      ...pageArguments,
      filter: t.arg({ type: ArticleFilter, description: 'Selects articles; all when left out.' }),
      orderBy: t.arg({ type: ArticleOrder, description: 'The order; newest issue first when left out.' }),
    },
    resolve: wholeList('articles'),
  }),
}));
